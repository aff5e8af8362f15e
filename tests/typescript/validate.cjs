// What ajv says of documents under schemas. Arguments: the folder with the installed modules, a file of
// { schemas: { name: schema }, documents: [[name, text], …] }. Prints a JSON array: whether each document is valid.
"use strict"

const fs = require("node:fs")
const path = require("node:path")

const [modules, input] = process.argv.slice(2)
const { Ajv2020 } = require(path.join(modules, "ajv", "dist", "2020"))

const { schemas, documents } = JSON.parse(fs.readFileSync(input, "utf8"))
const validators = {}
for (const [name, schema] of Object.entries(schemas)) {
    // As their tools use it, but for our annotations, which are no keywords of ajv's. A definition has the id of its file.
    validators[name] = new Ajv2020({ strict: false }).compile(schema)
}
console.log(JSON.stringify(documents.map(([name, text]) => validators[name](JSON.parse(text)))))
