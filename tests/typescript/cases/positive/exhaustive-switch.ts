// The closed list proves that a switch forgets nothing.
import type { KnownModelStatus, KnownModelTier } from "cody-modelconfig"

export function label(status: KnownModelStatus): string {
    switch (status) {
        case "experimental":
        case "beta":
            return "preview"
        case "stable":
            return ""
        case "deprecated":
            return "retiring"
        case "waitlist":
        case "internal":
            return "not for everyone"
        default: {
            const forgotten: never = status
            return forgotten
        }
    }
}

export const rank: Record<KnownModelTier, number> = { free: 0, pro: 1, enterprise: 2 }
