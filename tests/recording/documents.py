"""The commands on model configurations and model references."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.recording.jobs import OUT, modelconfig
from tests.recording.staging import staged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.recording.jobs import Folders, Job

CASES = "tests/cases"
MODELS = "models.json"
COMMANDS = [
    *"validate list show diff explain page serve publish status client-check site ref".split(),
    *("serve gateway", "serve instance", "ref check", "ref sanitize"),
    *("site check", "site render", "site explain", "site convert"),
]
REFERENCES = [
    "",
    "a",
    "a::b",
    "a::b::c",
    "a::b::c::d",
    "::",
    "::::",
    "A::v1::x y",
    "acme/large",
    "ä::v1::x",
    "a::b:: c",
]
FILTERS = [
    *(("--provider", name) for name in ("anthropic", "openai", "google", "fireworks", "mistral", "nobody")),
    *(("--capability", name) for name in ("chat", "vision", "autocomplete", "edit", "tools", "reasoning", "vison")),
    *(("--status", name) for name in ("stable", "deprecated", "experimental", "beta")),
    *(("--tier", name) for name in ("free", "pro", "enterprise")),
    ("--capability", "chat", "--capability", "vision", "--tier", "pro"),
]


def jobs(folders: Folders) -> Iterator[Job]:
    """Return the commands on documents, on references and on problem codes."""
    documents = [*_found(folders, f"{CASES}/model/*/*.json"), *_found(folders, f"{CASES}/lint/*/*/*.json")]
    catalogues = [*_found(folders, f"{CASES}/catalog/positive/*/models.json"), *_found(folders, "docs/examples/*.json")]
    for file in [MODELS, *documents, *catalogues]:
        yield from _on_document(file)
    texts = [*_found(folders, f"{CASES}/reading/*/*"), *_found(folders, f"{CASES}/validation/*.json")]
    merges = [*_found(folders, f"{CASES}/merge/*/base.json"), *_found(folders, f"{CASES}/merge/*/merged.json")]
    kit = [*staged(folders.stage, "kit/model/*.json")]
    for file in [*texts, *merges, *kit, "no-such-file.json", CASES]:
        yield modelconfig("validate", "--format", "json", file)
        yield modelconfig("validate", "--consumer", "--format", "json", file)
    for file in [*texts, *merges]:
        yield modelconfig("validate", file)
        yield modelconfig("list", "--format", "json", "--base", file)
    for base in _found(folders, f"{CASES}/merge/*/base.json"):
        yield modelconfig("diff", "--format", "json", base, base.replace("base.json", "merged.json"))
    yield from _on_catalogue(folders)
    yield from _on_references(folders)
    yield from _without_documents(folders)


def _found(folders: Folders, pattern: str) -> list[str]:
    return sorted(path.relative_to(folders.inputs).as_posix() for path in folders.inputs.glob(pattern))


def _on_document(file: str) -> Iterator[Job]:
    for output in ("json", "text", "github", "sarif"):
        yield modelconfig("validate", "--format", output, file)
    yield modelconfig("validate", "--consumer", "--format", "json", file)
    yield modelconfig("list", "--base", file, "--format", "json")
    yield modelconfig("list", "--base", file)
    yield modelconfig("diff", "--format", "json", MODELS, file)
    yield modelconfig("diff", file, MODELS)
    yield modelconfig("publish", OUT, "--models", file)
    yield modelconfig("page", "--output", OUT, "--models", file)


def _on_catalogue(folders: Folders) -> Iterator[Job]:
    """Return the commands on the embedded catalogue and on its source file."""
    references = [model["modelRef"] for model in json.loads((folders.inputs / MODELS).read_text("utf-8"))["models"]]
    for name in [*references, *(reference.rpartition("::")[2] for reference in references), "gpt-4", "nothing"]:
        yield modelconfig("show", "--format", "json", name)
        yield modelconfig("show", name)
    for options in [(), *FILTERS]:
        yield modelconfig("list", "--format", "json", *options)
        yield modelconfig("list", *options)
    yield modelconfig("publish", OUT)
    yield modelconfig("publish", OUT, "--keep", "0")
    yield modelconfig("publish", "tests")
    yield modelconfig("page", "--output", OUT)
    for command in (("validate", "-"), ("list", "--base", "-", "--format", "json"), ("site", "check", "-")):
        job = modelconfig(*command)
        yield type(job)(job.module, job.arguments, stdin=MODELS)


def _on_references(folders: Folders) -> Iterator[Job]:
    kit = json.loads((folders.inputs / "generated/conformance/model/ModelRef.json").read_text("utf-8"))
    values = [operation.get("value") for case in kit["cases"] for operation in case["patch"]]
    texts = [value for value in values if isinstance(value, str) and "\0" not in value and value.isprintable()]
    for text in [*REFERENCES, *dict.fromkeys(texts)]:
        yield modelconfig("ref", "check", "--format", "json", "--", text)
        yield modelconfig("ref", "sanitize", "--", text)
    yield modelconfig("ref", "check", "--", *REFERENCES)


def _without_documents(folders: Folders) -> Iterator[Job]:
    yield modelconfig("--version")
    for command in ["", *COMMANDS]:
        yield modelconfig(*command.split(), "--help")
        yield modelconfig(*command.split(), "--no-such-option")
        if not command.startswith("serve "):
            yield modelconfig(*command.split())
    for code in [*(f"MC{number:03}" for number in range(460)), "mc103", "MC", "x"]:
        yield modelconfig("explain", code)
    yield modelconfig("status", "http://127.0.0.1:1")
    yield modelconfig("status", "ftp://x")
    declarations = [*_found(folders, "generated/typescript/index.d.ts"), *_found(folders, "tests/**/cases/**/*.ts")]
    declarations += _found(folders, "schema/released/*/typescript/index.d.ts")
    for vendored in declarations:
        yield modelconfig("client-check", "--format", "json", vendored)
        yield modelconfig("client-check", vendored)
