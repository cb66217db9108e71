"""What a learner does with a video, by the video profile."""

from __future__ import annotations

import io
import math
import struct
import wave

import pytest

pytestmark = pytest.mark.browser

EXT = "https://w3id.org/xapi/video/extensions/"


@pytest.fixture(scope="session")
def sound():
    """Return four seconds of a tone."""
    made = io.BytesIO()
    with wave.open(made, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(8000)
        out.writeframes(
            b"".join(
                struct.pack("<h", int(8000 * math.sin(i / 8000 * 440 * 6.28))) for i in range(32000)
            )
        )
    return made.getvalue()


SCRIPT = """async () => {
  const media = document.querySelector("audio");
  const once = (name) => new Promise((done) => media.addEventListener(name, done, {once: true}));
  const at = async (time) => { while (media.currentTime < time) await once("timeupdate"); };
  const pause = () => { media.pause(); return once("pause"); };
  const jump = (time) => { media.currentTime = time; return once("seeked"); };
  await media.play(); await at(0.5); await pause();
  await jump(2.5); await media.play(); await once("ended");
  await jump(0.2); await media.play(); await at(2.8); await pause();
}"""


PLAYS = """async () => {
  const media = document.querySelector("audio");
  await media.play();
  while (media.currentTime < 0.4) await new Promise((done) => setTimeout(done, 50));
}"""


def about(lrs):
    """Return what was said of the sound."""
    return [s for s in lrs.stored if s["object"]["id"] == "urn:x-scormkit:small/media/tone"]


@pytest.fixture
def start(platform, package, learner, sound):
    """Return a function that opens a lesson with a sound."""
    more = ":::{audio} tone.wav\nid: tone\n:::"

    def serve(route):
        """Answer a range, without which a browser cannot jump."""
        start = int(route.request.headers.get("range", "bytes=0-")[6:].split("-")[0])
        span = f"bytes {start}-{len(sound) - 1}/{len(sound)}"
        headers = {"Content-Type": "audio/wav", "Accept-Ranges": "bytes", "Content-Range": span}
        route.fulfill(status=206, headers=headers, body=sound[start:])

    platform.content.context.route("**/*.wav", serve)
    folder = package("xapi", more=more, files={"tone.wav": sound})

    def begin():
        opened = platform.xapi(folder)
        learner.to(opened, "a")
        opened.page.wait_for_selector("audio", state="attached")
        return opened

    return begin


@pytest.fixture
def told(start, lrs):
    """Return what was said of a sound, played with pauses and jumps."""
    opened = start()
    opened.page.evaluate(SCRIPT)
    opened.leave()
    return about(lrs)


def test_played_paused_jumped_and_whole(told, validator):
    verbs = [s["verb"]["id"].rpartition("/")[2] for s in told]
    assert verbs[:4] == ["initialized", "played", "paused", "seeked"]
    assert verbs.count("completed") == 1
    seeked = next(s for s in told if s["verb"]["id"].endswith("/seeked"))
    extensions = seeked["result"]["extensions"]
    assert extensions[f"{EXT}time-to"] == pytest.approx(2.5, abs=0.1)
    assert extensions[f"{EXT}time-from"] == pytest.approx(0.5, abs=0.4)
    completed = next(s for s in told if s["verb"]["id"].endswith("/completed"))
    assert completed["result"]["completion"] is True
    assert completed["result"]["extensions"][f"{EXT}progress"] >= 0.85
    assert "[.]" in completed["result"]["extensions"][f"{EXT}played-segments"]
    assert completed["context"]["extensions"][f"{EXT}length"] == pytest.approx(4, abs=0.1)
    assert len({s["context"]["extensions"][f"{EXT}session-id"] for s in told}) == 1
    assert verbs[-2:] == ["paused", "terminated"]
    assert verbs.count("initialized") == verbs.count("terminated") == 1
    ended = told[-1]["result"]["extensions"]
    assert ended[f"{EXT}time"] == pytest.approx(2.8, abs=0.6)
    assert ended[f"{EXT}played-segments"].count("[.]") == 3
    assert completed["object"]["definition"]["type"].endswith("/audio")
    validator(told)


def test_a_page_that_is_left_while_it_plays_ends_the_session(start, learner, lrs):
    """Both ways a page is left: for another one, and with the window."""
    whole = ["initialized", "played", "paused", "terminated"]

    def told():
        return [s["verb"]["id"].rpartition("/")[2] for s in about(lrs)]

    opened = start()
    opened.page.evaluate(PLAYS)
    learner.to(opened, "final")
    opened.wait(lambda: told() == whole)
    learner.to(opened, "a")
    opened.page.wait_for_selector("audio", state="attached")
    opened.page.evaluate(PLAYS)
    opened.leave()
    assert told() == whole * 2
    assert "[.]" in about(lrs)[-1]["result"]["extensions"][f"{EXT}played-segments"]
    assert lrs.verbs()[-1] == "suspended"  # the course ends after its media
