"""Attacks on `check_site` and its reports: wrong types, invalid texts, and canaries wherever a credential may be."""

from __future__ import annotations

import json
import random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from modelconfig.analysis.check import check_site
from modelconfig.diagnostics.problem import in_reading_order
from modelconfig.diagnostics.render.formats import FORMATS, render
from modelconfig.documents.loader import load_document
from modelconfig.site.legacy.conversion import convert_site
from modelconfig.site.masking import known_words, mask_of
from modelconfig.site.site_file import parse_site
from tests.helpers.strategies import documents

BASE = load_document()
CANARY = "Zq7xKw3vPn5bTd9mRf2hYs8cGj4kWe6t"
PIECES = [CANARY[at : at + 4] for at in range(len(CANARY) - 3)]
RECOGNISED = [f"https://u:{CANARY}@h/{CANARY}", f"sk-{CANARY}", f"Bearer {CANARY}"]
"""Forms of credentials that are hidden wherever they are."""
FORMS = [CANARY, f"https://u:{CANARY}@h/{CANARY}", f"{CANARY}:{CANARY}", f"Bearer {CANARY}", f"id{CANARY}"]
PRIVATE = {"serverSideConfig", "endpoint", "accessToken", "licenseKey", "systemPreInstruction", "user"}


def with_canaries(value: Any, dice: random.Random, *, recognised: bool, private: bool = False) -> Any:
    """Return the value with canaries as private strings, as unknown names, and as values of misspelt properties.

    With `recognised` also with credentials of a recognised form as public strings.
    """
    if isinstance(value, dict):
        after = {}
        for name, part in value.items():
            known = name in known_words()
            shown = name if known or dice.random() < 0.7 else CANARY + name
            after[shown] = with_canaries(
                part, dice, recognised=recognised, private=private or not known or name in PRIVATE
            )
        if dice.random() < 0.3:
            after[dice.choice(["acessToken", "licensekey", CANARY, f"{CANARY}{dice.random()}"])] = CANARY
        return after
    if isinstance(value, list):
        return [with_canaries(part, dice, recognised=recognised, private=private) for part in value]
    if isinstance(value, str) and (private or (recognised and dice.random() < 0.1)):
        return dice.choice(FORMS if private else RECOGNISED)
    return value


def mutated(value: Any, dice: random.Random) -> Any:
    """Return the value with one part replaced, renamed or repeated."""
    if isinstance(value, dict) and value:
        name = dice.choice(list(value))
        jitter = dice.random()
        if jitter < 0.15:
            return {**value, name: dice.choice([None, 1, 1.5, True, [], {}, [1], {"a": CANARY}])}
        if jitter < 0.3:
            rest = {other: part for other, part in value.items() if other != name}
            return {**rest, name[:1] + name[2:] + "x": {"accessToken": CANARY}}
        return {**value, name: mutated(value[name], dice)}
    if isinstance(value, list) and value:
        at = dice.randrange(len(value))
        return [*value[:at], mutated(value[at], dice), *value[at + 1 :], *value[: dice.randrange(2)]]
    return value


def damaged(text: str, dice: random.Random) -> str:
    """Return the text with a few characters removed, added or changed."""
    for _ in range(dice.randrange(1, 4)):
        at = dice.randrange(len(text) + 1)
        text = text[:at] + dice.choice(["", *'",:{}[]/*\\\n1#x']) + text[at + dice.randrange(4) :]
    return text


def assert_no_canary(text: str) -> None:
    """Check and convert the text as a site configuration, and assert that no report contains a piece of the canary."""
    file, problems = parse_site(text, "f")
    notes: list[str] = []
    if file is not None:
        converted = convert_site(file.value)
        notes = converted.notes
        problems += file.place([*check_site(BASE, file.value), *converted.problems])
    for name in FORMATS:
        report = render(in_reading_order(problems), name, sources={"f": text}, masks={"f": mask_of(text)})
        seen = [piece for piece in PIECES if piece in report or piece in repr(notes)]
        assert not seen, (text, report)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents("SiteConfiguration"), st.integers(0, 2**32), st.booleans())
def test_no_report_shows_a_piece_of_a_credential(site: dict[str, Any], seed: int, bare: bool) -> None:  # noqa: FBT001  # drawn
    dice = random.Random(seed)  # noqa: S311  # no secret comes from it
    value = site["modelConfiguration"] if bare and site.get("modelConfiguration") else site
    for _ in range(dice.randrange(6)):
        value = mutated(value, dice)
    layout: dict[str, Any] = {"indent": dice.choice([None, 2]), "ensure_ascii": dice.random() < 0.5}
    assert_no_canary(json.dumps(with_canaries(value, dice, recognised=True), **layout))
    # A credential in a public string that loses a character may not be recognised.
    text = json.dumps(with_canaries(value, dice, recognised=False), **layout)
    assert_no_canary(text)
    for _ in range(3):
        assert_no_canary(damaged(text, dice))
