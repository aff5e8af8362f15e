"""The manifest for Kubernetes: hardened containers, whose commands and probes work. No cluster is used.

`python3 dev.py -s kubernetes` validates it against the schemas of Kubernetes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.deploy.nginx import SHIPPED
from tests.modelconfig.server.documents import replace
from tests.modelconfig.server.instances import PLAIN, TOKEN
from tests.modelconfig.server.process import served

if TYPE_CHECKING:
    from pathlib import Path

OBJECTS = list(yaml.safe_load_all((SHIPPED / "kubernetes.yaml").read_text("utf-8")))
DEPLOYMENTS = [one for one in OBJECTS if one["kind"] == "Deployment"]
SERVICES = [one for one in OBJECTS if one["kind"] == "Service"]


def container_of(deployment: dict[str, Any]) -> dict[str, Any]:
    (container,) = deployment["spec"]["template"]["spec"]["containers"]
    found: dict[str, Any] = container
    return found


def named(value: dict[str, Any]) -> str:
    name: str = value["metadata"]["name"]
    return name


@pytest.mark.parametrize("deployment", DEPLOYMENTS, ids=named)
def test_a_container_has_few_rights(deployment: dict[str, Any]) -> None:
    pod = deployment["spec"]["template"]["spec"]
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert container_of(deployment)["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }


@pytest.mark.parametrize("deployment", DEPLOYMENTS, ids=named)
def test_names_and_labels_agree(deployment: dict[str, Any]) -> None:
    (service,) = [one for one in SERVICES if named(one) == named(deployment)]
    labels = deployment["spec"]["template"]["metadata"]["labels"]
    assert service["spec"]["selector"] == deployment["spec"]["selector"]["matchLabels"] == labels
    container = container_of(deployment)
    ports = {port["name"] for port in container["ports"]}
    probed = {container[probe]["httpGet"]["port"] for probe in ("startupProbe", "livenessProbe", "readinessProbe")}
    assert probed == {"admin"}
    assert ports == probed | {port["targetPort"] for port in service["spec"]["ports"]}
    mounted = {mount["name"] for mount in container.get("volumeMounts", ())}
    assert mounted == {volume["name"] for volume in deployment["spec"]["template"]["spec"].get("volumes", ())}


@pytest.mark.parametrize("deployment", DEPLOYMENTS, ids=named)
def test_the_command_serves_and_the_probes_succeed(deployment: dict[str, Any], tmp_path: Path) -> None:
    container = container_of(deployment)
    replace(tmp_path / "site.json", PLAIN)
    replace(tmp_path / "tokens", f"{TOKEN}\n")
    serve, *arguments = container["args"]
    ports = {port["name"]: port["containerPort"] for port in container["ports"]}
    assert serve == "serve"
    admin = f"--admin-address=0.0.0.0:{ports['admin']}"
    assert {f"--port={ports['http']}", admin, "--behind-proxy"} <= set(arguments)
    here = {admin: "--admin-address=127.0.0.1:0", "/etc/modelconfig": str(tmp_path), "/cache": str(tmp_path / "cache")}
    # In a pod the server listens on all interfaces; on this machine that would be the real network.
    here |= {"0.0.0.0": "127.0.0.1", "https://models.example.com": "http://127.0.0.1:9"}  # noqa: S104  # to get rid of it
    for before, after in here.items():
        arguments = [argument.replace(before, after) for argument in arguments]
    with served(tmp_path, *(argument for argument in arguments if not argument.startswith("--port="))) as server:
        for probe in ("startupProbe", "livenessProbe", "readinessProbe"):
            assert server.get(container[probe]["httpGet"]["path"], port=server.admin_port).status == 200
