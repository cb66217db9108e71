"""A server that misbehaves, and patience that doesn't wait."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

TOKEN = "0123456789abcdef0123456789ABCDEF"


def _load(name: str) -> ModuleType:
    # tests/ is no package (importlib mode), so helpers are loaded by path.
    place = Path(__file__).parent / name
    path = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    spec = importlib.util.spec_from_file_location(f"publish_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


faulty = _load("faulty_moodle")


@pytest.fixture(scope="session")
def faults() -> ModuleType:
    """Return the module of the misbehaving server, for its answers."""
    return faulty


@pytest.fixture
def server() -> Iterator[Any]:
    made = faulty.FaultyMoodle()
    yield made
    made.stop()


@pytest.fixture
def waits() -> list[float]:
    """Return the seconds that were waited, in order."""
    return []


@pytest.fixture
def patience(waits: list[float]) -> Any:
    from scormkit.publish.patience import Patience  # noqa: PLC0415

    return Patience(connect=2, read=1, answer=3, sleep=waits.append)


@pytest.fixture
def web(server: Any, patience: Any) -> Iterator[Any]:
    from scormkit.publish.http import WebService  # noqa: PLC0415
    from scormkit.publish.secrets import Token  # noqa: PLC0415

    made = WebService(server.url, Token(TOKEN), patience)
    yield made
    made.close()


@pytest.fixture
def service(server: Any, web: Any) -> Any:
    from scormkit.publish.secrets import Token  # noqa: PLC0415
    from scormkit.publish.service import MoodleService  # noqa: PLC0415
    from scormkit.publish.sites import Site  # noqa: PLC0415

    return MoodleService(Site(name="test", url=server.url, category=3), Token(TOKEN), web)


double = _load("double")


@pytest.fixture
def site() -> Any:
    """Return a site of which nothing is said but its address."""
    from scormkit.publish.sites import Site  # noqa: PLC0415

    return Site(name="test", url="https://moodle.example.org")


@pytest.fixture
def plugin(site: Any) -> Any:
    """Return the plugin in memory; see double/."""
    return double.PluginDouble(site)


@pytest.fixture(scope="session")
def zips(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return a maker of small packages: ours or another tool's."""
    return _load("zips").Zips(tmp_path_factory.mktemp("zips"))
