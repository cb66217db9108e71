"""A throw-away PostgreSQL cluster in a folder, for one test run."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

ROOM = 4 << 30
"""Bytes of memory that a cluster may have."""
SETTINGS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "autovacuum=off",
    "checkpoint_timeout=1h",
    "max_wal_size=4GB",
    "shared_buffers=256MB",
)
"""Nothing of a test run is worth keeping, so nothing is written twice."""


def free_port() -> int:
    """Return a port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def programs() -> Path | None:
    """Return the folder of the newest installed server's programs, if there is one."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


def scratch() -> str | None:
    """Return a folder in memory with room for a Moodle, None where there is none."""
    memory = Path("/dev/shm")
    there = memory.is_dir() and os.access(memory, os.W_OK)
    return str(memory) if there and shutil.disk_usage(memory).free > ROOM else None


CONFIG = """$CFG->dbtype = 'pgsql'; $CFG->dblibrary = 'native'; $CFG->dbhost = '127.0.0.1';
$CFG->dbname = 'postgres'; $CFG->dbuser = 'moodle'; $CFG->dbpass = '';
$CFG->dboptions = ['dbpersist' => 0, 'dbport' => {port}];"""


class Postgres:
    """A cluster that trusts loopback, in memory if it can be; else it doesn't wait for the disk.

    ``config`` is what Moodle's config.php has to say of it.
    """

    def __init__(self) -> None:
        # Its own folder: a test runner's is closed to the server's user.
        self.folder = Path(tempfile.mkdtemp(prefix="scormkit-pg-", dir=scratch()))
        self.port = free_port()
        self.config = CONFIG.format(port=self.port)
        self._bin = programs()
        if os.geteuid() == 0:  # the server refuses to run as root
            shutil.chown(self.folder, "postgres")
        self._run("initdb", "-A", "trust", "-U", "moodle", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-p {self.port} -k /tmp -h 127.0.0.1 {' '.join(f'-c {s}' for s in SETTINGS)}"
        self._run("pg_ctl", "-w", "-o", options, "-l", str(self.folder / "log"), "start")

    def _run(self, program: str, *arguments: str) -> None:
        become = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        command = [*become, f"{self._bin}/{program}", "-D", str(self.folder / "data"), *arguments]
        subprocess.run(command, check=True, cwd="/tmp", stdout=subprocess.DEVNULL)

    def stop(self) -> None:
        """End the server at once and remove the cluster."""
        self._run("pg_ctl", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)
