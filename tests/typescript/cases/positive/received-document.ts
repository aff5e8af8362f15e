// What comes over the wire may hold members without a name here; reading it needs no cast of its parts.
import type { ClientSideProviderConfig, ContextWindow, Model, ModelConfiguration, ModelRef } from "cody-modelconfig"

import { model } from "./complete-document.js"

export function parsed(text: string): ModelConfiguration {
    const document: ModelConfiguration = JSON.parse(text)
    return document
}

const withLaterMember = { ...model, contextWindow: { maxInputTokens: 1, maxOutputTokens: 1, maxThoughtTokens: 1 } }
export const accepted: Model = withLaterMember

export const noSettings: ClientSideProviderConfig = {}

export function window(candidate: Model, tier: "free" | "pro" | "enterprise"): ContextWindow {
    return candidate.modelConfigAllTiers?.[tier]?.contextWindow ?? candidate.contextWindow
}

export function names(configuration: ModelConfiguration): ReadonlyMap<ModelRef, string> {
    return new Map(configuration.models.map(({ modelRef, displayName }) => [modelRef, displayName]))
}
