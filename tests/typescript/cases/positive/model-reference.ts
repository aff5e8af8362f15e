// The template-literal type lets the compiler take a reference apart and put one together.
import type { ModelRef } from "cody-modelconfig"

type ProviderOf<Reference extends ModelRef> = Reference extends `${infer Provider}::${string}::${string}` ? Provider : never

export const provider: ProviderOf<"google::v1::gemini-2.0-flash"> = "google"

export function reference(provider: string, apiVersion: string, id: string): ModelRef {
    return `${provider}::${apiVersion}::${id}`
}

export function isReference(text: string): text is ModelRef {
    return text.split("::").length === 3
}
