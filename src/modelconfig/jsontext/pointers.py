"""JSON pointers (RFC 6901) as text."""

from collections.abc import Iterable

from modelconfig.diagnostics.credentials import may_be_credential_name


def join(parent: str, *tokens: str | int) -> str:
    """Return the pointer `parent` extended by `tokens`, which are property names or array indexes."""
    for token in tokens:
        if isinstance(token, str) and ("~" in token or "/" in token):
            token = token.replace("~", "~0").replace("/", "~1")  # noqa: PLW2901  # escaped
        parent = f"{parent}/{token}"
    return parent


def of(tokens: Iterable[str | int]) -> str:
    """Return the pointer from the root along `tokens`."""
    return join("", *tokens)


def safe_pointer(pointer: str) -> str:
    """Return the pointer up to, and without, its first name that may be a credential."""
    tokens = split(pointer)
    return of(tokens[: next((at for at, token in enumerate(tokens) if may_be_credential_name(token)), None)])


def split(pointer: str) -> list[str]:
    """Return the unescaped reference tokens of a pointer; array indexes stay text."""
    if not pointer:
        return []
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer[1:].split("/")]
