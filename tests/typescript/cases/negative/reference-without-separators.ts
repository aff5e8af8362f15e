import type { DefaultModels, ModelRef } from "cody-modelconfig"

export const slash: ModelRef = "anthropic/claude-3-sonnet" // expect-error TS2322
export const two: ModelRef = "anthropic::claude-3-sonnet" // expect-error TS2322
export const text: ModelRef = String("anthropic::v1::claude") // expect-error TS2322
export const defaults: DefaultModels = {
    chat: "a::v1::b",
    fastChat: "a:v1:b", // expect-error TS2322
    codeCompletion: "a::v1::b",
}
