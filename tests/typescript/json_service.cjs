// What VS Code's own language service says of JSON files under a schema: prints one JSON object by file.
// Arguments: the folder with the installed modules, the schema, the files. Where a file has the string "⁇", what can be
// completed there is told.
"use strict"

const fs = require("node:fs")
const path = require("node:path")

const [modules, schemaFile, ...files] = process.argv.slice(2)
const { getLanguageService, TextDocument } = require(path.join(modules, "vscode-json-languageservice"))

const schema = JSON.parse(fs.readFileSync(schemaFile, "utf8"))
const service = getLanguageService({})
service.configure({ validate: true, allowComments: true, schemas: [{ fileMatch: ["*"], uri: schema.$id, schema }] })
// As VS Code treats files of the language `jsonc`.
const settings = { comments: "ignore", trailingCommas: "warning", schemaValidation: "warning" }

// The text of each member's name and of each string value, with what is shown when the pointer is on it.
async function hovers(document, tree) {
    const found = {}
    const pending = [tree.root]
    for (let node = pending.pop(); node; node = pending.pop()) {
        pending.push(...(node.children ?? []))
        if (node.type === "string") {
            const shown = await service.doHover(document, document.positionAt(node.offset + 1), tree)
            if (shown) found[node.value] = [shown.contents].flat().map(part => part.value ?? part).join("\n")
        }
    }
    return found
}

async function completions(document, tree) {
    const found = []
    for (const { index } of document.getText().matchAll(/"⁇"/g)) {
        const list = await service.doComplete(document, document.positionAt(index + 1), tree)
        found.push(list.items.map(item => item.label))
    }
    return found
}

async function main() {
    const answers = {}
    for (const file of files) {
        const document = TextDocument.create(`file://${file}`, "jsonc", 1, fs.readFileSync(file, "utf8"))
        const tree = service.parseJSONDocument(document)
        const problems = await service.doValidation(document, tree, settings)
        answers[file] = {
            problems: problems.map(problem => problem.message),
            hovers: await hovers(document, tree),
            completions: await completions(document, tree),
        }
    }
    console.log(JSON.stringify(answers))
}

main()
