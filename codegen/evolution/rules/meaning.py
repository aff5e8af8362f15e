"""Rules on annotations: defaults, deprecation, secrets, texts."""

from collections.abc import Iterator

from codegen.evolution.diff.audiences import Audience, Category
from codegen.evolution.diff.changes import SchemaChange
from codegen.evolution.rules.findings import ChangeFinding, Level, as_json, breaks, compatible, finding, undecided
from codegen.evolution.rules.rule_context import RuleContext

_CLIENTS = (Audience.CLIENTS,)
_USERS_OF_CONSTANTS = tuple(audience for audience in Audience if audience is not Audience.CLIENTS)
"""Clients use TypeScript, where a listed value has no constant."""


def default(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that the default of an absent property changed, was added or was removed."""
    if change.old is not None and change.new is not None:
        text = "old and new readers take another value for the absent property"
        yield finding(
            change, "default-changed", f"`default` changed from {as_json(change.before)} to {as_json(change.after)}",
            "Keep the default, and write the new value where it is intended.",
            breaks(Category.FORWARD, text), breaks(Category.BACKWARD, text),
        )  # fmt: skip
        return
    rule, message = "default-added", f"now has the `default` {as_json(change.after)}"
    hint = "Check that absence always had this meaning, and state that in an exception."
    text = "the earlier meaning of an absent property is not documented"
    if change.new is None:
        rule, message = "default-removed", f"no longer has the `default` {as_json(change.before)}"
        hint = "Keep it; or state in an exception what an absent property means."
        text = "the new meaning of an absent property is not documented"
    yield finding(change, rule, message, hint, undecided(Category.FORWARD, text), undecided(Category.BACKWARD, text))


def deprecation(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that something was deprecated and may be removed in the next major version, or is no longer deprecated."""
    if change.after:
        yield finding(
            change, "deprecated", "is deprecated", "State in `x-deprecated` since which version, and what to use.",
            compatible(Category.SOURCE, "editors show it as deprecated; programs are not affected"),
        )  # fmt: skip
    else:
        yield finding(change, "deprecation-withdrawn", "is no longer deprecated")


def masking(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a value is masked in all output, or no longer is."""
    if change.after:
        message = "is a credential, and masked wherever it is printed"
        yield finding(change, "secret-marked", message, level=Level.PATCH)
        return
    yield finding(
        change, "secret-unmarked",
        "is no longer marked as a credential, so its value will be printed and logged",
        "Keep `x-secret`: values entered as credentials must stay masked.",
        breaks(Category.BACKWARD, "older documents contain credentials there"), policy=True,
    )  # fmt: skip


def exposure(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that clients receive a credential that they did not receive before."""
    effects = [breaks(Category.FORWARD, "older clients do not know that it is a credential, and may print or log it")]
    if change.old is not None:
        effects.append(breaks(Category.BACKWARD, "clients receive the credentials of older documents"))
    yield finding(
        change, "credential-exposed", "is a credential, and clients now receive it",
        'Add "x-visibility": "server" to the property, or to the one through which clients receive its object.',
        *effects,
    )  # fmt: skip


def annotation(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that an annotation of the dialect changed: reference, uniqueness, template-literal type, copy, constant."""
    if change.name == "x-ts-template":
        yield finding(
            change, "template-changed", "has another template-literal type in TypeScript", "Keep the template.",
            breaks(Category.SOURCE, "string literals that matched the type may no longer compile", _CLIENTS),
        )  # fmt: skip
    elif change.name == "x-client-copy-of":
        text = "clients receive another value under the same name"
        yield finding(
            change, "copy-changed",
            f"`x-client-copy-of` changed from {as_json(change.before)} to {as_json(change.after)}",
            "Keep the copy, and add another one under a new name.",
            breaks(Category.FORWARD, text, _CLIENTS), breaks(Category.BACKWARD, text, _CLIENTS),
        )  # fmt: skip
    elif change.name == "x-name":
        yield finding(
            change, "constant-renamed",
            f"`x-name` changed from {as_json(change.before)} to {as_json(change.after)}, which renames its constant",
            "Keep the name.",
            breaks(Category.SOURCE, "programs that use the constant no longer compile", _USERS_OF_CONSTANTS),
        )  # fmt: skip
    else:
        effects = []
        if change.after is not None:
            effects.append(undecided(Category.BACKWARD, "older documents may violate the new rule"))
        if change.before is not None:
            effects.append(undecided(Category.FORWARD, "older readers may enforce the old rule"))
        yield finding(
            change, "reference-rule-changed",
            f"`{change.name}` changed from {as_json(change.before)} to {as_json(change.after)}",
            "Add an exception that explains how older readers and documents are affected.", *effects,
        )  # fmt: skip


def text(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that documentation changed: descriptions, examples, `x-since`."""
    yield finding(change, "text-changed", f"`{change.name}` changed", level=Level.PATCH)


def wording(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a schema is written differently with the same meaning, such as an exclusive limit for an inclusive."""
    yield finding(change, "said-otherwise", "is written differently with the same meaning", level=Level.PATCH)


def other(change: SchemaChange, _: RuleContext) -> Iterator[ChangeFinding]:
    """Yield that a keyword changed that no rule covers."""
    text = "the check has no rule for the keyword"
    yield finding(
        change, "keyword-changed",
        f"`{change.name}` changed from {as_json(change.before)} to {as_json(change.after)}",
        "Add an exception that describes the effect, and a rule to codegen/evolution/rules.",
        *(undecided(category, text) for category in Category),
    )  # fmt: skip
