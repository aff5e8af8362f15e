import type { ContextWindow, Provider } from "cody-modelconfig"

import { configuration, model } from "../positive/complete-document.js"

const { displayName, ...nameless } = model
export const unnamed: typeof model = nameless // expect-error TS2741
export const provider: Provider = { id: "anthropic" } // expect-error TS2741
export const window: ContextWindow = { maxInputTokens: 1 } // expect-error TS2741
export const defaults: typeof configuration.defaultModels = { chat: "a::b::c" } // expect-error TS2739
export const used: string = displayName
