"""Moodle's own runner of PHPUnit tests, with the distribution's PHPUnit for Composer's."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

AUTOLOAD = "<?php\nrequire_once '/usr/share/php/PHPUnit/Autoload.php';\n"
SUITE = """<phpunit bootstrap="lib/phpunit/bootstrap.php" colors="false"
  convertErrorsToExceptions="true" convertNoticesToExceptions="true"
  convertWarningsToExceptions="true" beStrictAboutTestsThatDoNotTestAnything="false">
  <testsuites><testsuite name="local_scormkit_testsuite">
    <directory suffix="_test.php">local/scormkit/tests</directory>
  </testsuite></testsuites>
</phpunit>
"""


def run(moodle: Any, php: list[str]) -> str:
    """Install what Moodle's tests need, run the plugin's, and return what PHPUnit says."""
    root: Path = moodle.root
    vendor = root / "vendor"
    (vendor / "bin").mkdir(parents=True, exist_ok=True)
    (vendor / "phpunit" / "phpunit").mkdir(parents=True, exist_ok=True)
    (vendor / "phpunit" / "phpunit" / "composer.json").write_text('{"name": "phpunit/phpunit"}')
    (vendor / "autoload.php").write_text(AUTOLOAD)
    shutil.copy(str(shutil.which("phpunit")), vendor / "bin" / "phpunit")
    (root / "phpunit.xml").unlink(missing_ok=True)  # a hard link to the checkout's, if any
    (root / "phpunit.xml").write_text(SUITE)
    _php(root, [*php, "admin/tool/phpunit/cli/util.php", "--install"])
    return _php(root, [*php, "vendor/bin/phpunit", "--configuration", "phpunit.xml"])


def _php(root: Path, command: list[str]) -> str:
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-6000:]
    return done.stdout
