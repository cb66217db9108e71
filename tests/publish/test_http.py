"""The way to a REST server, with everything that can go wrong on it."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
import time
import traceback
from pathlib import Path
from typing import Any

import pytest

from scormkit.errors import Refused, RemoteError, SiteError
from scormkit.publish.http import WebService
from scormkit.publish.secrets import Token

TOKEN = "0123456789abcdef0123456789ABCDEF"
F = "local_scormkit_get_site"


def call(web: Any) -> Any:
    return web.call(F, {"categoryid": 3})


def test_parameters_go_as_moodle_reads_them(web: Any, server: Any) -> None:
    server.answers = [{"plugin": 1}]
    assert web.call(F, {"courses": [{"key": "a&b"}, {"key": "ș", "on": True}], "n": 0}) == {
        "plugin": 1
    }
    assert server.forms == [
        {
            "wstoken": TOKEN,
            "wsfunction": F,
            "moodlewsrestformat": "json",
            "courses[0][key]": "a&b",
            "courses[1][key]": "ș",
            "courses[1][on]": "1",
            "n": "0",
        }
    ]


@pytest.mark.parametrize("fault", ["cut", "html", "half", "short"])
def test_what_may_pass_by_is_tried_again(
    web: Any, server: Any, faults: Any, waits: list[float], fault: str
) -> None:
    server.answers = [getattr(faults, fault), getattr(faults, fault), [1, 2]]
    assert call(web) == [1, 2]
    assert len(server.forms) == 3
    assert len(waits) == 2
    assert waits[1] > waits[0]


@pytest.mark.parametrize("number", [500, 502, 503, 504, 408, 429])
def test_a_server_that_is_down_for_long_is_exit_4(
    web: Any, server: Any, faults: Any, waits: list[float], number: int
) -> None:
    server.answers = [faults.status(number, b"<h1>no</h1>")]
    with pytest.raises(RemoteError, match=rf"answered {number} .*\(tried 6 times\)") as caught:
        call(web)
    assert caught.value.exit_code == 4
    assert len(waits) == 5


def test_the_server_says_how_long_to_wait(
    web: Any, server: Any, faults: Any, waits: list[float]
) -> None:
    server.answers = [
        faults.status(503, Retry_After="7"),
        faults.status(503, Retry_After="99999"),
        faults.status(503, Retry_After="Wed, 21 Oct 2026 07:28:00 GMT"),
        [],
    ]
    assert call(web) == []
    assert waits[:2] == [7, 60]
    assert waits[2] < 7


def test_a_redirect_is_not_followed(web: Any, server: Any, faults: Any) -> None:
    target = "https://elsewhere.example.org/webservice/rest/server.php?wstoken=" + TOKEN
    server.answers = [faults.status(302, Location=target), [1]]
    with pytest.raises(Refused, match=r"redirects to https://elsewhere\.example\.org,") as caught:
        call(web)
    assert caught.value.code == "redirect"
    assert TOKEN not in str(caught.value)
    assert len(server.forms) == 1


@pytest.mark.parametrize(
    ("number", "code"),
    [(401, "login"), (403, "webservicesoff"), (404, "nomoodle"), (413, "bodytoolarge")],
)
def test_what_does_not_pass_by_is_not_tried_again(
    web: Any, server: Any, faults: Any, number: int, code: str
) -> None:
    server.answers = [faults.status(number)]
    with pytest.raises(Refused) as caught:
        call(web)
    assert caught.value.code == code
    assert caught.value.exit_code == 1
    assert len(server.forms) == 1


def test_an_exception_of_moodle_is_a_refusal_with_a_remedy(
    web: Any, server: Any, faults: Any
) -> None:
    server.answers = [faults.refusal("invalidtoken", "Invalid token - token not found")]
    with pytest.raises(Refused, match=r"Manage tokens.*Invalid token - token not found") as caught:
        call(web)
    assert caught.value.code == "invalidtoken"


def test_a_server_that_waits_for_its_upgrade_is_exit_4(web: Any, server: Any, faults: Any) -> None:
    server.answers = [faults.refusal("dmlreadexception", "Error reading from database")]
    with pytest.raises(RemoteError, match="database"):
        call(web)


def test_no_error_shows_the_token(web: Any, server: Any, faults: Any) -> None:
    quoted = f"failed: wstoken={TOKEN}&x or {TOKEN.lower()} and privatetoken: ffff0000ffff"
    for answer in (
        faults.refusal("invalidparameter", quoted, quoted),
        faults.refusal("strangecode", quoted, quoted),
        faults.refusal("dmlwriteexception", quoted, quoted),
        faults.status(302, Location=f"https://x.example.org/{TOKEN}/"),
        faults.cut,
    ):
        server.answers = [answer]
        with pytest.raises((Refused, RemoteError)) as caught:
            call(web)
        shown = "".join(traceback.format_exception(caught.value)) + repr(caught.value.args)
        assert TOKEN.lower() not in shown.lower()
        assert "ffff0000ffff" not in shown
        assert TOKEN not in getattr(caught.value, "detail", "")


def test_an_answer_that_repeats_the_token_loses_it(web: Any, server: Any) -> None:
    server.answers = [[{"error": {"message": f"token {TOKEN} may not"}}]]
    assert call(web) == [{"error": {"message": "token *** may not"}}]


def test_a_token_is_sent_over_https_only() -> None:
    with pytest.raises(SiteError, match="must begin with https://"):
        WebService("http://moodle.example.org", Token(TOKEN))


def test_a_proxy_never_sees_what_goes_to_this_machine(
    web: Any, server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    server.answers = [[1]]
    assert call(web) == [1]


def test_no_password_of_netrc_and_no_cookie_is_sent(
    web: Any, server: Any, faults: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password geheim\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    server.answers = [faults.status(200, b"[]", Set_Cookie="MoodleSession=x; Path=/")]
    call(web)
    call(web)
    assert not any({"HTTP_AUTHORIZATION", "HTTP_COOKIE"} & set(sent) for sent in server.headers)


def test_an_answer_that_does_not_end_is_given_up(web: Any, patience: Any) -> None:
    listener = socket.create_server(("127.0.0.1", 0))

    def drip() -> None:
        peer, _ = listener.accept()
        with peer:
            peer.recv(65536)
            peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[")
            while True:
                time.sleep(0.3)
                try:
                    peer.sendall(b" ")
                except OSError:
                    return

    threading.Thread(target=drip, daemon=True).start()
    from dataclasses import replace  # noqa: PLC0415

    short = replace(patience, answer=0.7, pauses=())
    slow = WebService(f"http://127.0.0.1:{listener.getsockname()[1]}", Token(TOKEN), short)
    with pytest.raises(RemoteError, match="did not come to an end"):
        call(slow)
    slow.close()
    listener.close()


def test_nobody_listens(patience: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    web = WebService(f"http://127.0.0.1:{port}", Token(TOKEN), patience)
    with pytest.raises(RemoteError, match="refused: is the web server running"):
        call(web)


def test_a_host_that_does_not_exist(patience: Any) -> None:
    web = WebService("https://moodle.invalid", Token(TOKEN), patience)
    with pytest.raises(RemoteError, match="no such host"):
        call(web)


def test_an_answer_in_another_shape(service: Any, server: Any) -> None:
    server.answers = [{"plugin": {"version": "geheim"}}]
    with pytest.raises(
        RemoteError, match=r"another shape than expected \(plugin\.version"
    ) as found:
        service.get_site()
    assert "geheim" not in str(found.value)


@pytest.fixture
def selfsigned(tmp_path: Path) -> Path:
    pem = tmp_path / "own.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost",
         "-keyout", pem, "-out", tmp_path / "cert.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    pem.write_bytes(pem.read_bytes() + (tmp_path / "cert.pem").read_bytes())
    return pem


def test_a_certificate_that_nobody_trusts(
    selfsigned: Path, server: Any, patience: Any, waits: list[float], monkeypatch: Any
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(selfsigned)
    server.server.socket = context.wrap_socket(server.server.socket, server_side=True)
    monkeypatch.delenv("REQUESTS_CA_BUNDLE", raising=False)
    monkeypatch.delenv("CURL_CA_BUNDLE", raising=False)
    url = f"https://localhost:{server.server.server_port}"
    with pytest.raises(RemoteError, match=r"certificate is not trusted.*REQUESTS_CA_BUNDLE"):
        call(WebService(url, Token(TOKEN), patience))
    assert not waits
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(selfsigned.parent / "cert.pem"))
    server.answers = [[7]]
    trusting = WebService(url, Token(TOKEN), patience)
    assert call(trusting) == [7]
    trusting.close()
