"""A throw-away MariaDB in a folder, for one test run."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

CONFIG = """$CFG->dbtype = 'mariadb'; $CFG->dblibrary = 'native'; $CFG->dbhost = '127.0.0.1';
$CFG->dbname = 'moodle'; $CFG->dbuser = 'root'; $CFG->dbpass = '';
$CFG->dboptions = ['dbport' => {port}, 'dbcollation' => 'utf8mb4_unicode_ci'];"""
WHERE = f"{os.environ.get('PATH', '')}:/usr/sbin"
SETTINGS = (
    "--no-defaults",
    "--bind-address=127.0.0.1",
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-doublewrite=0",
    "--skip-log-bin",
    "--max-connections=100",
)
"""Nothing of a test run is worth keeping."""


class MariaDb:
    """A server that lets anybody on this machine in; ``config`` as Moodle's config.php has it."""

    def __init__(self, port: int, scratch: str | None = None) -> None:
        self.folder, self.port = Path(tempfile.mkdtemp(prefix="scormkit-my-", dir=scratch)), port
        self.config = CONFIG.format(port=port)
        user = "mysql" if os.geteuid() == 0 else Path.home().owner()
        if os.geteuid() == 0:
            shutil.chown(self.folder, user)
        common = [f"--datadir={self.folder}/data", f"--user={user}"]
        self._run("mariadb-install-db", "--no-defaults", *common,
                  "--auth-root-authentication-method=normal", "--skip-test-db")  # fmt: skip
        socket_ = f"--socket={self.folder}/socket"
        program = str(shutil.which("mariadbd", path=WHERE))
        self._server = subprocess.Popen(
            [program, *SETTINGS, *common, f"--port={port}", socket_],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._wait()
        self._run("mariadb", "--no-defaults", socket_, "-uroot", "-e", "CREATE DATABASE moodle"
                  " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci")  # fmt: skip

    @staticmethod
    def _run(*command: str) -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    def _wait(self) -> None:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.2)
        raise RuntimeError("MariaDB does not start")

    def stop(self) -> None:
        """End the server and remove its folder."""
        self._server.kill()
        self._server.wait()
        shutil.rmtree(self.folder)
