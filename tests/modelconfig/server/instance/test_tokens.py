"""Tokens: their sources, which requests are accepted, and that no token is shown."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, Any

import pytest

from modelconfig.server.instance.tokens import VARIABLE, Tokens

if TYPE_CHECKING:
    from pathlib import Path

ONE, TWO, THREE = "Qx7v-first-token-00", "Qx7v.second~token/00=", "Qx7v_third_token_000"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "tokens"
    write(made, f"# who: the editors\n\n  {ONE}\t\r\n{TWO}")
    return made


def write(file: Path, text: str | bytes, mode: int = 0o600) -> None:
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    file.chmod(mode)


def tokens(path: Path | None, environment: str | None = None) -> Tokens:
    made = Tokens(None if path is None else str(path), {} if environment is None else {VARIABLE: environment})
    made.read()
    return made


def codes(made: Tokens) -> list[str]:
    return [found.code for found in made.problems]


def test_tokens_are_read_from_the_file_and_the_environment(file: Path) -> None:
    made = tokens(file, f" {THREE}\t{ONE} ")
    assert len(made) == 3
    assert made.problems == ()
    assert all(made.admits(f"token {one}") for one in (ONE, TWO, THREE))
    assert not made.admits("token # who: the editors")
    assert not made.admits("token #")


@pytest.mark.parametrize("scheme", ["token", "Token", "TOKEN", "Bearer", "bearer", "bEARER"])
def test_both_schemes_are_accepted_in_any_case(file: Path, scheme: str) -> None:
    made = tokens(file)
    assert made.admits(f"{scheme} {ONE}")
    assert made.admits(f"{scheme}  {TWO} ")
    assert not made.admits(f"{scheme} {THREE}")


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "token",
        "token ",
        ONE,
        f"Basic {ONE}",
        f"token{ONE}",
        f"token {ONE} {TWO}",
        f"token {ONE[:-1]}",
        f"token {ONE}0",
        f"token {ONE.upper()}",
        f'token "{ONE}"',
        f"token token {ONE}",
        "token é\udcff",
        "token \x00",
    ],
)
def test_other_authorization_headers_are_rejected(file: Path, header: str | None) -> None:
    assert not tokens(file).admits(header)


def test_without_tokens_every_request_is_rejected() -> None:
    made = tokens(None)
    assert codes(made) == ["MC410"]
    assert VARIABLE in made.problems[0].hint
    assert not made.admits("token ")
    assert not made.admits(f"token {ONE}")


def test_every_token_is_compared_even_after_a_match(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = tokens(file, THREE)
    compared: list[tuple[Any, Any]] = []
    compare = hmac.compare_digest

    def counted(left: Any, right: Any) -> bool:
        compared.append((left, right))
        return compare(left, right)

    monkeypatch.setattr("modelconfig.server.instance.tokens.hmac.compare_digest", counted)
    for given in (ONE, TWO, THREE, "none"):
        compared.clear()
        made.admits(f"token {given}")
        assert len(compared) == 3
        # Keyed digests of equal length reveal neither the length nor the prefix of a token.
        assert {len(side) for pair in compared for side in pair} == {32}


def test_two_servers_make_different_digests(file: Path) -> None:
    first, second = tokens(file), tokens(file)
    assert first._known != second._known


def test_a_rotated_file_is_active_immediately(file: Path) -> None:
    made = tokens(file)
    assert not made.read()
    write(file, THREE)
    assert made.read()
    assert made.admits(f"token {THREE}")
    assert not made.admits(f"token {ONE}")


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ("", "MC410", None),
        ("\n# all of them\n \n", "MC410", None),
        (b"\xff\xfe" + THREE.encode("utf-16-le"), "MC002", 1),
        (b"\x00" * 64, "MC002", 1),
        ("x" * (1 << 20) + "\n", "MC001", None),
        (None, "MC001", None),
    ],
)
def test_a_token_file_without_a_line_or_a_text_keeps_the_previous_tokens_active(
    file: Path, content: str | bytes | None, code: str, line: int | None
) -> None:
    made = tokens(file, TWO)
    if content is None:
        file.unlink()
    else:
        write(file, content)
    assert not made.read()
    assert not made.read()
    assert codes(made) == [code]
    assert (made.problems[0].file, made.problems[0].line) == (str(file), line)
    assert made.problems[0].hint
    assert made.rejecting
    assert made.rejections == 1
    assert "Qx7v" not in repr(made.problems)
    assert made.admits(f"token {ONE}")
    assert not made.admits(f"token {THREE}")
    write(file, THREE)
    assert made.read()
    assert made.problems == ()
    assert made.admits(f"token {THREE}")


def test_tokens_of_the_environment_suffice_when_the_file_is_invalid_at_startup(tmp_path: Path) -> None:
    made = tokens(tmp_path / "missing", ONE)
    assert made.admits(f"token {ONE}")
    assert codes(made) == ["MC001"]
    assert made.rejecting


def test_an_invalid_environment_does_not_affect_a_valid_file(file: Path) -> None:
    made = tokens(file, "Qx7v-tökens-are-ascii")
    assert codes(made) == ["MC411"]
    assert made.problems[0].file == f"${VARIABLE}"
    assert not made.rejecting
    write(file, THREE)
    assert made.read()
    assert made.admits(f"token {THREE}")
    assert codes(made) == ["MC411"]


@pytest.mark.parametrize(("mode", "can"), [(0o604, "read"), (0o644, "read"), (0o666, "read"), (0o602, "change")])
def test_a_world_accessible_token_file_causes_a_warning(file: Path, mode: int, can: str) -> None:
    file.chmod(mode)
    made = tokens(file)
    assert codes(made) == ["MC413"]
    assert f"can {can} these tokens (mode {mode:03o})" in made.problems[0].message
    assert not made.rejecting
    assert made.admits(f"token {ONE}")


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o400])
def test_a_token_file_for_owner_or_group_is_accepted(file: Path, mode: int) -> None:
    file.chmod(mode)
    assert codes(tokens(file)) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"{THREE} {ONE}", "MC411"),
        ("Qx7v-tökens-are-ascii", "MC411"),
        (f"{THREE}\x1b[2J", "MC411"),
        ("Qx7v-short", "MC412"),
    ],
)
def test_a_removed_token_is_revoked_although_another_line_is_invalid(file: Path, line: str, code: str) -> None:
    write(file, f"{ONE}\n{TWO}\n")
    made = tokens(file)
    write(file, f"{line}\n{TWO}\n{THREE}\n")
    assert made.read()
    assert [(found.code, found.line, found.severity) for found in made.problems] == [(code, 1, "error")]
    assert "Qx7v" not in repr(made.problems)
    # A new token is not valid before the whole file is.
    assert [made.admits(f"token {token}") for token in (ONE, TWO, THREE, line)] == [False, True, False, False]
    write(file, f"{line}\n")
    assert made.read()
    assert not made.admits(f"token {TWO}")
    write(file, f"{TWO}\n{THREE}\n")
    assert made.read()
    assert made.admits(f"token {TWO}")
    assert made.admits(f"token {THREE}")


def test_repr_contains_no_token(file: Path) -> None:
    made = tokens(file, THREE)
    assert "Qx7v" not in repr(made)
    assert "Qx7v" not in repr(vars(made))
