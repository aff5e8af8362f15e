import type { KnownModelTier, ModelTier } from "cody-modelconfig"

export function price(tier: KnownModelTier): number {
    switch (tier) {
        case "free":
            return 0
        case "pro":
            return 9
        default: {
            const forgotten: never = tier // expect-error TS2322
            return forgotten
        }
    }
}

export function openListIsNeverExhausted(tier: ModelTier): number {
    switch (tier) {
        case "free":
        case "pro":
        case "enterprise":
            return 0
        default: {
            const later: never = tier // expect-error TS2322
            return later
        }
    }
}
