"""Uploads: in chunks, resumed, together, and never twice."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scormkit.errors import Refused, RemoteError
from scormkit.publish.upload import Destination, Parcel, upload_package, upload_packages


class Store:
    """What the plugin keeps of uploads, by its documented rules."""

    def __init__(self, faults: Any) -> None:
        self.kept: dict[str, bytes] = {}
        self.sent: list[list[int]] = []
        self.faults = faults
        self.trouble: list[Any] = []

    def __call__(self, _server: Any, form: dict[str, str]) -> Any:
        assert form["wsfunction"] == "local_scormkit_upload"
        answers, number, sizes = [], 0, []
        while (sha := form.get(f"chunks[{number}][sha256]")) is not None:
            data = base64.b64decode(form[f"chunks[{number}][data]"])
            sizes.append(len(data))
            answers.append(self._take(sha, form, number, data))
            number += 1
        self.sent.append(sizes)
        if self.trouble and (fault := self.trouble.pop(0)) is not None:
            return fault(_server, form)
        return self.faults.json_answer(answers)

    def _take(self, sha: str, form: dict[str, str], number: int, data: bytes) -> dict[str, Any]:
        kept = self.kept.setdefault(sha, b"")
        if int(form[f"chunks[{number}][offset]"]) == len(kept):
            kept = self.kept[sha] = kept + data
        whole = len(kept) == int(form[f"chunks[{number}][size]"])
        if whole:
            assert hashlib.sha256(kept).hexdigest() == sha
        return {"sha256": sha, "received": len(kept), "complete": whole}


@pytest.fixture
def store(server: Any, faults: Any) -> Store:
    made = Store(faults)
    server.answers = [made]
    return made


def package(folder: Path, data: bytes, name: str = "a.zip") -> Parcel:
    path = folder / name
    path.write_bytes(data)
    return Parcel(path, hashlib.sha256(data).hexdigest())


def test_a_package_goes_in_chunks_and_once(service: Any, store: Store, tmp_path: Path) -> None:
    parcel = package(tmp_path, bytes(range(256)) * 10)
    seen: list[int] = []
    upload_package(service, parcel.path, parcel.sha256, seen.append, Destination(chunk=1000))
    assert store.kept[parcel.sha256] == parcel.path.read_bytes()
    assert seen == [1000, 1000, 560]
    assert store.sent == [[0], [1000], [1000], [560]]
    upload_package(service, parcel.path, parcel.sha256, seen.append, Destination(chunk=1000))
    assert store.sent[4:] == [[0]]
    assert len(seen) == 3


def test_it_goes_on_where_it_stopped(service: Any, store: Store, tmp_path: Path) -> None:
    parcel = package(tmp_path, b"x" * 5000)
    store.kept[parcel.sha256] = b"x" * 3000
    upload_package(service, parcel.path, parcel.sha256, where=Destination(chunk=1500))
    assert store.sent == [[0], [1500], [500]]


def test_small_packages_go_together(service: Any, store: Store, tmp_path: Path) -> None:
    parcels = [package(tmp_path, bytes([n]) * 300, f"{n}.zip") for n in range(10)]
    upload_packages(service, parcels, where=Destination(chunk=1000))
    assert store.sent[1:] == [[300, 300, 300, 100], [200, 300, 300, 200], [100, 300, 300, 300]]
    assert all(store.kept[parcel.sha256] == parcel.path.read_bytes() for parcel in parcels)


@pytest.mark.parametrize("fault", ["cut", "html", "half", "short"])
def test_an_answer_that_is_lost_costs_nothing(
    service: Any, store: Store, tmp_path: Path, faults: Any, fault: str
) -> None:
    parcel = package(tmp_path, b"abc" * 1000)
    store.trouble = [None, getattr(faults, fault), None, getattr(faults, fault)]
    upload_package(service, parcel.path, parcel.sha256, where=Destination(chunk=1000))
    assert store.kept[parcel.sha256] == parcel.path.read_bytes()


@settings(deadline=None, max_examples=15, suppress_health_check=list(HealthCheck))
@given(
    sizes=st.lists(st.integers(1, 4000), min_size=1, max_size=5),
    chunk=st.integers(700, 2500),
    trouble=st.lists(st.sampled_from(["", "cut", "html", "half"]), max_size=12),
)
def test_whatever_is_cut_the_bytes_arrive_whole(
    service: Any,
    server: Any,
    faults: Any,
    tmp_path: Path,
    *,
    sizes: list[int],
    chunk: int,
    trouble: list[str],
) -> None:
    store = Store(faults)
    server.answers = [store]
    data = [bytes([n + 1]) * size for n, size in enumerate(sizes)]
    parcels = [package(tmp_path, one, f"{n}.zip") for n, one in enumerate(data)]
    # Never more in a row than the client is patient for.
    store.trouble = [getattr(faults, name) if name else None for name in trouble[:5]]
    upload_packages(service, parcels, where=Destination(chunk=chunk))
    assert [store.kept[parcel.sha256] for parcel in parcels] == data


def test_smaller_chunks_where_the_web_server_refuses_bodies(
    service: Any, server: Any, store: Store, tmp_path: Path
) -> None:
    parcel = package(tmp_path, b"y" * 200_000)

    def picky(at: Any, form: dict[str, str]) -> Any:
        large = len(form["chunks[0][data]"]) > 100_000
        return (413, {}, b"<h1>too large</h1>") if large else store(at, form)

    server.answers = [picky]
    upload_package(service, parcel.path, parcel.sha256, where=Destination(chunk=200_000))
    assert store.kept[parcel.sha256] == parcel.path.read_bytes()


def test_a_damaged_upload_is_begun_again_and_given_up(
    service: Any, store: Store, tmp_path: Path, faults: Any
) -> None:
    parcel = package(tmp_path, b"z" * 100)
    damaged = faults.json_answer(faults.refusal("badupload", "damaged"))

    def forget(*_: Any) -> Any:
        store.kept.clear()
        return damaged

    store.trouble = [None, forget]
    upload_package(service, parcel.path, parcel.sha256, where=Destination(chunk=1000))
    assert store.kept[parcel.sha256] == b"z" * 100
    store.kept.clear()
    store.trouble = [None, *[forget, None] * 10]
    with pytest.raises(Refused, match="arrived damaged"):
        upload_package(service, parcel.path, parcel.sha256, where=Destination(chunk=1000))


def test_a_server_that_takes_nothing_is_given_up(service: Any, server: Any, tmp_path: Path) -> None:
    parcel = package(tmp_path, b"q" * 100)
    server.answers = [[{"sha256": parcel.sha256, "received": 0, "complete": False}]]
    with pytest.raises(RemoteError, match="takes no more"):
        upload_package(service, parcel.path, parcel.sha256, where=Destination(chunk=10))
    assert len(server.forms) == 4


def test_a_file_that_changed_since_the_plan(service: Any, server: Any, tmp_path: Path) -> None:
    parcel = package(tmp_path, b"old")
    parcel.path.write_bytes(b"new")
    with pytest.raises(Refused, match="plan again") as caught:
        upload_package(service, parcel.path, parcel.sha256, where=Destination(chunk=10))
    assert caught.value.code == "changed"
    parcel.path.unlink()
    with pytest.raises(Refused, match="cannot be read"):
        upload_package(service, parcel.path, parcel.sha256, where=Destination(chunk=10))
    assert not server.forms
