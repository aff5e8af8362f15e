import type { Model, Provider } from "cody-modelconfig"

import { model, provider } from "../positive/complete-document.js"

export const otherModel: Model = { ...model, serverSideConfig: {} } // expect-error TS2353
export const reasoning: Model = { ...model, reasoningEffort: "low" } // expect-error TS2353
export const otherProvider: Provider = { ...provider, serverSideConfig: {} } // expect-error TS2353
export const readModel: unknown = model.serverSideConfig // expect-error TS2339
export const readProvider: unknown = provider.serverSideConfig // expect-error TS2339
