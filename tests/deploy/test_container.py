"""The container file: the files it copies exist, and its commands work. No container is built."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.deploy.nginx import free_port, shipped
from tests.modelconfig.server.process import served

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


def instructions(name: str) -> Iterator[str]:
    """Yield the arguments of every instruction of a name, with continued lines joined."""
    whole = re.sub(r"\\\n", " ", shipped("Containerfile", {}))
    for line in whole.splitlines():
        found, _, arguments = line.partition(" ")
        if found == name:
            yield " ".join(arguments.split())


def test_image_names_contain_no_host() -> None:
    images = {line.split()[0] for line in instructions("FROM")}
    assert len(images) == 1
    assert re.fullmatch(r"[a-z]+:[a-z0-9.\-]+", images.pop())


def test_every_copied_file_exists() -> None:
    copied = [line.split()[:-1] for line in instructions("COPY") if not line.startswith("--from")]
    assert len(copied) > 3
    for sources in copied:
        for source in sources:
            assert (ROOT / source).exists(), source


def test_the_build_context_has_what_is_copied_and_little_else() -> None:
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    copied = {source for line in instructions("COPY") if not line.startswith("--from") for source in line.split()[:-1]}
    assert rules[0] == "*"
    assert {rule.removeprefix("!") for rule in rules if rule.startswith("!")} == copied


def test_every_installed_package_is_locked() -> None:
    installs = [part for line in instructions("RUN") for part in line.split("&&") if "pip install" in part]
    locks = [re.search(r"--require-hashes -r (\S+)", line) for line in installs]
    assert [found[1] for found in locks if found] == ["requirements/codegen.txt", "requirements/server.txt"]
    assert all(found or "--no-index --no-deps" in line for line, found in zip(installs, locks, strict=True))


def test_it_does_not_run_as_root() -> None:
    (user,) = instructions("USER")
    assert re.fullmatch(r"[1-9][0-9]*:[1-9][0-9]*", user)


def test_the_command_serves_and_the_health_check_passes(tmp_path: Path) -> None:
    (entry,) = instructions("ENTRYPOINT")
    (command,) = instructions("CMD")
    (port,) = instructions("EXPOSE")
    (check,) = instructions("HEALTHCHECK")
    assert json.loads(entry) == ["modelconfig"]
    serve, *arguments = json.loads(command)
    assert (serve, arguments[-2:]) == ("serve", ["--port", port])
    python, *checking = json.loads(check[check.index("CMD") + 3 :])
    assert python == "python"
    # In a container the server listens on all interfaces; on this machine that would be the real network.
    loopback = ["127.0.0.1" if one == "0.0.0.0" else one for one in arguments]  # noqa: S104  # to get rid of it
    assert loopback != arguments
    assert "--behind-proxy" in arguments
    with served(tmp_path, *loopback) as server:
        asked = [[one.replace(f":{port}/", f":{number}/") for one in checking] for number in (server.port, free_port())]
        codes = [subprocess.run([sys.executable, *one], capture_output=True, check=False).returncode for one in asked]
    assert codes == [0, 1]
