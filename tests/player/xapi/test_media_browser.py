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


@pytest.fixture
def told(platform, package, learner, lrs, sound):
    """Return what was said of a sound, played with pauses and jumps."""
    more = ":::{audio} tone.wav\nid: tone\n:::"

    def serve(route):
        """Answer a range, without which a browser cannot jump."""
        start = int(route.request.headers.get("range", "bytes=0-")[6:].split("-")[0])
        span = f"bytes {start}-{len(sound) - 1}/{len(sound)}"
        headers = {"Content-Type": "audio/wav", "Accept-Ranges": "bytes", "Content-Range": span}
        route.fulfill(status=206, headers=headers, body=sound[start:])

    platform.content.context.route("**/*.wav", serve)
    opened = platform.xapi(package("xapi", more=more, files={"tone.wav": sound}))
    learner.to(opened, "a")
    opened.page.wait_for_selector("audio", state="attached")
    opened.page.evaluate(SCRIPT)
    about = "urn:x-scormkit:small/media/tone"
    opened.leave()
    return [s for s in lrs.stored if s["object"]["id"] == about]


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
    assert completed["object"]["definition"]["type"].endswith("/audio")
    validator(told)
