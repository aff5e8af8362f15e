// Wrong types, each of which must not compile.
import { type Model, parse } from "../../shared/dist/index.js"

export const misspelt = (text: string): unknown => parse(text).modles // expect-error TS2551
export const number = (model: Model): number => model.displayName // expect-error TS2322
export const incomplete: Model = { displayName: "Claude" } // expect-error TS2740
