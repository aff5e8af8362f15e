import type { ContextWindow, Model, ModelConfiguration } from "cody-modelconfig"

export const window: ContextWindow = { maxInputTokens: "7000", maxOutputTokens: 4000 } // expect-error TS2322
export const capabilities: Partial<Model> = { capabilities: "chat" } // expect-error TS2322
export const status: Partial<Model> = { status: null } // expect-error TS2322
export const models: Partial<ModelConfiguration> = { models: {} } // expect-error TS2740
