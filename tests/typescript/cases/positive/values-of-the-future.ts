// A value that a later version adds reaches this build and is kept.
import type { Capability, Model, ModelStatus } from "cody-modelconfig"

import { configuration, model } from "./complete-document.js"

export const status: ModelStatus = "sunset"
export const capability: Capability = "telepathy"
export const later: Model = { ...model, status: "sunset", tier: "team", category: "cheap", capabilities: ["telepathy"] }
export const document = { ...configuration, schemaVersion: "1.1" } satisfies typeof configuration

export function isLater(candidate: Model): boolean {
    return candidate.status === "sunset" || candidate.capabilities.includes("telepathy")
}
