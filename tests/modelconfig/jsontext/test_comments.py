"""Unterminated comments. The tests of site files cover stripping of comments."""

from __future__ import annotations

import pytest

from modelconfig.jsontext.comments import strip_comments, unterminated_comment


@pytest.mark.parametrize(("text", "column"), [("1 /*", 3), ("1 /*/", 3), ("/**/ /* x", 6), ("/* a *", 1)])
def test_a_comment_without_an_end_is_a_problem(text: str, column: int) -> None:
    problem = unterminated_comment(text)
    assert problem is not None
    assert (problem.code, problem.line, problem.column) == ("MC003", 1, column)


@pytest.mark.parametrize("text", ["1 /**/", "/***/ 1", '"/*"', "// /*", "1"])
def test_terminated_comments_are_no_problem(text: str) -> None:
    assert unterminated_comment(text) is None
    assert len(strip_comments(text)) == len(text)
