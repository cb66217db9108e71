"""A form's body is what the library would make of it."""

from __future__ import annotations

import base64
import random
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scormkit.publish.form import LONG, encoded


@given(st.dictionaries(st.text(max_size=9), st.text(max_size=30), max_size=4))
def test_any_form(form: dict[str, str]) -> None:
    assert encoded(form) == urlencode(form).encode()


@pytest.mark.parametrize("size", [LONG, LONG + 1, LONG + 2])
@pytest.mark.parametrize("end", ["", " ", "&x=1"])
def test_a_package_as_long_as_can_be(size: int, end: str) -> None:
    text = base64.b64encode(random.Random(size).randbytes(size)).decode() + end
    body = encoded({"chunks[0][data]": text, "n": "1"})
    assert parse_qsl(body.decode()) == [("chunks[0][data]", text), ("n", "1")]
    assert body == urlencode({"chunks[0][data]": text, "n": "1"}).encode()
