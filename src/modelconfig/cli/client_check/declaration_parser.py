"""Parse the generated TypeScript declarations, also after a formatter.

No other TypeScript is understood.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"""(?P<comment>/\*.*?\*/|//[^\n]*)|(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)"""
    r"""|(?P<word>[A-Za-z_$][\w$]*)|(?P<number>\d[\w.]*)|(?P<mark>[{}()\[\]<>|&;:,?=.*+!-])|(?P<space>\s+)""",
    re.DOTALL,
)
_VERSION = re.compile(r"Contract version ([0-9]+\.[0-9]+\.[0-9]+), schema hash ([0-9a-f]+)")
_OPENING, _CLOSING = frozenset("{([<"), frozenset("})]>")


class UnreadableDeclarations(Exception):
    """The text is not a file of declarations of ours. Says where reading ended, as line and what stands there."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an interface."""

    type: str
    optional: bool
    comment: str
    readonly: bool

    @property
    def deprecated(self) -> bool:
        """Whether its comment says so."""
        return "@deprecated" in self.comment


@dataclass(frozen=True, slots=True)
class Declarations:
    """What a file declares. Types are token by token on one line, so layout makes no difference."""

    version: str
    digest: str
    interfaces: dict[str, dict[str, Member]] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Token:
    text: str
    line: int
    comment: str


def parse(text: str) -> Declarations:
    """Return what a file declares. Raises Unreadable where it is no such file."""
    version = _VERSION.search(text)
    found = Declarations(version[1] if version else "", version[2] if version else "")
    reader = _DeclarationReader(_tokens(text))
    while not reader.ended:
        comment = reader.peek().comment
        reader.expect("export")
        if reader.peek().text == "declare":
            reader.take()
        kind, name = reader.take().text, reader.take().text
        if kind == "interface":
            found.interfaces[name] = reader.members()
        elif kind == "type":
            reader.expect("=")
            found.aliases[name] = reader.type()
        else:
            raise UnreadableDeclarations(reader.here(f"`export {kind}`"))
        found.comments[name] = comment
    if not found.interfaces:
        raise UnreadableDeclarations("it declares no interface")
    return found


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    at, line, comment = 0, 1, ""
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise UnreadableDeclarations(f"line {line}: {text[at : at + 20].splitlines()[0]!r} is not understood")
        if match["comment"]:
            comment = _plain(match["comment"]) if match["comment"].startswith("/**") else comment
        elif not match["space"]:
            tokens.append(_Token(_quoted(match[0]) if match["text"] else match[0], line, comment))
            comment = ""
        line += match[0].count("\n")
        at = match.end()
    return tokens


def _plain(comment: str) -> str:
    return " ".join(re.sub(r"^\s*\*", "", comment[3:-2], flags=re.MULTILINE).split())


def _quoted(text: str) -> str:
    if text[0] == "'":
        return json.dumps(text[1:-1].replace("\\'", "'"), ensure_ascii=False)
    return text


class _DeclarationReader:
    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0

    @property
    def ended(self) -> bool:
        return self._at >= len(self._tokens)

    def peek(self, ahead: int = 0) -> _Token:
        if self._at + ahead < len(self._tokens):
            return self._tokens[self._at + ahead]
        if ahead:
            return _Token("", 0, "")
        raise UnreadableDeclarations("it ends within a declaration")

    def here(self, what: str) -> str:
        return f"line {self._tokens[max(0, self._at - 1)].line}: {what} is not understood"

    def take(self) -> _Token:
        token = self.peek()
        self._at += 1
        return token

    def expect(self, text: str) -> None:
        token = self.take()
        if token.text != text:
            raise UnreadableDeclarations(self.here(f"`{token.text}`"))

    def members(self) -> dict[str, Member]:
        self.expect("{")
        found: dict[str, Member] = {}
        while self.peek().text != "}":
            comment = self.peek().comment
            readonly = self.peek().text == "readonly"
            if readonly:
                self.take()
            name = self.take().text
            if name == "[":
                name = f"[{self._until(']')}]"
            elif name.startswith('"'):
                name = self._unquoted(name)
            optional = self.peek().text == "?"
            if optional:
                self.take()
            self.expect(":")
            found[name] = Member(self.type(), optional, comment, readonly)
        self.take()
        if not self.ended and self.peek().text == ";":
            self.take()
        return found

    def _unquoted(self, name: str) -> str:
        try:
            return str(json.loads(name))
        except ValueError:
            raise UnreadableDeclarations(self.here("an escape that only JavaScript has")) from None

    def _until(self, mark: str) -> str:
        parts = []
        while (token := self.take().text) != mark:
            parts.append(token)
        return " ".join(parts)

    def type(self) -> str:
        """Return a type up to its end: a semicolon, or where the next member or declaration begins."""
        parts: list[str] = []
        depth = 0
        while not self.ended:
            text = self.peek().text
            if depth == 0 and (text in {"}", "export"} or self._begins_a_member(parts)):
                break
            self.take()
            if depth == 0 and text in ";,":
                break
            depth += (text in _OPENING) - (text in _CLOSING)
            parts.append(text)
        if not parts or depth:
            raise UnreadableDeclarations(self.here("a type without an end"))
        return " ".join(parts[1:] if parts[0] == "|" else parts)

    def _begins_a_member(self, parts: list[str]) -> bool:
        # Formatters leave semicolons out; no type of ours has a name and a colon, so these begin the next member.
        if not parts:
            return False
        ahead = int(self.peek().text == "readonly")
        if not re.match(r'[\w$"]', self.peek(ahead).text):
            return False
        return self.peek(ahead + 1).text == ":" or (
            self.peek(ahead + 1).text == "?" and self.peek(ahead + 2).text == ":"
        )
