"""The table of problem codes: slug, severity, title and page of each.

Headings of the pages below `explanations/`, SARIF rules, annotations for GitHub, `modelconfig explain` and the list in
`docs/reference/` are made from it. A code is added here, and never reused or renumbered.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from modelconfig.diagnostics.problem import Severity

FOLDER = Path(__file__).parent / "explanations"
"""The folder with the page of each code."""

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING


class ProblemCode(NamedTuple):
    """A row of the table of codes."""

    code: str
    slug: str
    """A name for programs and searches, in lower case with hyphens."""
    severity: Severity
    """The usual severity; a check reports another one only where the same mistake has another effect."""
    title: str
    """What is wrong, in a few words."""

    @property
    def page(self) -> str:
        """The file name of the page in `explanations/`."""
        return f"{self.code}.md"

    @property
    def heading(self) -> str:
        """The heading of the page."""
        return f"# {self.code} {self.slug} ({self.severity.value})"

    @property
    def text(self) -> str:
        """The page without its heading: why the rule exists, an example that breaks it, and how to fix it."""
        return (FOLDER / self.page).read_text(encoding="utf-8").partition("\n")[2].strip() + "\n"

    @property
    def summary(self) -> str:
        """The first paragraph of the page on one line."""
        return " ".join(self.text.partition("\n\n")[0].split())


CODES: Mapping[str, ProblemCode] = {
    row[0]: ProblemCode(*row)
    for row in (
        ("MC001", "unreadable-file", _ERROR, "the file cannot be read"),
        ("MC002", "not-text", _ERROR, "the file is not UTF-8 text"),
        ("MC003", "json-syntax", _ERROR, "JSON syntax error"),
        ("MC004", "duplicate-property", _ERROR, "a property occurs twice in one object"),
        ("MC005", "invalid-number", _ERROR, "not a finite 64-bit floating-point number"),
        ("MC006", "too-deep", _ERROR, "nested too deeply"),
        ("MC007", "empty-input", _ERROR, "the file is empty"),
        ("MC008", "yaml-syntax", _ERROR, "YAML syntax error"),
        ("MC009", "yaml-feature", _ERROR, "YAML feature that is not allowed"),
        ("MC010", "byte-order-mark", _WARNING, "the file starts with a byte order mark"),
        ("MC011", "unwritable-file", _ERROR, "the file cannot be written"),
        ("MC012", "not-a-model-configuration", _ERROR, "the file to overwrite is not a model configuration"),
        ("MC013", "lone-surrogate", _ERROR, "lone surrogate in a string"),
        ("MC014", "no-editor-schema", _WARNING, "no comment names the schema for editors"),
        ("MC015", "conflict-marker", _ERROR, "unresolved conflict of a merge"),
        ("MC101", "wrong-type", _ERROR, "value of the wrong type"),
        ("MC102", "missing-property", _ERROR, "required property is missing"),
        ("MC103", "unknown-property", _ERROR, "unknown property"),
        ("MC104", "unlisted-value", _ERROR, "value not in the enumeration"),
        ("MC105", "wrong-format", _ERROR, "text does not match its format"),
        ("MC106", "wrong-length", _ERROR, "text too short or too long"),
        ("MC107", "out-of-range", _ERROR, "number out of range"),
        ("MC108", "wrong-count", _ERROR, "too few or too many items or properties"),
        ("MC109", "repeated-item", _ERROR, "array items are not unique"),
        ("MC110", "unknown-variant", _ERROR, 'unknown "type" of an object'),
        ("MC111", "wrong-constant", _ERROR, "value differs from the only allowed one"),
        ("MC150", "unknown-keyword", _ERROR, "unknown JSON Schema keyword"),
        ("MC151", "unsupported-keyword", _ERROR, "keyword outside the dialect"),
        ("MC152", "unsupported-form", _ERROR, "combination of keywords that no target can express"),
        ("MC153", "dangling-reference", _ERROR, "reference to a missing definition"),
        ("MC154", "missing-description", _ERROR, "description is missing"),
        ("MC155", "unportable-pattern", _ERROR, "pattern that engines interpret differently"),
        ("MC156", "name-collision", _ERROR, "name is already used in a generated language"),
        ("MC157", "unbounded-integer", _ERROR, "integer without portable bounds"),
        ("MC158", "annotation-without-target", _ERROR, "annotation names a missing property"),
        ("MC159", "reserved-name", _ERROR, "reserved name is used again"),
        ("MC160", "invalid-example", _ERROR, "example or default is not valid"),
        ("MC161", "wrong-schema-name", _ERROR, "name cannot be used for generated files"),
        ("MC162", "wrong-header", _ERROR, "wrong $id or x-version"),
        ("MC163", "unused-definition", _ERROR, "definition is not used"),
        ("MC164", "missing-additional-properties", _ERROR, "object without additionalProperties"),
        ("MC165", "infinite-definition", _ERROR, "definition without a finite value"),
        ("MC166", "circular-files", _ERROR, "schema files with circular references"),
        ("MC167", "empty-range", _ERROR, "limits that no value satisfies"),
        ("MC168", "exposed-credential", _ERROR, "credential that clients would receive"),
        ("MC169", "invalid-client-view", _ERROR, "clients may receive what is invalid for them"),
        ("MC170", "outdated-file", _ERROR, "generated file is missing or outdated"),
        ("MC171", "unexpected-file", _ERROR, "file that is not generated"),
        ("MC172", "altered-release", _ERROR, "frozen release was changed"),
        ("MC173", "version-not-releasable", _ERROR, "version cannot be released"),
        ("MC174", "exception-without-effect", _ERROR, "exception that accepts no finding"),
        ("MC175", "bidirectional-control", _ERROR, "bidirectional control character in a schema"),
        ("MC176", "unmapped-property", _ERROR, "property of a source format that nothing reads"),
        ("MC177", "wrong-template", _ERROR, "template that excludes valid strings"),
        ("MC180", "no-valid-value", _ERROR, "no valid value for the conformance kit"),
        ("MC181", "false-verdict", _ERROR, "verdict of the conformance kit that a validator contradicts"),
        ("MC182", "too-large-to-show", _WARNING, "definition without documents in the conformance kit"),
        ("MC201", "duplicate-model", _ERROR, "two models have the same reference"),
        ("MC202", "duplicate-provider", _ERROR, "two providers have the same id"),
        ("MC203", "unknown-provider", _ERROR, "model of a provider that is not listed"),
        ("MC204", "unknown-default", _ERROR, "default model does not exist"),
        ("MC205", "deprecated-default", _WARNING, "default model is deprecated"),
        ("MC206", "default-without-capability", _ERROR, "default model does not have the required capability"),
        ("MC207", "identities-differ-by-case", _WARNING, "references or ids differ in case only"),
        ("MC208", "provider-without-models", _WARNING, "provider without models"),
        ("MC211", "long-display-name", _ERROR, "display name is too long"),
        ("MC212", "blank-display-name", _WARNING, "display name is empty or consists of spaces"),
        ("MC213", "padded-name", _WARNING, "name with leading or trailing space"),
        ("MC214", "blank-model-name", _ERROR, "model name consists of spaces"),
        ("MC215", "duplicate-display-name", _WARNING, "display name occurs twice"),
        ("MC216", "unprintable-name", _WARNING, "name with invisible characters"),
        ("MC221", "no-capability", _ERROR, "model without capabilities"),
        ("MC222", "no-main-capability", _WARNING, 'model without "chat", "edit" or "autocomplete"'),
        ("MC223", "effort-without-reasoning", _WARNING, 'reasoningEffort without the capability "reasoning"'),
        ("MC224", "deprecated-category", _WARNING, 'category "deprecated"'),
        ("MC231", "output-exceeds-input", _WARNING, "output budget exceeds input budget"),
        ("MC232", "user-share-exceeds-input", _ERROR, "maxUserInputTokens exceeds maxInputTokens"),
        ("MC233", "tier-window-shrinks", _WARNING, "higher tier with a smaller context window"),
        ("MC234", "tiers-without-enterprise", _ERROR, 'modelConfigAllTiers without "enterprise"'),
        ("MC235", "fraction-in-integer", _WARNING, "integer with a fraction or an exponent"),
        ("MC236", "user-share-equals-input", _WARNING, "maxUserInputTokens equals maxInputTokens"),
        ("MC237", "fractional-sampling-value", _WARNING, "sampling value with a fraction"),
        ("MC241", "placeholder-cost", _WARNING, "placeholder in place of a cost"),
        ("MC242", "output-cheaper-than-input", _WARNING, "output is cheaper than input"),
        ("MC243", "implausible-cost", _WARNING, "implausible cost"),
        ("MC246", "server-side-config", _WARNING, "server-side configuration in a document"),
        ("MC247", "credential", _ERROR, "credential in a document"),
        ("MC248", "unparsable-revision", _WARNING, "revision cannot be compared"),
        ("MC250", "unknown-window", _ERROR, "unknown context window"),
        ("MC251", "missing-provider-file", _ERROR, "file of a listed provider is missing"),
        ("MC252", "unlisted-provider-file", _ERROR, "file of a provider that is not listed"),
        ("MC253", "provider-file-name", _ERROR, "file name differs from the provider's id"),
        ("MC254", "unknown-api-version", _ERROR, "unknown API version"),
        ("MC255", "missing-api-version", _ERROR, "API version is missing"),
        ("MC256", "one-context-window", _ERROR, "context window is missing or given twice"),
        ("MC257", "tiers-need-enterprise", _ERROR, 'context window with tiers but without "enterprise"'),
        ("MC258", "name-taken", _ERROR, "name is already defined in catalog.yaml"),
        ("MC259", "unknown-source", _ERROR, "unknown source"),
        ("MC260", "impossible-day", _ERROR, "date does not exist"),
        ("MC261", "unused-window", _WARNING, "context window is not used"),
        ("MC262", "unused-source", _WARNING, "source is not used"),
        ("MC263", "unused-api-version", _WARNING, "API version is not used"),
        ("MC264", "unused-exception", _WARNING, "exception that accepts no warning"),
        ("MC265", "exception-of-error", _ERROR, "exception for an error"),
        ("MC266", "exception-without-reason", _ERROR, "exception without a reason"),
        ("MC270", "outdated-output", _ERROR, "generated document is outdated"),
        ("MC271", "revision-goes-back", _WARNING, "revision is lower than the published one"),
        ("MC272", "schemas-unusable", _ERROR, "schemas of the catalogue cannot be used"),
        ("MC273", "retired-model-offered", _ERROR, "a retired model is not marked as deprecated"),
        ("MC274", "retired-default", _ERROR, "a default model is retired"),
        ("MC275", "default-retires-soon", _WARNING, "a default model retires within 90 days"),
        ("MC276", "lifecycle-out-of-order", _ERROR, "the days of a lifecycle are out of order"),
        ("MC277", "implausible-day", _WARNING, "a day of a lifecycle is implausible"),
        ("MC278", "invalid-replacement", _ERROR, "a replacement is missing or ends no later"),
        ("MC279", "replacement-can-less", _WARNING, "a replacement lacks a capability"),
        ("MC280", "budget-above-limit", _ERROR, "a budget exceeds the limit of the model"),
        ("MC281", "removed-without-deprecation", _ERROR, "a published model is removed without having been deprecated"),
        ("MC282", "unlikely-price-ratio", _WARNING, "an output price exceeds 20 times the input price"),
        ("MC283", "price-differs-from-sources", _ERROR, "a price differs from every recorded source"),
        ("MC284", "check-after-revision", _ERROR, "a check is later than the revision"),
        ("MC285", "incomplete-price-condition", _ERROR, "until and then belong together"),
        ("MC286", "model-retires-soon", _WARNING, "a model retires soon"),
        ("MC287", "prices-end", _WARNING, "prices of a model end"),
        ("MC288", "old-check", _WARNING, "values were not checked for 180 days"),
        ("MC301", "misspelt-model-configuration", _ERROR, 'misspelt "modelConfiguration"'),
        ("MC302", "property-beside-its-section", _WARNING, "property beside its section"),
        ("MC303", "misspelt-site-property", _WARNING, "misspelt site property"),
        ("MC304", "invalid-endpoint", _ERROR, "invalid URL of an endpoint"),
        ("MC305", "credential-in-url", _WARNING, "credential in a URL"),
        ("MC306", "no-endpoint", _WARNING, "no endpoint"),
        ("MC307", "server-config-of-another-kind", _WARNING, "server-side settings of another kind of API"),
        ("MC308", "impossible-filter-rule", _WARNING, "filter pattern that cannot match"),
        ("MC309", "unused-filter-rule", _WARNING, "filter pattern that matches nothing now"),
        ("MC310", "nothing-passes-filters", _WARNING, "no model passes the filters"),
        ("MC311", "autocomplete-unknown-to-clients", _WARNING, "autocomplete that clients do not support"),
        ("MC312", "display-name-of-too-many-bytes", _ERROR, "display name is too long"),
        ("MC313", "site-effort-without-reasoning", _WARNING, 'reasoningEffort without the capability "reasoning"'),
        ("MC314", "missing-licence", _WARNING, "licence key or access token is missing"),
        ("MC315", "placeholder-credential", _WARNING, "placeholder in place of a credential"),
        ("MC316", "unused-credential", _WARNING, "credential is not used"),
        ("MC317", "padded-credential", _WARNING, "credential with spaces or line breaks"),
        ("MC318", "ignored-completions", _WARNING, 'section "completions" is ignored'),
        ("MC319", "deprecated-property", _WARNING, "deprecated property"),
        ("MC330", "duplicate-override", _ERROR, "two overrides of one model"),
        ("MC331", "duplicate-provider-override", _ERROR, "two overrides of one provider"),
        ("MC332", "new-model-without-capabilities", _ERROR, "new model without capabilities"),
        ("MC333", "model-of-unknown-provider", _ERROR, "model of an unknown provider"),
        ("MC334", "unreachable-provider", _WARNING, "provider cannot be reached"),
        ("MC335", "unknown-preset", _WARNING, "unknown preset"),
        ("MC336", "default-model-replaced", _WARNING, "configured default model was replaced"),
        ("MC337", "base-default-replaced", _WARNING, "default model of the base document was replaced"),
        ("MC338", "no-default-model", _ERROR, "no model qualifies as a default"),
        ("MC339", "invalid-document", _ERROR, "document is not a valid model configuration"),
        ("MC340", "placeholder-address", _WARNING, "placeholder in an address"),
        ("MC345", "unknown-model-or-provider", _ERROR, "unknown model or provider"),
        ("MC350", "unknown-completions-provider", _ERROR, 'unknown "completions.provider"'),
        ("MC351", "completions-without-provider", _ERROR, '"completions.provider" is missing'),
        ("MC352", "completions-without-token", _ERROR, '"completions.accessToken" is missing'),
        ("MC353", "completions-without-endpoint", _ERROR, '"completions.endpoint" is missing'),
        ("MC354", "completions-without-model", _ERROR, 'model of "completions" is missing'),
        ("MC355", "retired-model", _WARNING, "model is retired"),
        ("MC356", "completions-while-cody-is-off", _WARNING, '"completions" has no effect while Cody is off'),
        ("MC357", "gateway-model-without-provider", _WARNING, "model of Cody Gateway without a provider"),
        ("MC358", "nothing-to-convert", _ERROR, 'no active "completions" section to convert'),
        ("MC359", "output-exists", _ERROR, "output file already exists"),
        ("MC360", "ending-model", _WARNING, "the site configuration names a model that ends"),
        ("MC361", "other-kind-of-file", _ERROR, "a file of another kind"),
        ("MC362", "endpoint-with-route", _WARNING, "endpoint with a route"),
        ("MC363", "padded-endpoint", _WARNING, "endpoint with spaces or a backslash"),
        ("MC364", "contradictory-regions", _WARNING, "settings that name different regions"),
        ("MC365", "reasoning-without-effort", _WARNING, 'capability "reasoning" without reasoningEffort'),
        ("MC370", "name-of-another-api", _WARNING, "model name of another API"),
        ("MC371", "filters-remove-feature", _WARNING, "filters remove the models of a feature"),
        ("MC400", "server-side-in-public", _ERROR, "server-side content in a public document"),
        ("MC410", "no-token", _ERROR, "no access token"),
        ("MC411", "malformed-token", _ERROR, "malformed access token"),
        ("MC412", "short-token", _ERROR, "short access token"),
        ("MC413", "token-file-permissions", _WARNING, "token file is readable or writable by other users"),
        ("MC414", "contradictory-attribution", _WARNING, "contradictory feature flags for attribution"),
        ("MC415", "unusable-last-good-result", _WARNING, "last good result cannot be used"),
        ("MC416", "last-good-result-not-saved", _WARNING, "last good result cannot be saved"),
        ("MC420", "invalid-gateway-url", _ERROR, "invalid URL of the gateway"),
        ("MC421", "gateway-unreachable", _ERROR, "gateway cannot be reached"),
        ("MC422", "gateway-untrusted", _ERROR, "certificate of the gateway is not trusted"),
        ("MC423", "gateway-too-slow", _ERROR, "gateway did not respond in time"),
        ("MC424", "damaged-response", _ERROR, "damaged response"),
        ("MC425", "unexpected-status", _ERROR, "unexpected status"),
        ("MC426", "rejected-redirect", _ERROR, "redirect is not followed"),
        ("MC427", "wrong-content-type", _ERROR, "response is not declared as JSON"),
        ("MC428", "response-too-large", _ERROR, "response is too large"),
        ("MC429", "unusable-polled-document", _ERROR, "polled document cannot be used"),
        ("MC430", "shrinking-catalogue", _ERROR, "polled document has too few models"),
        ("MC431", "same-revision", _WARNING, "two documents with the same revision"),
        ("MC432", "unreliable-entity-tag", _WARNING, "same ETag for different content"),
        ("MC433", "unusable-cache", _WARNING, "cached document cannot be used"),
        ("MC434", "unwritable-cache", _WARNING, "polled document cannot be cached"),
        ("MC435", "no-cached-document", _ERROR, "no cached document"),
        ("MC436", "polling-failed", _ERROR, "internal error while polling"),
        ("MC440", "folder-with-unrelated-files", _ERROR, "folder contains unrelated files"),
        ("MC441", "damaged-file", _WARNING, "file content does not match its digest"),
        ("MC443", "revision-not-newer", _WARNING, "revision is not newer than the published one"),
        ("MC445", "page-folder-with-unrelated-files", _ERROR, "folder contains unrelated files"),
        ("MC461", "server-side-in-base", _WARNING, "server-side configuration in a base document"),
        ("MC462", "client-side-in-polled-document", _ERROR, "client-side configuration in a polled document"),
        ("MC463", "future-revision", _ERROR, "revision is too far in the future"),
        ("MC464", "slow-clock", _WARNING, "clock is before the day of the embedded document"),
        ("MC465", "older-polled-document", _WARNING, "gateway offers an older document"),
        ("MC470", "unlimited-attempts", _WARNING, "failed attempts of clients are not limited"),
        ("MC471", "too-few-open-files", _ERROR, "limit of open files is too low"),
        ("MC474", "too-long-polled-document", _ERROR, "polled document has too many providers, models or properties"),
        ("MC477", "link-not-followed", _ERROR, "file to write is a symbolic link"),
        ("MC478", "foreign-cache-folder", _ERROR, "cache folder of another user"),
        ("MC479", "cache-in-use", _ERROR, "cache folder of another running instance"),
        ("MC480", "world-writable-folder", _ERROR, "folder in which every user can replace files"),
        ("MC501", "unknown-source-format", _ERROR, "not a file of the given kind of catalogue"),
        ("MC502", "invalid-source-row", _WARNING, "rows of a public catalogue that cannot be read"),
        ("MC503", "compared-price-unit", _ERROR, "price differs from public catalogues by a power of ten"),
        ("MC504", "compared-older-price", _ERROR, "price was valid earlier"),
        ("MC505", "compared-price", _ERROR, "price differs from public catalogues"),
        ("MC506", "compared-above-limit", _ERROR, "budget is above the model's limit"),
        ("MC507", "compared-retired", _ERROR, "model is retired and not deprecated"),
        ("MC508", "compared-can-less", _WARNING, "model does not have a capability, according to public catalogues"),
        ("MC509", "compared-alias-moved", _WARNING, "value of an older model of the same alias"),
        ("MC510", "compared-sources-disagree", _WARNING, "public catalogues contradict each other"),
        ("MC511", "compared-within-limit", _WARNING, "budget is below the model's limit"),
        ("MC512", "compared-can-more", _WARNING, "model has a capability that is not listed"),
        ("MC513", "compared-absent", _WARNING, "model is in no public catalogue on its route"),
        ("MC514", "override-of-removed-model", _WARNING, "an override no longer changes a catalogue model"),
    )
}
"""Every problem code, in order."""
