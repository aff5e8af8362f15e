"""The nearest valid name for a misspelt one."""

import re
from collections.abc import Iterable
from typing import Final

MIN_SIMILARITY = 0.6
"""Share of matching characters that two similar names have at least."""
MAX_NAME_LENGTH = 200
"""Code points of a name; longer texts are not compared, because the time is quadratic in their length."""

OTHER_NAMES: Final = {
    "accessToken": ("apikey", "key", "token", "authtoken"),
    "endpoint": ("baseurl", "apibase", "apiurl", "url", "host"),
    "url": ("baseurl", "apibase", "apiurl", "endpoint", "host"),
    "displayName": ("name", "title", "label"),
    "modelName": ("model", "modelid", "deployment"),
    "modelRef": ("model", "modelid", "ref"),
    "maxInputTokens": ("contextlength", "contextsize", "maxcontext"),
    "maxOutputTokens": ("maxtokens", "maxcompletiontokens"),
    "awsBedrock": ("bedrock",),
    "azureOpenAI": ("azure",),
    "google": ("gemini", "vertex", "vertexai"),
    "huggingface-tgi": ("tgi", "huggingface"),
    "openaicompatible": ("ollama", "vllm", "lmstudio", "litellm", "openrouter", "llamacpp", "custom"),
}
"""What other tools call a property or a kind of API, in lower case and without signs."""


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most similar to `name`, or None when none is similar.

    Of references, such as `#/$defs/Model` and `acme::v1::large`, the last parts must be similar too, because the
    rest is often equal. Differences in case count least. Among equals the first in alphabetical order is returned, so
    that the result does not depend on the candidates' order.
    """
    from difflib import SequenceMatcher

    if not name or len(name) > MAX_NAME_LENGTH:
        return None
    folded = name.casefold()
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(folded)
    best_similarity: tuple[float, float] = (MIN_SIMILARITY, 0.0)
    best_candidate: str | None = None
    for candidate in sorted(set(candidates)):
        if candidate == name or len(candidate) > MAX_NAME_LENGTH:
            continue
        matcher.set_seq1(candidate.casefold())
        if matcher.real_quick_ratio() < best_similarity[0] or matcher.quick_ratio() < best_similarity[0]:
            continue
        similarity = (matcher.ratio(), _case_similarity(name, candidate))
        is_better = similarity > best_similarity or (best_candidate is None and similarity >= best_similarity)
        if is_better and _last_parts_are_similar(folded, candidate.casefold()):
            best_similarity, best_candidate = similarity, candidate
    return best_candidate


def did_you_mean(name: str, candidates: Iterable[str]) -> str:
    """Return a question that suggests what other tools call so, or the nearest candidate; "" if there is none."""
    from modelconfig.diagnostics.phrases import quote

    candidates = list(candidates)
    plain = re.sub("[^a-z]", "", name[:MAX_NAME_LENGTH].lower())
    other_name = (candidate for candidate in candidates if plain in OTHER_NAMES.get(candidate, ()))
    candidate = next(other_name, None) or nearest(name, candidates)
    return f"Did you mean {quote(candidate)}?" if candidate is not None else ""


def _last_parts_are_similar(name: str, candidate: str) -> bool:
    from difflib import SequenceMatcher

    last, candidate_last = (re.split("/|::", text)[-1] for text in (name, candidate))
    if (last, candidate_last) == (name, candidate):
        return True
    return SequenceMatcher(None, last, candidate_last, autojunk=False).ratio() >= MIN_SIMILARITY


def _case_similarity(name: str, candidate: str) -> float:
    return sum(a == b for a, b in zip(name, candidate, strict=False)) / max(len(name), len(candidate))
