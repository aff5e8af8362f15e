// What an editor shows for every type and member of a declaration file: prints one JSON object, by `Type` and `Type.member`.
"use strict"

const fs = require("node:fs")
const path = require("node:path")

const [modules, file] = process.argv.slice(2)
const ts = require(path.join(modules, "typescript-5.9"))

const text = fs.readFileSync(file, "utf8")
const service = ts.createLanguageService({
    fileExists: name => name === file,
    getCompilationSettings: () => ({ noLib: true, types: [] }),
    getCurrentDirectory: () => path.dirname(file),
    getDefaultLibFileName: () => "lib.d.ts",
    getScriptFileNames: () => [file],
    getScriptSnapshot: name => (name === file ? ts.ScriptSnapshot.fromString(text) : undefined),
    getScriptVersion: () => "1",
    readFile: name => (name === file ? text : undefined),
})

const shown = {}

function ask(name, node) {
    const info = service.getQuickInfoAtPosition(file, node.getStart())
    shown[name] = {
        text: ts.displayPartsToString(info.documentation),
        tags: (info.tags ?? []).map(tag => [tag.name, ts.displayPartsToString(tag.text)]),
    }
}

for (const statement of service.getProgram().getSourceFile(file).statements) {
    ask(statement.name.text, statement.name)
    for (const member of statement.members ?? []) {
        if (ts.isPropertySignature(member)) {
            ask(`${statement.name.text}.${member.name.text}`, member.name)
        }
    }
}
console.log(JSON.stringify(shown))
