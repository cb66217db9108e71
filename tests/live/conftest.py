"""Fixtures against real servers; without what they need the tests are skipped, and say why."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

HERE = Path(__file__).parent


def _load(name: str) -> ModuleType:
    # tests/ is no package (importlib mode), so helpers are loaded by path.
    spec = importlib.util.spec_from_file_location(f"live_{name}", HERE / "moodle" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _database(postgres: ModuleType) -> Any:
    if os.environ.get("SCORMKIT_TEST_DATABASE") == "mariadb":
        return _load("mariadb").MariaDb(postgres.free_port(), postgres.scratch())
    return postgres.Postgres()


@pytest.fixture(scope="session")
def moodle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A freshly installed Moodle from SCORMKIT_TEST_MOODLE.

    On PostgreSQL, or with SCORMKIT_TEST_DATABASE=mariadb on MariaDB.
    """
    checkout = os.environ.get("SCORMKIT_TEST_MOODLE")
    if not checkout or not (Path(checkout) / "version.php").is_file():
        pytest.skip("NO MOODLE: set SCORMKIT_TEST_MOODLE to a Moodle checkout to run these tests")
    postgres, site = _load("postgres"), _load("site")
    if postgres.programs() is None or shutil.which("php") is None:
        pytest.skip("NO MOODLE: needs PHP 8.2 and PostgreSQL from the distribution")
    folder = tmp_path_factory.mktemp("moodle")
    database = _database(postgres)
    try:
        made = site.MoodleSite(Path(checkout), folder, database.config, postgres.free_port())
        yield made
        made.stop()
    finally:
        database.stop()


@pytest.fixture(scope="session")
def live() -> Callable[[str], ModuleType]:
    """Return what loads a helper of these tests by its name."""
    return _load


@pytest.fixture(scope="session")
def packages() -> ModuleType:
    """Makers of packages: ``foreign``, ``zipped``, ``source``, ``built``."""
    return _load("packages")


@pytest.fixture(scope="session")
def publishers(moodle: Any) -> Callable[..., Any]:
    """Return a maker of users who may publish; see ``Publisher``."""
    module = _load("publisher")
    return lambda **made: module.Publisher(moodle, **made)


@pytest.fixture(scope="session")
def publisher(publishers: Callable[..., Any]) -> Any:
    """A user who holds every capability that publishing needs."""
    return publishers()
