"""Serve the preview on loopback until it is stopped."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from werkzeug.serving import make_server

from scormkit.errors import PreviewError, ScormkitError, SourceProblems
from scormkit.loopback import authority, listen, loopback
from scormkit.lrs.serving import QuietHandler
from scormkit.preview.app import Preview
from scormkit.preview.guard import Guard
from scormkit.preview.source import Source
from scormkit.preview.stage import Scene, Stage
from scormkit.preview.store import Store, beside
from scormkit.preview.watch import watch_source
from scormkit.preview.xapi_lms import XapiLms

PORT = 8765


@dataclass(frozen=True, slots=True)
class Options:
    """Where to serve and what to keep; a ``port`` of None takes 8765, or any that is free."""

    host: str
    port: int | None
    data: Path
    external: bool = False


def serve(
    source: Source,
    options: Options,
    ready: Callable[[str, Scene], None],
    tell: Callable[[Scene], None],
) -> None:
    """Serve until interrupted; call ``ready`` with the address, ``tell`` after each reload.

    Raise PreviewError, AddressError, SourceProblems or OutputError where it cannot start. A
    source with errors in it is served once it was mended, if there is a source at all.
    """
    address = loopback(options.host)
    store = Store(options.data)
    token = secrets.token_urlsafe(24)
    stage = Stage(source)
    stop = threading.Event()
    try:
        scene = stage.load()
        if scene.broken and (scene.error or not source.mendable):
            raise _refusal(scene)
        with listen(address, options.port, PORT) as listener:
            port = listener.getsockname()[1]
            guard = Guard(address, port, token)
            lms = XapiLms(beside(options.data))
            app = Preview(stage, store, lms, guard, token, external=options.external)
            server = make_server(
                address,
                port,
                app,
                threaded=True,
                request_handler=QuietHandler,
                fd=listener.fileno(),
            )
        arguments = (stage, stop, tell)
        threading.Thread(target=watch_source, args=arguments, daemon=True).start()
        ready(f"http://{authority(address, port)}/", scene)
        server.serve_forever()
    finally:
        stop.set()
        stage.close()


def _refusal(scene: Scene) -> ScormkitError:
    return PreviewError(scene.error) if scene.error else SourceProblems(scene.problems)
