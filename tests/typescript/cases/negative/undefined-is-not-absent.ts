import type { Model, Provider } from "cody-modelconfig"

import { model } from "../positive/complete-document.js"

export const provider: Provider = { id: "a", displayName: "A", clientSideConfig: undefined } // expect-error TS2375
export const costless: Model = { ...model, estimatedModelCost: undefined } // expect-error TS2375

export function limit(candidate: Model): number {
    return candidate.contextWindow.maxUserInputTokens // expect-error TS2322
}

export function unguarded(candidate: Model): number {
    return candidate.modelConfigAllTiers.enterprise.contextWindow.maxInputTokens // expect-error TS18048 TS18048
}
