// Prints what the language services of editors show for documents: problems, completions and hover.
// Arguments: the folder with the installed modules, a JSON file. It has `schemas`, JSON Schemas by name, `associations` of
// YAML files with schemas, and `documents`: each has `file` (its path), `language` ("jsonc" or "yaml"), `text`, `offset` (of the cursor), and
// `schema` (a name of `schemas`), except in YAML, where a comment names the schema's file.
import fs from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { pathToFileURL } from "node:url"

const [modules, input] = process.argv.slice(2)
const { schemas, associations, documents } = JSON.parse(fs.readFileSync(input, "utf8"))
const { getLanguageService: jsonService, TextDocument } = createRequire(import.meta.url)(
    path.join(modules, "vscode-json-languageservice"),
)
const { getLanguageService: yamlService } = await import(
    pathToFileURL(path.join(modules, "yaml-language-server", "out", "src", "index.js")).href
)

const json = jsonService({})
json.configure({
    validate: true,
    allowComments: true,
    schemas: Object.entries(schemas).map(([name, schema]) => ({ uri: schema.$id, fileMatch: [`/${name}/*`], schema })),
})
// As VS Code treats files of the language `jsonc`.
const jsonSettings = { comments: "ignore", trailingCommas: "warning", schemaValidation: "warning" }

const yaml = yamlService({
    schemaRequestService: async uri => fs.readFileSync(new URL(uri), "utf8"),
    workspaceContext: { resolveRelativePath: (relative, base) => new URL(relative, base).href },
    clientCapabilities: {},
    yamlSettings: {},
})
yaml.configure({ validate: true, completion: true, hover: true, hoverSchemaSource: false, schemas: associations })

// The text after a completion, with `⁇` where the user is to write a value.
function applied(document, position, item) {
    const { range, newText } = item.textEdit ?? { range: { start: position, end: position }, newText: item.insertText }
    const start = document.offsetAt(range.start)
    const line = document.getText().slice(0, start).split("\n").at(-1)
    const indented = newText.replaceAll("\n", "\n" + /^ */.exec(line)[0])
    const isSnippet = item.insertTextFormat === 2
    const text = isSnippet
        ? indented.replace(/\\([\\$}])|\$\{\d+:((?:\\.|[^}])*)\}|\$\{\d+\}|\$\d+/g, (_, escaped, value) =>
              (escaped ?? value?.replace(/\\([\\$}])/g, "$1") ?? "⁇"))
        : indented
    return document.getText().slice(0, start) + text + document.getText().slice(document.offsetAt(range.end))
}

const textOf = content => [content ?? ""].flat().map(part => part.value ?? part).join("\n")

async function answer({ language, schema, text, offset, file }, index) {
    // The YAML service caches a version of each document. Comments and settings name schemas relative to the file.
    const uri = language === "yaml" ? pathToFileURL(file).href : `file:///${schema}/${index}.jsonc`
    const document = TextDocument.create(uri, language, index, text)
    const position = document.positionAt(offset)
    const tree = language === "yaml" ? undefined : json.parseJSONDocument(document)
    const problems = tree ? await json.doValidation(document, tree, jsonSettings) : await yaml.doValidation(document, false)
    const list = tree ? await json.doComplete(document, position, tree) : await yaml.doComplete(document, position, false)
    const hover = tree ? await json.doHover(document, position, tree) : await yaml.doHover(document, position)
    return {
        problems: problems.map(problem => ({ text: document.getText(problem.range), message: problem.message })),
        completions: list.items.map(item => ({
            label: item.label,
            documentation: textOf(item.documentation),
            applied: applied(document, position, item),
        })),
        hover: textOf(hover?.contents),
    }
}

console.log(JSON.stringify(await Promise.all(documents.map(answer))))
