"""Check access tokens from a file and the environment, in constant time."""

import hmac
import os
import re
import secrets
import stat
from collections.abc import Mapping
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from modelconfig.diagnostics.problem import Problem, error, has_errors, in_file, warning
from modelconfig.jsontext.reader import read_source
from modelconfig.server.instance.watched_files import WatchedFile

VARIABLE = "MODELCONFIG_TOKENS"
"""The environment variable of tokens, separated by spaces."""

_HINT = f"Write one token per line into the file of --tokens, or set {VARIABLE}; `openssl rand -hex 32` creates one."
_SCHEMES = frozenset({"token", "bearer"})
_TOKEN = re.compile(r"[!-~]+")
_SHORT_LENGTH = 16
"""Characters below which a token may be guessed."""
_SIZE_LIMIT = 1 << 20
"""Maximum bytes of a file of tokens: every request is compared with every token."""


class Tokens(WatchedFile):
    """The active tokens: those of a file and of the environment. Only `read` changes them."""

    def __init__(self, path: str | None, environment: Mapping[str, str] = os.environ) -> None:
        """Start without tokens until `read` is called. Without a path only those of the environment are used."""
        super().__init__(path)
        # Digests under a secret key are compared: the time that this takes then reveals nothing about a token.
        self._keyed = blake2b(key=secrets.token_bytes(32), digest_size=32)
        parts = environment.get(VARIABLE, "").split()
        environment_tokens, self._environment_problems = _checked(dict(enumerate(parts, 1)), f"${VARIABLE}")
        self._environment_tokens = [self._digest(token) for token in environment_tokens]
        self._known: tuple[bytes, ...] = ()

    def __len__(self) -> int:
        return len(self._known)

    def read(self) -> bool:
        """Read the file again, and return whether the tokens have changed.

        A file that cannot be read or has no token changes nothing. In one with an invalid line, a token that was valid
        before stays valid, a new one is not yet, and one that is missing is revoked.
        """
        from_file, problems = ([], []) if self.path is None else _read(self.path)
        rejecting = has_errors(problems)
        problems = [*self._environment_problems, *problems]
        if not (self._environment_tokens or from_file or has_errors(problems)):
            message = "no access token is configured, so every request would be rejected"
            problems.append(error("MC410", message, hint=_HINT))
        self.note(problems, rejecting=rejecting)
        if rejecting and self._known and from_file is None:
            return False
        # At the start, those of the environment are better than none.
        file_digests = [
            digest for digest in map(self._digest, from_file or ()) if not rejecting or digest in self._known
        ]
        known_digests = tuple(dict.fromkeys([*self._environment_tokens, *file_digests]))
        changed = known_digests != self._known
        self._known = known_digests
        return changed

    def admits(self, header: str | None) -> bool:
        """Return whether an `Authorization` field contains one of the tokens, as `token …` or `Bearer …`."""
        parts = header.split() if header is not None else ()
        if len(parts) != 2 or parts[0].lower() not in _SCHEMES:
            return False
        sent = self._digest(parts[1])
        admitted = False
        # Compare all of them, whichever matches.
        for known in self._known:
            admitted |= hmac.compare_digest(sent, known)
        return admitted

    def _digest(self, token: str) -> bytes:
        digest = self._keyed.copy()
        digest.update(token.encode("utf-8", "surrogatepass"))
        return digest.digest()


def _read(path: str) -> tuple[list[str] | None, list[Problem]]:
    """Return the valid tokens in a file, and its problems; None if it cannot be read or has no line with a token."""
    source, problems = read_source(path, _SIZE_LIMIT)
    if source is None:
        return None, problems
    lines = {number: line.strip() for number, line in enumerate(source.text.split("\n"), 1)}
    tokens_by_line = {number: line for number, line in lines.items() if line and not line.startswith("#")}
    tokens, token_problems = _checked(tokens_by_line, source.name)
    if not tokens_by_line:
        token_problems = [error("MC410", "the file contains no token", hint=_HINT)]
    problems += in_file([*token_problems, *_permission_problems(path)], source.name)
    return (tokens if tokens_by_line else None), problems


def _checked(tokens_by_line: Mapping[int, str], name: str) -> tuple[list[str], list[Problem]]:
    """Return the tokens that are valid, and the problems of the others, which quote no token.

    The tokens are passed by line number.
    """
    problems, valid = [], []
    for number, token in tokens_by_line.items():
        if not _TOKEN.fullmatch(token):
            hint = "Write each token on its own line; start comments with #."
            problem = error("MC411", "invalid token: only visible ASCII is allowed", hint=hint)
        elif len(token) < _SHORT_LENGTH:
            message = f"the token has fewer than {_SHORT_LENGTH} characters and can be guessed"
            problem = error("MC412", message, hint="Create a longer random one, such as with `openssl rand -hex 32`.")
        else:
            valid.append(token)
            continue
        problems.append(replace(problem, file=name, line=number, column=1))
    return valid, problems


def _permission_problems(path: str) -> list[Problem]:
    """Return a warning if users other than the owner and the group can read or write the file."""
    try:
        mode = stat.S_IMODE(Path(path).stat().st_mode)
    except OSError:
        return []
    if os.name != "posix" or not mode & (stat.S_IROTH | stat.S_IWOTH):
        return []
    hint = "Set the mode to 600, or to 640 if the server reads it through its group."
    action = "read" if mode & stat.S_IROTH else "change"
    return [warning("MC413", f"every user of this machine can {action} these tokens (mode {mode:03o})", hint=hint)]
