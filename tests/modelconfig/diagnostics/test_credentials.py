"""Credentials within URLs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from modelconfig.diagnostics.credentials import HIDDEN, without_query_credentials, without_user_info
from modelconfig.views.server_view import server_view
from tests.helpers.view_documents import document


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://user:word@host/x", "https://*@host/x"),
        ("https://user@host", "https://*@host"),
        ("https://user:w@rd@host/", "https://*@host/"),
        ("https://user:wo/rd@host/", "https://*@host/"),
        ("https://user:wo?rd@host/", "https://*@host/"),
        ("//user:word@host", "//*@host"),
        ("user:word@host:80/x", "*@host:80/x"),
        ("jdbc:mysql://user:word@host", "jdbc:mysql://*@host"),
        ("either https://a:b@c or https://d:e@f/x", "either https://*@c or https://*@f/x"),
        ("https://host:8080/models/x@001", "https://host:8080/models/x@001"),
        ("https://host/models/x@001", "https://host/models/x@001"),
        ("https://user:w rd@host/", "https://*@host/"),
        ("https://host:8080 or ask me@host", "https://host:8080 or ask me@host"),
        ("https://x/user:word@host/y", "https://*@host/y"),
        ("https://user:/word@host/", "https://*@host/"),
        ("https:///user:word@host/y", "https:///*@host/y"),
        ("user:" + 3000 * "w" + "@host", "*@host"),
        ("starcoder2-7b@v1", "starcoder2-7b@v1"),
        ("https://host:8080/v1", "https://host:8080/v1"),
        ("https:/user:word@host", "https:/*@host"),
        ("https:user:word@host", "https:*@host"),
        ("HTTPS:/USER:WORD@HOST", "HTTPS:/*@HOST"),
        ("https:word@host", "https:*@host"),
        ("https//user:word@host", "https//*@host"),
        (r"https:\\user:word@host", r"https:\\*@host"),
        (r"https:\user:wo/rd@host", r"https:\*@host"),
        ("https:// user:word@host", "https:// *@host"),
        ("https:/user:w rd@host", "https:/*@host"),
        ("https://user: word@host", "https://*@host"),
        ("user:w rd@host", "*@host"),
        ("user:wo/rd@host", "*@host"),
        (":word@host", "*@host"),
        ("user:word@", "*@"),
        ("https://:word@", "https://*@"),
        ("https%3A%2F%2Fuser%3Aword%40host", "*"),
        ("https%253A%252F%252Fuser%253Aword%2540host", "*"),
        ("https://user:word\uff20host", "https://*@host"),
        ("https://user:123456/7@host", "https://*@host"),
        ("anthropic::2023-06-01::claude-3-5-sonnet@20240620", "anthropic::2023-06-01::claude-3-5-sonnet@20240620"),
        ("Note: ask me@host, 100% of the time", "Note: ask me@host, 100% of the time"),
    ],
)
def test_user_information_is_removed_from_urls(text: str, shown: str) -> None:
    assert without_user_info(text) == shown.replace("*", HIDDEN)
    assert without_user_info(without_user_info(text)) == shown.replace("*", HIDDEN)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://host/v1?key=canary", "https://host/v1?key=*"),
        (
            "https://host/v1?api-version=2024-10-21&api%2Dkey=ca%20nary&x=1",
            "https://host/v1?api-version=2024-10-21&api%2Dkey=*&x=1",
        ),
        ("https://host/?sv=1&sig=canary%3D#access_token=canary", "https://host/?sv=1&sig=*#access_token=*"),
        ("https://host/?x=1;Subscription-Key=can=ary", "https://host/?x=1;Subscription-Key=*"),
        ("https://host/?X-Amz-Signature=canary&max_tokens=5", "https://host/?X-Amz-Signature=*&max_tokens=5"),
        ("https://host/?alt=json&monkey", "https://host/?alt=json&monkey"),
        ("what does ?key=value mean", "what does ?key=value mean"),
        ("https:/host/v1?key=canary", "https:/host/v1?key=*"),
        ("https%3A%2F%2Fhost%3Fkey%3Dcanary", "*"),
    ],
)
def test_keys_are_removed_from_the_queries_of_urls(text: str, shown: str) -> None:
    expected = shown.replace("*", HIDDEN)
    assert without_query_credentials(text) == expected
    assert without_query_credentials(expected) == expected
    assert server_view(document(unknown=text))["unknown"] == expected


SEARCHED = """
import sys
from modelconfig.diagnostics import credentials
units = r"a|a-|eyJ.|eyJ|://|a:|//a:|https:|https:/a:|\\\\a:|%25|a:b@|:@/|https://a |sk-|secret|-----BEGIN A|a@ "
for unit in units.split("|"):
    text = unit * (100_000 // len(unit))
    credentials.is_credential("x", text)
    credentials.is_credential(text, "x")
    credentials.may_hold_credential(text)
    credentials.mentions_credential(text)
    credentials.may_be_credential_name(text)
    credentials.without_user_info(f"{text} @")
    credentials.without_query_credentials(f"https://h?{text}=")
"""


def test_the_search_takes_linear_time() -> None:
    """A search of quadratic time would take minutes."""
    subprocess.run([sys.executable, "-c", SEARCHED], check=True, timeout=60)
