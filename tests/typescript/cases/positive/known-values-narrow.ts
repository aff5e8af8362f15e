// A known value is a received value, and comparing a received value with a known one needs no cast.
import type { KnownModelStatus, Model, ModelStatus } from "cody-modelconfig"

export const known: KnownModelStatus = "waitlist"
export const received: ModelStatus = known
export const text: string = received

export function offered(models: readonly Model[]): readonly Model[] {
    const hidden: ReadonlySet<ModelStatus> = new Set<ModelStatus>(["deprecated", "waitlist"])
    return models.filter(model => !hidden.has(model.status) && model.status !== "internal")
}
