"""nginx at a Sourcegraph site, with the shipped configuration, in front of an instance and a site."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.deploy.nginx import free_port, running, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.deploy.nginx import Nginx
    from tests.modelconfig.server.certificates import Certificates

VIEW = "/.api/modelconfig/supported-models.json"
CONFIG = "/.api/client-config"
LIST = "/.api/llm/models"
ALLOWED = {"Authorization": "token sgp_of_a_user_of_the_site"}
"""The headers of a user whom the site admits."""
SERVICE_TOKEN = "0123456789abcdef0123456789abcdef"
"""The token between nginx and the instance."""


@contextmanager
def proxy(
    folder: Path,
    authority: Certificates,
    instance: str,
    site: str,
    changes: Mapping[str, str] | None = None,
    text: str | None = None,
) -> Iterator[Nginx]:
    """Run nginx between clients, an instance and a site; `changes` are further replacements.

    `text` is the shipped configuration or, if given, a variant of it.
    """
    port = free_port()
    token = folder.with_name(f"{folder.name}-token.conf")
    token.write_text(f'proxy_set_header Authorization "token {SERVICE_TOKEN}";\n')
    replacements: dict[str, object] = {
        "listen 443 ssl;": f"listen 127.0.0.1:{port} ssl;",
        "/etc/ssl/certs/sourcegraph.example.com.pem": authority.server,
        "/etc/ssl/private/sourcegraph.example.com.key": authority.server,
        "server 127.0.0.1:8081;": f"server {instance};",
        "server 127.0.0.1:7080;": f"server {site};",
        "/run/modelconfig-users ": f"{folder}/users ",
        "/run/modelconfig-models ": f"{folder}/models ",
        **(changes or {}),
    }
    if text is None:
        replacements["/etc/nginx/modelconfig-token.conf"] = token
    configuration = shipped("nginx-instance.conf", replacements, text)
    with running(folder, port, configuration, trusted=authority.authority) as nginx:
        yield nginx
