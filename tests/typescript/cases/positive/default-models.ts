// Clients read `unlimitedChat`; servers of either generation are understood.
import type { DefaultModels, ModelRef } from "cody-modelconfig"

export function whenLimitIsUsedUp(defaults: DefaultModels): ModelRef {
    return defaults.unlimitedChat ?? defaults.fallbackChat ?? defaults.chat
}

export const roles: readonly (keyof DefaultModels)[] = ["chat", "fastChat", "codeCompletion", "fallbackChat", "unlimitedChat"]
