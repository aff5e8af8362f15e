import { configuration, model } from "../positive/complete-document.js"

export function change(): void {
    configuration.revision = "mine" // expect-error TS2540
    model.contextWindow.maxInputTokens = 1 // expect-error TS2540
    configuration.models.push(model) // expect-error TS2339
    configuration.models[0] = model // expect-error TS2542
    model.capabilities.sort() // expect-error TS2339
}
