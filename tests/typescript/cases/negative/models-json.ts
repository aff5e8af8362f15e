import models from "cody-modelconfig/models.json" with { type: "json" }

export const misspelt: unknown = models.modles // expect-error TS2551
export const serverSide: unknown = models.providers[0]?.serverSideConfig // expect-error TS2339
export const reference: "anthropic" = models.defaultModels.chat // expect-error TS2322
