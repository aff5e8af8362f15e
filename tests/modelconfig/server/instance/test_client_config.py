"""The client configuration: defaults, the file of feature flags, and the site configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from modelconfig.server.instance.client_config import CODY_OFF, client_config
from modelconfig.server.instance.feature_flags import FeatureFlagFile, read_feature_flags
from modelconfig.site.cody_settings import SiteFeatureFlags, site_feature_flags

if TYPE_CHECKING:
    from pathlib import Path

ON = SiteFeatureFlags(cody=True, smart_context_window=True)
FEATURES = ("chatEnabled", "autoCompleteEnabled", "customCommandsEnabled")
DIGEST = "0f" * 32


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "switches.json"
    made.write_text("{}")
    return made


def test_every_feature_is_enabled_by_default() -> None:
    assert client_config({}, ON, DIGEST) == {
        "codyEnabled": True,
        "chatEnabled": True,
        "autoCompleteEnabled": True,
        "customCommandsEnabled": True,
        "attributionEnabled": False,
        "attribution": "none",
        "smartContextWindowEnabled": True,
        "modelsAPIEnabled": True,
        "latestSupportedCompletionsStreamAPIVersion": 9,
        "userShouldUseEnterprise": False,
        "notices": [],
        "modelsDigest": DIGEST,
    }


@pytest.mark.parametrize(
    ("member", "value"),
    [
        ("chatEnabled", False),
        ("autoCompleteEnabled", False),
        ("customCommandsEnabled", False),
        ("smartContextWindowEnabled", False),
        ("userShouldUseEnterprise", True),
        ("latestSupportedCompletionsStreamAPIVersion", 2),
    ],
)
def test_a_feature_flag_changes_only_its_own_property(member: str, value: Any) -> None:
    assert client_config({member: value}, ON, DIGEST) == {**client_config({}, ON, DIGEST), member: value}


@pytest.mark.parametrize(
    ("switches", "expected"),
    [
        ({"attribution": "permissive"}, ("permissive", True)),
        ({"attribution": "enforced"}, ("enforced", True)),
        ({"attribution": "none", "attributionEnabled": True}, ("none", False)),
        ({"attributionEnabled": True}, ("permissive", True)),
        ({"attributionEnabled": False}, ("none", False)),
    ],
)
def test_both_attribution_properties_agree(switches: dict[str, Any], expected: tuple[str, bool]) -> None:
    made = client_config(switches, ON, DIGEST)
    assert (made["attribution"], made["attributionEnabled"]) == expected


@pytest.mark.parametrize(
    ("switches", "site"),
    [({"codyEnabled": False}, ON), ({"codyEnabled": True}, ON._replace(cody=False)), ({}, ON._replace(cody=False))],
)
def test_disabling_cody_disables_its_features(switches: dict[str, Any], site: SiteFeatureFlags) -> None:
    made = client_config(switches, site, DIGEST)
    assert not any(made[name] for name in ("codyEnabled", *FEATURES))
    assert made["modelsAPIEnabled"]


@pytest.mark.parametrize("flags", [{}, {"codyEnabled": True, "chatEnabled": True}])
def test_with_nothing_to_serve_every_feature_is_off(flags: dict[str, Any]) -> None:
    made = client_config(flags, CODY_OFF, None)
    assert not any(made[name] for name in ("codyEnabled", *FEATURES))
    assert made["modelsAPIEnabled"]
    assert "modelsDigest" not in made


def test_a_site_configuration_can_disable_the_smart_context_window() -> None:
    site = site_feature_flags({"completions": {"smartContextWindow": "disabled"}, "cody.enabled": True})
    assert site == SiteFeatureFlags(cody=True, smart_context_window=False)
    assert not client_config({"smartContextWindowEnabled": True}, site, DIGEST)["smartContextWindowEnabled"]


@pytest.mark.parametrize(
    ("site", "cody"),
    [
        ({}, True),
        ({"modelConfiguration": {}}, True),
        ({"modelConfiguration": {}, "cody.enabled": False}, False),
        ({"modelConfiguration": {}, "completions": {"enabled": False}}, True),
        ({"modelConfiguration": None, "completions": {}}, False),
        ({"completions": {"enabled": True}}, True),
        ({"completions": {}, "cody.enabled": True}, True),
        ({"completions": {"enabled": True}, "cody.enabled": False}, False),
        ({"cody.enabled": None}, True),
    ],
)
def test_a_site_configuration_can_disable_cody(site: dict[str, Any], cody: bool) -> None:  # noqa: FBT001  # a case
    assert site_feature_flags(site).cody == cody


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        ({}, [True, True, True, "none"]),
        ({"configFeatures": None}, [True, True, True, "none"]),
        ({"configFeatures": {"chat": True, "autoComplete": False, "commands": True}}, [True, False, True, "none"]),
        # As in the existing system, a feature that is not named is off.
        ({"configFeatures": {"chat": True}}, [True, False, False, "none"]),
        ({"attribution.enabled": True}, [True, True, True, "permissive"]),
        ({"attribution.enabled": True, "attribution.mode": "enforced"}, [True, True, True, "enforced"]),
        ({"attribution.enabled": False, "attribution.mode": "enforced"}, [True, True, True, "none"]),
        ({"cody.enabled": False, "configFeatures": {"chat": True}}, [False, False, False, "none"]),
    ],
)
def test_a_site_configuration_sets_the_defaults_of_features(site: dict[str, Any], expected: list[Any]) -> None:
    made = client_config({}, site_feature_flags(site), DIGEST)
    assert [made[name] for name in (*FEATURES, "attribution")] == expected
    assert made["attributionEnabled"] == (expected[3] != "none")


@pytest.mark.parametrize(
    ("switches", "expected"),
    [
        ({"chatEnabled": True}, [True, False, True, "enforced"]),
        ({"customCommandsEnabled": False}, [False, False, False, "enforced"]),
        ({"attribution": "permissive"}, [False, False, True, "permissive"]),
        ({"attributionEnabled": False}, [False, False, True, "none"]),
        ({"codyEnabled": False}, [False, False, False, "enforced"]),
    ],
)
def test_the_file_of_feature_flags_has_precedence(switches: dict[str, Any], expected: list[Any]) -> None:
    features = {"chat": False, "autoComplete": False, "commands": True}
    site = {"configFeatures": features, "attribution.enabled": True, "attribution.mode": "enforced"}
    made = client_config(switches, site_feature_flags(site), DIGEST)
    assert [made[name] for name in (*FEATURES, "attribution")] == expected


def test_feature_flags_are_json_with_comments(file: Path) -> None:
    file.write_text('{\n  // for the pilot\n  "chatEnabled": false,\n}')
    assert read_feature_flags(str(file)) == ({"chatEnabled": False}, [])


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "MC007", (1, 1)),
        ('{"chatEnabled": fal', "MC003", (1, 17)),
        ("[]", "MC101", (1, 1)),
        ('{\n "chatEnabled": "no"}', "MC101", (2, 17)),
        ('{"chatEnabled": null}', "MC101", (1, 17)),
        ('{"attribution": "nne"}', "MC104", (1, 17)),
        ('{"latestSupportedCompletionsStreamAPIVersion": 1.5}', "MC101", (1, 48)),
        ('{"latestSupportedCompletionsStreamAPIVersion": -1}', "MC107", (1, 48)),
        ('{"chatEnabled": true, "chatEnabled": false}', "MC004", (1, 23)),
    ],
)
def test_an_invalid_file_is_rejected_and_the_last_good_one_stays_active(
    file: Path, text: str, code: str, place: tuple[int, int]
) -> None:
    file.write_text('{"chatEnabled": false}')
    made = FeatureFlagFile(str(file))
    assert made.read()
    file.write_text(text)
    assert not made.read()
    assert not made.read()
    assert made.flags == {"chatEnabled": False}
    assert [(one.code, (one.line, one.column), one.file) for one in made.problems] == [(code, place, str(file))]
    assert (made.rejecting, made.rejections) == (True, 1)
    file.write_text("{}")
    assert made.read()
    assert (made.flags, made.problems, made.rejecting, made.rejections) == ({}, (), False, 1)


def test_a_missing_file_does_not_reset_feature_flags(file: Path) -> None:
    file.unlink()
    made = FeatureFlagFile(str(file))
    assert not made.read()
    assert made.flags is None
    assert [one.code for one in made.problems] == ["MC001"]


def test_without_a_file_every_feature_flag_has_its_default() -> None:
    made = FeatureFlagFile(None)
    assert made.read()
    assert (made.flags, made.problems) == ({}, ())


def test_unknown_properties_cause_a_warning_and_are_omitted(file: Path) -> None:
    file.write_text('{"codyEnabld": false, "modelsAPIEnabled": false}')
    switches, problems = read_feature_flags(str(file))
    assert switches == {}
    assert [(one.code, one.severity.value) for one in problems] == [("MC103", "warning")] * 2
    assert 'Did you mean "codyEnabled"?' in problems[0].hint


def test_a_contradiction_causes_a_warning(file: Path) -> None:
    file.write_text('{"attribution": "enforced", "attributionEnabled": false}')
    switches, problems = read_feature_flags(str(file))
    assert switches == {"attribution": "enforced", "attributionEnabled": False}
    assert [one.code for one in problems] == ["MC414"]


def test_values_that_look_like_credentials_are_not_quoted(file: Path) -> None:
    token = "sgp_Qx7vQx7vQx7vQx7vQx7vQx7v"
    file.write_text(f'{{"attribution": "{token}", "{token}": 1}}')
    assert "Qx7v" not in repr(read_feature_flags(str(file)))
