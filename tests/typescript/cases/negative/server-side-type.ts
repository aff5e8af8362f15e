import type { ServerSideProviderConfig } from "cody-modelconfig" // expect-error TS2305
import type { ServerSideModelConfig } from "cody-modelconfig" // expect-error TS2305
import type { ReasoningEffort } from "cody-modelconfig" // expect-error TS2305
import type { SiteModelConfiguration } from "cody-modelconfig" // expect-error TS2724

export type Hidden = [ServerSideProviderConfig, ServerSideModelConfig, ReasoningEffort, SiteModelConfiguration]
