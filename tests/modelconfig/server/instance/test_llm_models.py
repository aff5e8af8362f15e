"""The models in the format of OpenAI's API."""

from __future__ import annotations

from modelconfig.server.http.routes import Request
from modelconfig.server.instance.llm_models import model_entries, requested_refs


def test_the_list_contains_each_model_by_reference() -> None:
    document = {"models": [{"modelRef": "acme/llm::v1::a/b", "displayName": "A"}, {"modelRef": "bolt::v1::x"}]}
    first = {"id": "acme/llm::v1::a/b", "object": "model", "created": 0, "owned_by": "acme/llm"}
    second = {"id": "bolt::v1::x", "object": "model", "created": 0, "owned_by": "bolt"}
    assert model_entries(document) == {"acme/llm::v1::a/b": first, "bolt::v1::x": second}


def test_a_question_mark_may_be_part_of_a_reference() -> None:
    assert requested_refs(Request("a::v1::b/c", "")) == ("a::v1::b/c",)
    assert requested_refs(Request("a::v1::b", "c=d")) == ("a::v1::b", "a::v1::b?c=d")
    assert requested_refs(Request("", "c=d")) == ()
