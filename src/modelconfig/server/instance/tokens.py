"""Who may ask an instance: tokens of a file and of the environment, compared without a hint how near a guess was."""

from __future__ import annotations

import hmac
import os
import re
import secrets
import stat
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from modelconfig.diagnostics.problem import error, has_errors, in_file, warning
from modelconfig.jsontext.reader import decode, read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from modelconfig.diagnostics.problem import Problem

VARIABLE = "MODELCONFIG_TOKENS"
"""The environment variable that holds tokens, with blanks between them."""

_REMEDY = f"Write one token a line into the file of --tokens, or set {VARIABLE}; `openssl rand -hex 32` makes one."
_SCHEMES = frozenset({"token", "bearer"})
_TOKEN = re.compile(r"[!-~]+")
_SHORT = 16
"""Characters below which a token can be guessed by trying, if it has any pattern at all."""
_LARGEST = 1 << 20
"""Bytes of a file of tokens: every request is compared with every one."""


class Tokens:
    """The tokens that count at a moment. `read` makes it another moment; everything else only looks."""

    def __init__(self, path: str | None, environment: Mapping[str, str] = os.environ) -> None:
        """Know no token yet: `read` does. Without a path those of the environment are all."""
        self._path = path
        # What is compared are digests under a key that nobody else knows: how long a comparison takes, or a token is,
        # then says nothing about the token.
        self._keyed = blake2b(key=secrets.token_bytes(32), digest_size=32)
        words = environment.get(VARIABLE, "").split()
        own, self._own_problems = _checked(dict(enumerate(words, 1)), f"${VARIABLE}")
        self._own = [self._digest(token) for token in own]
        self._known: tuple[bytes, ...] = ()
        self.problems: tuple[Problem, ...] = ()
        """What is wrong with the newest state of the file and the environment."""
        self.refusing = False
        """Whether the newest state of the file is refused, and the tokens of an earlier one count."""
        self.refused = 0
        """How often a newer state of the file was refused."""

    def __len__(self) -> int:
        return len(self._known)

    def read(self) -> bool:
        """Read the file again. Return whether other tokens count now; where it cannot be used, the old ones do."""
        from_file, problems = ([], []) if self._path is None else _read(self._path)
        self.refusing = has_errors(problems)
        found = [*self._own_problems, *problems]
        if not (self._own or from_file or has_errors(found)):
            found.append(error("MC410", "there is no token, so nobody could ask for anything", hint=_REMEDY))
        # The same state may be read twice, and is refused once.
        self.refused += self.refusing and tuple(found) != self.problems
        self.problems = tuple(found)
        if self.refusing and self._known:
            return False
        # At the start what is sound counts: better the tokens of the environment than none.
        known = tuple(dict.fromkeys([*self._own, *map(self._digest, from_file)]))
        changed = known != self._known
        self._known = known
        return changed

    def admits(self, header: str | None) -> bool:
        """Tell whether the value of an `Authorization` field holds one of the tokens, as `token …` or `Bearer …`."""
        words = header.split() if header is not None else ()
        if len(words) != 2 or words[0].lower() not in _SCHEMES:
            return False
        given = self._digest(words[1])
        admitted = False
        # All of them, whichever one fits.
        for known in self._known:
            admitted |= hmac.compare_digest(given, known)
        return admitted

    def _digest(self, token: str) -> bytes:
        digest = self._keyed.copy()
        digest.update(token.encode("utf-8", "surrogatepass"))
        return digest.digest()


def _read(path: str) -> tuple[list[str], list[Problem]]:
    """Return the tokens of a file, and what is wrong with it; with an error there are none."""
    data, name, problems = read_bytes(path, _LARGEST)
    if data is None:
        return [], problems
    source, problems = decode(data, name)
    if source is None:
        return [], problems
    lines = {number: line.strip() for number, line in enumerate(source.text.split("\n"), 1)}
    given = {number: line for number, line in lines.items() if line and not line.startswith("#")}
    tokens, found = _checked(given, name)
    if not given:
        found = [error("MC410", "there is no token in this file", hint=_REMEDY)]
    problems += in_file([*found, *_readers(path)], name)
    return ([] if has_errors(problems) else tokens), problems


def _checked(given: Mapping[int, str], name: str) -> tuple[list[str], list[Problem]]:
    """Return the tokens, or none if one of them cannot be sent in a header, and what is wrong. None is ever quoted.

    They come by the number of their line.
    """
    problems = []
    for number, token in given.items():
        if not _TOKEN.fullmatch(token):
            hint = "A token has visible ASCII characters only, and stands on a line of its own; notes start with #."
            found = error("MC411", "this is no token that a client could send", hint=hint)
        elif len(token) < _SHORT:
            message = f"this token has fewer than {_SHORT} characters, and may be guessed"
            hint = "Make a longer one at random, such as with `openssl rand -hex 32`."
            found = warning("MC412", message, hint=hint)
        else:
            continue
        problems.append(replace(found, file=name, line=number, column=1))
    return ([] if has_errors(problems) else list(given.values())), problems


def _readers(path: str) -> list[Problem]:
    """Return that the file can be read, or written, by others than its owner and its group."""
    try:
        mode = stat.S_IMODE(Path(path).stat().st_mode)
    except OSError:
        return []
    if os.name != "posix" or not mode & (stat.S_IROTH | stat.S_IWOTH):
        return []
    hint = "Give it the mode 600, or 640 where the server reads it as its group."
    can = "read" if mode & stat.S_IROTH else "change"
    return [warning("MC413", f"every user of this machine can {can} these tokens (mode {mode:03o})", hint=hint)]
