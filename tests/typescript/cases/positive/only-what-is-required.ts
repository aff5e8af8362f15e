// Optional members may be left out, all of them.
import type { Model, ModelConfiguration } from "cody-modelconfig"

export const model: Model = {
    modelRef: "mistral::v1::mixtral-8x22b-instruct",
    displayName: "Mixtral",
    modelName: "mixtral",
    capabilities: [],
    category: "other",
    status: "beta",
    tier: "free",
    contextWindow: { maxInputTokens: 1, maxOutputTokens: 1 },
}

export const configuration: ModelConfiguration = {
    schemaVersion: "1.0",
    revision: "-",
    providers: [],
    models: [model],
    defaultModels: { chat: model.modelRef, fastChat: model.modelRef, codeCompletion: model.modelRef },
}
