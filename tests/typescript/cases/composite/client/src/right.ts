import { type Model, parse } from "../../shared/dist/index.js"

export const names = (text: string): readonly string[] => parse(text).models.map((model: Model) => model.displayName)
