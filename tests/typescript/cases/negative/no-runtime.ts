import type { KnownModelStatus } from "cody-modelconfig"

export const value: unknown = KnownModelStatus.stable // expect-error TS2693
