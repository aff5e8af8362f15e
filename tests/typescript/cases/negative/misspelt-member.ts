import type { ClientSideProviderConfig, ContextWindow, Model, ModelConfiguration, Provider } from "cody-modelconfig"

export const model: Partial<Model> = { displayNmae: "Claude" } // expect-error TS2561
export const provider: Provider = { id: "a", displayName: "A", colour: "red" } // expect-error TS2353
export const window: ContextWindow = { maxInputTokens: 1, maxOutputTokens: 1, maxTokens: 1 } // expect-error TS2353
export const settings: ClientSideProviderConfig = { anything: true } // expect-error TS2353
export const noSettings: ClientSideProviderConfig = "none" // expect-error TS2322
export const openAi: Partial<Model> = { clientSideConfig: { openaicompatible: {} } } // expect-error TS2561

export function read(configuration: ModelConfiguration): unknown {
    return configuration.modles // expect-error TS2551
}
