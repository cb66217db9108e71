"""A throw-away PostgreSQL cluster in a folder, for one test run."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path


def free_port() -> int:
    """Return a port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def programs() -> Path | None:
    """Return the folder of the newest installed server's programs, if there is one."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


class Postgres:
    """A cluster that trusts loopback and does not wait for the disk."""

    def __init__(self) -> None:
        # Its own folder: a test runner's is closed to the server's user.
        self.folder, self.port = Path(tempfile.mkdtemp(prefix="scormkit-pg-")), free_port()
        self._bin = programs()
        if os.geteuid() == 0:  # the server refuses to run as root
            shutil.chown(self.folder, "postgres")
        self._run("initdb", "-A", "trust", "-U", "moodle", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-p {self.port} -k /tmp -h 127.0.0.1 -c fsync=off -c synchronous_commit=off"
        self._run("pg_ctl", "-w", "-o", options, "-l", str(self.folder / "log"), "start")

    def _run(self, program: str, *arguments: str) -> None:
        become = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        command = [*become, f"{self._bin}/{program}", "-D", str(self.folder / "data"), *arguments]
        subprocess.run(command, check=True, cwd="/tmp", stdout=subprocess.DEVNULL)

    def stop(self) -> None:
        """End the server at once and remove the cluster."""
        self._run("pg_ctl", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)
