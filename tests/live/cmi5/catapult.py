"""CATAPULT's cmi5 player from a checkout, on a MariaDB of its own, in front of an LRS."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
import uuid
import zipfile
from pathlib import Path
from typing import Any

import requests

HOST = "127.0.0.33"
"""The player knows its database by the host alone, so this one has port 3306 to itself."""
WHERE = f"{os.environ.get('PATH', '')}:/usr/sbin"
ACTOR = {"objectType": "Agent", "account": {"homePage": "https://lms.example.org", "name": "ana"}}
GRANT = (
    "CREATE DATABASE catapult_player; CREATE USER catapult@'%' IDENTIFIED BY 'quartz';"
    "GRANT ALL ON catapult_player.* TO catapult@'%'"
)
FOLDERS = ("service/plugins", "service/lib", "service/auth", "service/xsd", "migrations")
"""What the player is; the checkout itself is left as it is."""


def programs() -> bool:
    """Tell whether what the player needs is there."""
    return bool(
        shutil.which("node") and shutil.which("npm") and shutil.which("mariadbd", path=WHERE)
    )


def wait_for(host: str, port: int, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex((host, port)) == 0:
                return
        time.sleep(0.2)
    raise RuntimeError(f"nothing answers at {host}:{port}")


class Catapult:
    """The player at ``origin``; ``lrs`` is (endpoint, key, secret) of the LRS behind it."""

    def __init__(self, checkout: Path, port: int, lrs: tuple[str, str, str]) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="scormkit-catapult-"))
        self.origin = f"http://localhost:{port}"
        self._started: list[subprocess.Popen[bytes]] = []
        self._database()
        self._service = service = self._install(checkout / "player")
        key = {"API_KEY": secrets.token_hex(8), "API_SECRET": secrets.token_hex(8)}
        environment = {
            **os.environ, **key, "DB_HOST": HOST, "CONTENT_URL": f"{self.origin}/content",
            "TOKEN_SECRET": secrets.token_hex(16), "LRS_ENDPOINT": lrs[0],
            "LRS_USERNAME": lrs[1], "LRS_PASSWORD": lrs[2],
        }  # fmt: skip
        knex = ["node", "node_modules/.bin/knex", "migrate:latest"]
        migrations = ["--migrations-directory", "../migrations"]
        subprocess.run([*knex, *migrations], cwd=service, env=environment, check=True,
                       stdout=subprocess.DEVNULL)  # fmt: skip
        with (self.folder / "log").open("wb") as log:
            self._start("node", "index.js", str(port), cwd=service, env=environment, stdout=log,
                        stderr=log)  # fmt: skip
        wait_for("localhost", port)
        self._session = requests.Session()
        self._enter(key["API_KEY"], key["API_SECRET"])

    def _start(self, *command: str, **more: Any) -> None:
        self._started.append(subprocess.Popen(command, **more))

    def _database(self) -> None:
        user = "mysql" if os.geteuid() == 0 else Path.home().owner()
        data = self.folder / "data"
        if os.geteuid() == 0:
            shutil.chown(self.folder, user)
        common = [f"--datadir={data}", f"--user={user}"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        login = "--auth-root-authentication-method=normal"
        install = ["mariadb-install-db", "--no-defaults", *common, "--skip-test-db", login]
        subprocess.run(install, check=True, **quiet)
        socket_ = f"--socket={self.folder}/socket"
        program = str(shutil.which("mariadbd", path=WHERE))
        self._start(program, "--no-defaults", f"--bind-address={HOST}", "--port=3306", socket_,
                    *common, **quiet)  # fmt: skip
        wait_for(HOST, 3306)
        subprocess.run(["mariadb", "--no-defaults", socket_, "-uroot", "-e", GRANT], check=True)

    def _install(self, player: Path) -> Path:
        for name in FOLDERS:
            shutil.copytree(player / name, self.folder / name)
        service = self.folder / "service"
        for name in ("index.js", "knexfile.js", "package.json"):
            shutil.copy(player / "service" / name, service)
        (service / "var" / "content").mkdir(parents=True)
        there = player / "service" / "node_modules"
        if there.is_dir():
            (service / "node_modules").symlink_to(there)
        else:
            install = ["npm", "install", "--omit=dev", "--no-audit", "--no-fund", "--silent"]
            subprocess.run([*install, "--ignore-scripts"], cwd=service, check=True)
        return service

    def _enter(self, key: str, secret: str) -> None:
        api = f"{self.origin}/api/v1"
        tenant = requests.post(f"{api}/tenant", json={"code": "t"}, auth=(key, secret), timeout=30)
        given = {"tenantId": tenant.json()["id"], "audience": "tests"}
        token = requests.post(f"{api}/auth", json=given, auth=(key, secret), timeout=30)
        self._session.headers["Authorization"] = f"Bearer {token.json()['token']}"

    def call(self, method: str, path: str, **more: Any) -> Any:
        """Call the player's API; raise for an answer that is an error."""
        answer = self._session.request(method, f"{self.origin}/api/v1/{path}", timeout=60, **more)
        if not answer.ok:
            raise RuntimeError(f"{path}: {answer.status_code} {answer.text}")
        return answer.json() if answer.text else None

    def import_course(self, package: Path) -> int:
        """Import a zip or a course structure; return the course's id."""
        kind = "application/zip" if package.suffix == ".zip" else "text/xml"
        made = self.call(
            "POST", "course", data=package.read_bytes(), headers={"Content-Type": kind}
        )
        return int(made["id"])

    def host(self, package: Path) -> str:
        """Unpack a package beside the imported ones; return its address, ending in a slash.

        The player answers its fetch URL to pages of its own origin only.
        """
        zipfile.ZipFile(package).extractall(self._service / "var" / "content" / "hosted")
        return f"{self.origin}/content/hosted/"

    def launch(self, course: int, registration: str | None = None, **more: Any) -> dict[str, Any]:
        """Return ``url`` and ``id`` of a new session."""
        given = {"actor": ACTOR, "reg": registration or str(uuid.uuid4()), **more}
        made: dict[str, Any] = self.call("POST", f"course/{course}/launch-url/0", json=given)
        return made

    def session(self, id_: int) -> dict[str, Any]:
        """Return what the player knows of a session."""
        found: dict[str, Any] = self.call("GET", f"session/{id_}")
        return found

    @property
    def log(self) -> str:
        """Return what the player has written so far."""
        return (self.folder / "log").read_text("utf-8", "replace")

    def stop(self) -> None:
        """End the player and its database, and remove their folder."""
        for process in reversed(self._started):
            process.kill()
            process.wait()
        shutil.rmtree(self.folder)


def described(session: dict[str, Any]) -> str:
    """Return a session for a failing test's message."""
    return json.dumps(session, indent=1)[:2000]
