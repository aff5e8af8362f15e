"""The newest of the embedded, cached and polled documents is used, or the one that an operator selects."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig.errors import DocumentInvalid
from modelconfig.server.polling.base_selection import (
    Base,
    BaseSource,
    Rank,
    compare,
    select_base,
)

EMBEDDED, CACHED, POLLED = BaseSource.EMBEDDED, BaseSource.CACHED, BaseSource.POLLED
NEW, OLD, DEV = "2026-11-22.2", "2026-11-22.1", "dev"
REVISIONS = st.one_of(
    st.builds(
        lambda days, number: f"{date(2026, 1, 1) + timedelta(days=days)}.{number}",
        st.integers(0, 3),
        st.integers(1, 12),
    ),
    st.sampled_from([DEV, "", "2026-01-01", "2026-01-01.0", "9999-99-99.1"]),
)


def base(source: BaseSource, revision: str, content: str = "") -> Base:
    document: dict[str, Any] = {"revision": revision, "models": [{"modelRef": content}] if content else []}
    return Base(source, document, f"{revision} {content}")


@pytest.mark.parametrize(
    ("source", "embedded", "cached", "chosen", "codes"),
    [
        (BaseSource.NEWEST, OLD, None, EMBEDDED, []),
        (BaseSource.NEWEST, OLD, NEW, CACHED, []),
        (BaseSource.NEWEST, NEW, OLD, EMBEDDED, []),
        (BaseSource.NEWEST, OLD, OLD, CACHED, ["MC431"]),
        (BaseSource.NEWEST, OLD, DEV, EMBEDDED, []),
        (BaseSource.NEWEST, DEV, OLD, CACHED, []),
        (BaseSource.NEWEST, DEV, "other", CACHED, ["MC431"]),
        (BaseSource.EMBEDDED, OLD, NEW, EMBEDDED, []),
        (BaseSource.CACHED, NEW, OLD, CACHED, []),
        (BaseSource.CACHED, NEW, None, None, ["MC435"]),
        (BaseSource.POLLED, NEW, OLD, CACHED, []),
        (BaseSource.POLLED, NEW, None, EMBEDDED, []),
    ],
)
def test_the_initial_base_document(
    source: BaseSource, embedded: str, cached: str | None, chosen: str | None, codes: list[str]
) -> None:
    saved = None if cached is None else base(CACHED, cached, "other")
    if chosen is None:
        with pytest.raises(DocumentInvalid) as caught:
            select_base(source, base(EMBEDDED, embedded), saved)
        assert [problem.code for problem in caught.value.problems] == codes
    else:
        found = select_base(source, base(EMBEDDED, embedded), saved)
        assert found.base.source == chosen
        assert [problem.code for problem in found.problems] == codes


def test_a_cached_copy_of_the_embedded_document_changes_nothing() -> None:
    found = select_base(BaseSource.NEWEST, base(EMBEDDED, OLD), base(CACHED, OLD))
    assert (found.base.source, found.problems) == (EMBEDDED, ())


@pytest.mark.parametrize(
    ("proposed", "used", "source", "rank"),
    [
        (NEW, OLD, BaseSource.NEWEST, Rank.NEWER),
        (OLD, NEW, BaseSource.NEWEST, Rank.OLDER),
        ("2026-11-22.10", "2026-11-22.9", BaseSource.NEWEST, Rank.NEWER),
        (OLD, OLD, BaseSource.NEWEST, Rank.OTHER),
        (DEV, OLD, BaseSource.NEWEST, Rank.OLDER),
        (OLD, DEV, BaseSource.NEWEST, Rank.NEWER),
        (DEV, DEV, BaseSource.NEWEST, Rank.OTHER),
        (OLD, NEW, BaseSource.POLLED, Rank.NEWER),
        (DEV, NEW, BaseSource.POLLED, Rank.NEWER),
        (OLD, OLD, BaseSource.POLLED, Rank.OTHER),
    ],
)
def test_a_polled_document_is_ranked_against_the_active_one(
    proposed: str, used: str, source: BaseSource, rank: Rank
) -> None:
    assert compare(base(POLLED, proposed, "new"), base(EMBEDDED, used, "old"), source) is rank
    assert compare(base(POLLED, proposed, "old"), base(EMBEDDED, proposed, "old"), source) is Rank.SAME


@given(REVISIONS, REVISIONS)
def test_two_documents_do_not_alternate(one: str, other: str) -> None:
    """If the revisions do not decide, the polled document is used, each time with a warning."""
    ranks = {
        compare(base(POLLED, one, "one"), base(POLLED, other, "other"), BaseSource.NEWEST),
        compare(base(POLLED, other, "other"), base(POLLED, one, "one"), BaseSource.NEWEST),
    }
    assert ranks in ({Rank.NEWER, Rank.OLDER}, {Rank.OTHER})


def test_only_two_sources_need_a_gateway() -> None:
    assert [source.value for source in BaseSource if source.polls] == ["newest", "polled"]
