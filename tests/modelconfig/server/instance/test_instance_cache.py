"""The cache folder of a running instance: one instance, one site configuration and one user for each."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from modelconfig.storage.private_folder import NAME
from tests.modelconfig.server.instances import BROKEN, MODELS, InstanceProcess, naming
from tests.modelconfig.server.process import PATIENCE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def instance(tmp_path: Path) -> InstanceProcess:
    return InstanceProcess(tmp_path, naming("One"))


def second(instance: InstanceProcess) -> subprocess.CompletedProcess[str]:
    """Start another instance with the same files, and wait until it ends."""
    files = ["--site-config", instance.site, "--tokens", instance.tokens, "--cache-dir", instance.cache]
    command = [sys.executable, "-m", "modelconfig", "serve", "instance", "--port", "0", *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)


def test_a_second_instance_on_the_same_cache_does_not_start(instance: InstanceProcess) -> None:
    with instance.running():
        instance.wait_until_saved("One")
        ended = second(instance)
        assert (ended.returncode, "Traceback" in ended.stderr) == (2, False)
        assert f"{instance.cache / NAME}: error[MC479] another running instance uses this cache folder" in ended.stderr
        assert "give each instance its own --cache-dir" in ended.stderr
        assert instance.names() >= {"One"}
        assert instance.status()["cache"] == {"directory": str(instance.cache), "problems": []}
        # The lock ends with the process.
        instance.process.signal(signal.SIGKILL)
        instance.process.process.wait()
    with instance.running():
        assert "One" in instance.names()


def test_a_link_in_place_of_the_cache_folder_prevents_the_start(instance: InstanceProcess, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    instance.cache.mkdir()
    (instance.cache / NAME).symlink_to("../elsewhere")
    ended = second(instance)
    assert ended.returncode == 2
    assert "error[MC478] the cache folder is a symbolic link, and links are not followed" in ended.stderr
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.root  # only root can give a folder to another user
def test_a_cache_folder_of_another_user_prevents_the_start(instance: InstanceProcess) -> None:
    instance.saved.parent.mkdir(parents=True)
    os.chown(instance.saved.parent, 65534, -1)
    ended = second(instance)
    assert ended.returncode == 2
    assert "error[MC478] the cache folder is owned by another user" in ended.stderr


def test_the_result_of_another_site_configuration_is_not_served(instance: InstanceProcess, tmp_path: Path) -> None:
    with instance.running():
        instance.wait_until_saved("One")
    instance.site = tmp_path / "other.jsonc"
    instance.site.write_text(BROKEN)
    with instance.running():
        assert instance.get(MODELS).status == 503
        (problem,) = instance.status()["cache"]["problems"]
        assert (problem["code"], "site configuration at another path" in problem["message"]) == ("MC415", True)


def test_files_of_an_earlier_version_are_not_used(instance: InstanceProcess) -> None:
    with instance.running():
        instance.wait_until_saved("One")
    instance.saved.rename(instance.cache / instance.saved.name)
    instance.site.write_text(BROKEN)
    with instance.running():
        assert instance.get(MODELS).status == 503
        assert instance.status()["cache"]["problems"] == []


def test_other_files_of_a_shared_volume_are_unchanged(instance: InstanceProcess) -> None:
    instance.cache.mkdir()
    instance.cache.chmod(0o777)
    (instance.cache / "base.json").write_text("of another program")
    with instance.running():
        instance.wait_until_saved("One")
    assert sorted(path.name for path in instance.cache.iterdir()) == sorted(["base.json", NAME])
    assert instance.cache.stat().st_mode & 0o777 == 0o777
