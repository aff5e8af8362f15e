"""The body of a response: independent of chunk sizes, corrupt data detected, and memory limited."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelconfig.server.polling.decompression import BodyDecoder
from modelconfig.server.polling.outcomes import Outcome, PollFailure
from tests.modelconfig.server.polling_servers import LIMITS


@given(data=st.binary(max_size=400), cuts=st.lists(st.integers(1, 60)), members=st.integers(1, 3), plain=st.booleans())
def test_chunk_sizes_do_not_change_the_body(data: bytes, cuts: list[int], members: int, *, plain: bool) -> None:
    size = len(data) // members + 1
    parts = [data[at * size : (at + 1) * size] for at in range(members)]
    sent = data if plain else b"".join(gzip.compress(part) for part in parts)
    unpacker = BodyDecoder("" if plain else "gzip", 1000)
    for cut in cuts:
        unpacker.feed(sent[:cut])
        sent = sent[cut:]
    unpacker.feed(sent)
    assert unpacker.end() == data


def unpacked(data: bytes) -> bytes:
    unpacker = BodyDecoder("gzip", 1000)
    unpacker.feed(data)
    return unpacker.end()


@given(st.binary(max_size=300), st.integers(0, 400), st.binary(min_size=1, max_size=3))
def test_corrupt_data_is_detected_or_harmless(data: bytes, at: int, suffix: bytes) -> None:
    sent = gzip.compress(data)
    for damaged in (sent[: at % len(sent)], sent + b"\0", sent[:-8] + suffix):
        with pytest.raises(PollFailure) as failure:
            unpacked(damaged)
        assert failure.value.outcome is Outcome.BROKEN


@pytest.mark.parametrize("size", [0, 999, 1000, 1001])
def test_the_limit_applies_to_compressed_and_decompressed_sizes(size: int) -> None:
    for coding, sent in (
        ("identity", b"a" * size),
        ("gzip", gzip.compress(b"a" * size)),
        ("X-GZIP", gzip.compress(b"a" * size)),
    ):
        unpacker = BodyDecoder(coding, 1000)
        if size <= 1000:
            unpacker.feed(sent)
            assert unpacker.end() == b"a" * size
        else:
            with pytest.raises(PollFailure) as failure:
                unpacker.feed(sent)
            assert failure.value.outcome is Outcome.TOO_LARGE


def test_a_decompression_bomb_is_not_expanded() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(64)) + packer.flush()
    unpacker = BodyDecoder("gzip", LIMITS.max_size)
    tracemalloc.start()
    try:
        with pytest.raises(PollFailure):
            unpacker.feed(bomb)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 4 * LIMITS.max_size
