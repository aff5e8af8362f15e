// Everything that a server may send, as a client builds it in a test of its own.
import type { Model, ModelConfiguration, Provider } from "cody-modelconfig"

export const provider: Provider = { id: "anthropic", displayName: "Anthropic", clientSideConfig: {} }

export const model: Model = {
    modelRef: "anthropic::2024-10-22::claude-sonnet-4-latest",
    displayName: "Claude Sonnet 4",
    modelName: "claude-sonnet-4-20250514",
    capabilities: ["chat", "edit", "vision", "tools"],
    category: "balanced",
    status: "stable",
    tier: "pro",
    contextWindow: { maxInputTokens: 45_000, maxUserInputTokens: 30_000, maxOutputTokens: 4_000 },
    clientSideConfig: { openAICompatible: { stopSequences: ["<|end|>"], chatTemperature: 0 } },
    estimatedModelCost: { unit: "mtok", inputTokenPennies: 300, outputTokenPennies: 1_500 },
    modelConfigAllTiers: {
        enterprise: { contextWindow: { maxInputTokens: 70_000, maxOutputTokens: 8_000 } },
    },
}

export const configuration: ModelConfiguration = {
    schemaVersion: "1.0",
    revision: "2026-11-22.1",
    providers: [provider],
    models: [model],
    defaultModels: {
        chat: model.modelRef,
        fastChat: "anthropic::2024-10-22::claude-3-5-haiku-latest",
        codeCompletion: "fireworks::v1::deepseek-coder-v2-lite-base",
        fallbackChat: "google::v1::gemini-2.0-flash",
        unlimitedChat: "google::v1::gemini-2.0-flash",
    },
}
