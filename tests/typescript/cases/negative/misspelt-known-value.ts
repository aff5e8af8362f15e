import type { KnownCapability, KnownModelStatus, KnownModelTier, ModelStatus } from "cody-modelconfig"

import { model } from "../positive/complete-document.js"

export const status: KnownModelStatus = "stabel" // expect-error TS2820
export const tier: KnownModelTier = "team" // expect-error TS2322
export const capabilities: readonly KnownCapability[] = ["chat", "chats"] // expect-error TS2820
export const received: KnownModelStatus = model.status // expect-error TS2322
export const notText: ModelStatus = 1 // expect-error TS2322
