"""A real Moodle for one test run: installed from a checkout, served by PHP, driven by scripts."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
import time
import urllib.request
from pathlib import Path
from typing import Any

CONFIG = """<?php
unset($CFG); global $CFG; $CFG = new stdClass();
%(database)s $CFG->prefix = 'mdl_';
$CFG->wwwroot = 'http://127.0.0.1:%(port)d'; $CFG->dataroot = '%(data)s'; $CFG->admin = 'admin';
$CFG->directorypermissions = 0777; $CFG->passwordpolicy = 0; $CFG->noemailever = true;
$CFG->local_scormkit_testfault = '%(fault)s';
$CFG->phpunit_prefix = 'phpu_'; $CFG->phpunit_dataroot = '%(data)s-phpunit';
require_once(__DIR__ . '/lib/setup.php');
"""
PHP = ["php", "-d", "max_input_vars=5000", "-d", "memory_limit=512M", "-d", "opcache.enable_cli=1"]


PLUGIN = Path(__file__).parents[3] / "exporters" / "scormkit_moodle" / "local_scormkit"


class MoodleSite:
    """An installed Moodle at ``url``; ``act`` and ``plugin`` run a command inside it.

    Our plugin is installed with it. ``fault`` is the file that names where PHP shall die.
    """

    def __init__(self, checkout: Path, folder: Path, database: str, port: int) -> None:
        self.root, self.url = folder / "moodle", f"http://127.0.0.1:{port}"
        self.fault = folder / "fault"
        # Hard links: a tree of 30,000 files in a second or two, and the checkout stays as it is.
        subprocess.run(["cp", "-al", str(checkout), str(self.root)], check=True)
        (self.root / "config.php").unlink(missing_ok=True)
        data = folder / "data"
        data.mkdir()
        config = CONFIG % {"database": database, "port": port, "data": data, "fault": self.fault}
        (self.root / "config.php").write_text(config)
        # Copied, not linked: Moodle finds its config.php from a plugin's own folder.
        shutil.copytree(PLUGIN, self.root / "local" / "scormkit")
        self._install()
        # Served under a name that nobody guesses: it does whatever it is asked to.
        self._mark = secrets.token_hex(16)
        for name in ("act.php", "plugin.php", "tracks.php"):
            shutil.copy(Path(__file__).parent / name, self.root / f"{self._mark}-{name}")
        self._server = self._serve(port, folder / "php.log")

    def _install(self) -> None:
        subprocess.run(
            [*PHP, "admin/cli/install_database.php", "--agree-license", "--adminpass=admin",
             "--adminemail=admin@example.invalid", "--fullname=Test", "--shortname=Test"],
            cwd=self.root, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip

    def _serve(self, port: int, log: Path) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PHP_CLI_SERVER_WORKERS": "16"}
        with log.open("wb") as out:
            server = subprocess.Popen(
                [*PHP, "-S", f"127.0.0.1:{port}"], cwd=self.root, env=environment,
                stdout=out, stderr=out, start_new_session=True,
            )  # fmt: skip
        for _ in range(150):
            try:
                urllib.request.urlopen(f"{self.url}/login/index.php", timeout=60).read()
                return server
            except OSError:
                time.sleep(0.2)
        raise RuntimeError(f"Moodle does not answer: {log.read_text()[-2000:]}")

    def act(self, do: str, **arguments: Any) -> dict[str, Any]:
        """Run one command of act.php inside Moodle and return its answer."""
        return self._run("act.php", {"do": do, **arguments})

    def plugin(self, do: str, **arguments: Any) -> dict[str, Any]:
        """Run one command of plugin.php inside Moodle and return its answer."""
        return self._run("plugin.php", {"do": do, **arguments})

    def _run(self, script: str, command: dict[str, Any]) -> dict[str, Any]:
        data = json.dumps(command, default=str).encode()
        address = f"{self.url}/{self._mark}-{script}"
        with urllib.request.urlopen(address, data, timeout=120) as done:
            text = done.read().decode()
        assert text.endswith(("}\n", "]\n")), text
        answer: dict[str, Any] = json.loads(text.splitlines()[-1])
        return answer

    def upgrade(self) -> str:
        """Run Moodle's own upgrade and return what it says."""
        command = [*PHP, "admin/cli/upgrade.php", "--non-interactive"]
        done = subprocess.run(command, cwd=self.root, capture_output=True, text=True, check=True)
        return done.stdout

    def start(self, script: str, command: dict[str, Any]) -> subprocess.Popen[str]:
        """Start a command in a PHP of its own, which may be killed."""
        process = subprocess.Popen(
            [*PHP, str(self.root / f"{self._mark}-{script}")], cwd=self.root, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        assert process.stdin is not None
        process.stdin.write(json.dumps(command, default=str))
        process.stdin.close()
        process.stdin = None
        return process

    def stop(self) -> None:
        """End the server and its workers."""
        os.killpg(self._server.pid, 15)
        self._server.wait(10)
