"""The models as programs for OpenAI's interface read them."""

from __future__ import annotations

from modelconfig.server.http.routes import Request
from modelconfig.server.instance.llm_models import model_entries, model_list, requested_refs


def test_a_list_has_each_model_by_its_reference() -> None:
    document = {"models": [{"modelRef": "acme/llm::v1::a/b", "displayName": "A"}, {"modelRef": "bolt::v1::x"}]}
    first = {"id": "acme/llm::v1::a/b", "object": "model", "created": 0, "owned_by": "acme/llm"}
    second = {"id": "bolt::v1::x", "object": "model", "created": 0, "owned_by": "bolt"}
    listed = model_list(document)
    assert listed == {"object": "list", "data": [first, second]}
    assert model_entries(listed) == {"acme/llm::v1::a/b": first, "bolt::v1::x": second}


def test_an_empty_list_is_an_array() -> None:
    assert model_list({"models": []}) == {"object": "list", "data": []}


def test_a_question_mark_may_be_part_of_a_reference() -> None:
    assert requested_refs(Request("a::v1::b/c", "")) == ("a::v1::b/c",)
    assert requested_refs(Request("a::v1::b", "c=d")) == ("a::v1::b", "a::v1::b?c=d")
    assert requested_refs(Request("", "c=d")) == ()
