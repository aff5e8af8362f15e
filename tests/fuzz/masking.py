"""Hostile credentials, made from a seed, at every location that is printed: none of their characters may appear.

Each input has one canary in a URL that may be malformed, a key, or a property named like a credential. It passes the
functions that print: problems in each format, tables, differences, server view, conversion.
"""

from __future__ import annotations

import json
import random
import string
import sys
import traceback
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import quote as percent_encoded

from modelconfig.analysis.check import check_site
from modelconfig.cli.tables import model_card, model_table
from modelconfig.diagnostics.credentials import hide
from modelconfig.diagnostics.phrases import quote, quote_name
from modelconfig.diagnostics.render.formats import FORMATS, render
from modelconfig.documents.diff import compare
from modelconfig.documents.diff import render as render_changes
from modelconfig.documents.loader import examine
from modelconfig.jsontext.writer import dump_document
from modelconfig.publish.public_document import examine_public_bytes
from modelconfig.site.legacy.conversion import convert_site
from modelconfig.site.legacy.converted_text import as_text
from modelconfig.site.masking import mask_of
from modelconfig.site.site_file import parse_site
from modelconfig.views.server_view import server_view
from tests.helpers.view_documents import document, model

SEED = 20261127
_SITE_SHARE = 0.05
"""The share of inputs that are also checked as site configurations, which takes longer."""
_OUTPUTS_PER_INPUT = 3
_PIECE_LENGTH = 6
"""Characters of a canary that an output must not contain."""

_SCHEMES = ("https:", "http:", "HTTPS:", "HtTp:", "ftp:", "wss:")
_SLASHES = ("//", "/", "", "\\\\", "\\", "/\\", "//", "// ", "//\t", "///")
_USERS = ("user", "u", "", "a.b", "me%40corp", "user name")
_BEFORE = ("", "", "", "p/", "p?", "p#", "p@", "p w", "p\\", "p%2F", "123456/")
_AFTER = ("", "", "", "/p", "?p", "#p", "@p", " p", "%20")
_HOSTS = ("h.example", "h.example:8443/v1", "", "[::1]", "h?x=1", "H.EXAMPLE/a@b", "h.example/v1?api-version=1")
_PROSE = ("{}", "{}", "{}", "see {}", "{} is down", "({})", '"{}"', "<{}>", "a\n{}", "{}\n", "x={}")
_KEYS = (
    *("sk-ant-api03-", "sk-proj-", "sk-", "sgp_", "slk_", "ghp_", "github_pat_", "glpat-", "xoxb-", "AIza", "ya29."),
    *("hf_", "gsk_", "xai-", "pplx-", "nvapi-"),
)
_NAMED = (
    "accessToken",
    "api_key",
    "API-KEY",
    "clientSecret",
    "password",
    "Authorization",
    "refresh token",
    "secretKey",
)
_QUERIES = ("key", "api-key", "access_token", "sig", "X-Amz-Signature", "Subscription-Key", "code")
_FIELDS = ("displayName", "modelName", "category", "status", "tier", "future")


class Input(NamedTuple):
    """A text with a canary. `name` is the property that must have it, "" if any may."""

    text: str
    canary: str
    name: str = ""


def inputs(numbers: range, seed: int = SEED) -> Iterator[Input]:
    """Yield the inputs with these numbers, the same ones for the same seed."""
    for number in numbers:
        dice = random.Random(f"{seed} {number}")  # noqa: S311  # reproducible, not secret
        canary = "".join(dice.choices(string.ascii_letters + string.digits, k=24))
        yield dice.choices((_url, _key, _query, _named), (6, 2, 1, 1))[0](dice, canary)


def leaks(given: Input, number: int, seed: int = SEED) -> list[str]:
    """Return the names of the outputs that contain a part of the canary."""
    dice = random.Random(f"{seed} outputs {number}")  # noqa: S311  # reproducible, not secret
    outputs = dict(_document_outputs(given, dice))
    if dice.random() < _SITE_SHARE:
        outputs |= _site_outputs(given, dice)
    canary = given.canary.casefold()
    pieces = [canary[at : at + _PIECE_LENGTH] for at in range(len(canary) - _PIECE_LENGTH + 1)]
    return [name for name, text in outputs.items() if any(piece in text.casefold() for piece in pieces)]


def _url(dice: random.Random, canary: str) -> Input:
    password = dice.choice(_BEFORE) + canary + dice.choice(_AFTER)
    scheme, slashes = dice.choice(_SCHEMES), dice.choice(_SLASHES)
    url = f"{scheme}{slashes}{dice.choice(_USERS)}:{password}@{dice.choice(_HOSTS)}"
    for _ in range(dice.choice((0, 0, 0, 0, 1, 2))):
        url = percent_encoded(url, safe="")
    return Input(dice.choice(_PROSE).format(url), canary)


def _key(dice: random.Random, canary: str) -> Input:
    return Input(dice.choice(_PROSE).format(dice.choice(_KEYS) + canary), canary)


def _query(dice: random.Random, canary: str) -> Input:
    slashes = dice.choice(("//", "/", "\\\\"))
    return Input(f"https:{slashes}h.example/v1{dice.choice('?#')}{dice.choice(_QUERIES)}={canary}&x=1", canary)


def _named(dice: random.Random, canary: str) -> Input:
    return Input(canary, canary, dice.choice(_NAMED))


def _document_outputs(given: Input, dice: random.Random) -> Iterator[tuple[str, str]]:
    """Yield some of what is printed of a document with the canary in it."""
    changed = _document(given, dice)
    text = json.dumps(changed, indent=dice.choice((None, 1)), ensure_ascii=dice.random() < 0.5)
    format_name = dice.choice(FORMATS)
    outputs: dict[str, Callable[[], str]] = {
        "problems": lambda: _problems(text, format_name),
        "cut": lambda: _problems_of_cut(text, given, dice),
        "server view": lambda: dump_document(server_view(changed)),
        "hidden": lambda: dump_document(hide("", changed)),
        "quoted": lambda: "" if given.name else quote(given.text) + quote_name(given.text),
        "changes": lambda: _changes(changed),
        "table": lambda: model_table(changed, changed["models"]),
        "card": lambda: model_card(changed, changed["models"][0]),
    }
    for name in dice.sample(list(outputs), _OUTPUTS_PER_INPUT):
        yield name, outputs[name]()


def _problems(text: str, format_name: str) -> str:
    """Return the problems that prevent publication, and the text if nothing does."""
    examined = examine_public_bytes(text.encode(), "x.json")
    published = text if examined.data is not None else ""
    return published + render(examined.problems, format_name, sources={"x.json": text})


def _problems_of_cut(text: str, given: Input, dice: random.Random) -> str:
    """Return the problems of a text that ends after its canary."""
    cut = text[: dice.randrange(text.index(given.canary) + len(given.canary), len(text))]
    return render(examine(cut.encode(), "x.json")[2], "text", sources={"x.json": cut})


def _changes(changed: dict[str, Any]) -> str:
    changes = compare(_plain(), changed)
    return render_changes(changes) + json.dumps([change.to_json() for change in changes])


def _document(given: Input, dice: random.Random) -> dict[str, Any]:
    """Return a document with the canary as a value or as the name of a property."""
    if given.name:
        named = {given.name: dice.choice((given.text, [given.text]))}
        return document(models=[model(clientSideConfig={"openAICompatible": named})])
    text = given.text
    places: list[Callable[[], dict[str, Any]]] = [
        lambda: document(models=[model(**{dice.choice(_FIELDS): text})]),
        lambda: document(models=[model(capabilities=["chat", text])]),
        lambda: document(models=[model(**{text: {"x": text}})]),
        lambda: document(models=[model(clientSideConfig={"openAICompatible": {text: [text]}})]),
        lambda: document(revision=text),
        lambda: document(**{text: 1}),
        lambda: document(providers=[{"id": "acme", "displayName": text}]),
    ]
    return dice.choice(places)()


def _site_outputs(given: Input, dice: random.Random) -> dict[str, str]:
    """Return what is printed of a site configuration with the canary in it."""
    value = _site(given, dice)
    text = json.dumps(value, indent=dice.choice((None, 1)))
    file, problems = parse_site(text, "x.json")
    outputs = {}
    if file is not None:
        problems = [*problems, *file.place(check_site(_plain(), file.value))]
        converted = convert_site(file.value)
        if converted.configuration is not None:
            outputs["converted"] = as_text(converted.configuration, converted.notes, "x.json", reveal=False)
    masks = {"x.json": mask_of(text)}
    return outputs | {name: render(problems, name, sources={"x.json": text}, masks=masks) for name in FORMATS}


def _site(given: Input, dice: random.Random) -> dict[str, Any]:
    text, name = given.text, given.name or dice.choice(("endpoint", "accessToken"))
    completions = {"provider": "openai", "chatModel": "gpt-4o", "completionModel": "gpt-4o", "accessToken": "x"}
    if given.name:
        completions |= {"accessToken": text}
    config = {"type": "openai", name: text, "endpoint": "https://h.example"}
    override = {"id": "acme", "displayName": "Acme", "serverSideConfig": config}
    sections: list[dict[str, Any]] = [
        {"completions": {**completions, **({} if given.name else {"endpoint": text})}},
        {"modelConfiguration": {"sourcegraph": {}, "providerOverrides": [override]}},
        {"modelConfiguration": {"sourcegraph": {}, "providerOverrides": [override | {name: text}]}},
    ]
    return {"cody.enabled": True, **dice.choice(sections)}


@cache
def _plain() -> dict[str, Any]:
    return document()


def printed(numbers: range, seed: int) -> tuple[int, int]:
    """Return how many of these inputs appeared, and how many raised an exception."""
    canaries = tracebacks = 0
    for number, given in zip(numbers, inputs(numbers, seed), strict=True):
        try:
            names = leaks(given, number, seed)
        except Exception:  # noqa: BLE001  # it is reported as a finding
            traceback.print_exc()
            names, tracebacks = ["traceback"], tracebacks + 1
        else:
            canaries += bool(names)
        if names:
            sys.stderr.write(f"{number}: {given.text!r} {given.name} in {', '.join(names)}" + "\n")
    return canaries, tracebacks
