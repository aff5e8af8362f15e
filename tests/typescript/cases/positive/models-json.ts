// The published catalogue, imported, is a model configuration and nothing narrower.
import type { ModelConfiguration } from "cody-modelconfig"

import models from "cody-modelconfig/models.json" with { type: "json" }

type Same<Left, Right> = (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false

export const same: Same<typeof models, ModelConfiguration> = true
export const unlimited: string | undefined = models.defaultModels.unlimitedChat
