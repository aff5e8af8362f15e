// A package of a monorepo: its declarations refer to the vendored types.
import type { ModelConfiguration } from "./modelconfig.js"

export type { Model } from "./modelconfig.js"

export function parse(text: string): ModelConfiguration {
    return JSON.parse(text) as ModelConfiguration
}
