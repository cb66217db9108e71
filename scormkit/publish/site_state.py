"""What the plugin answers about a site: versions, limits, and what its token may do."""

from __future__ import annotations

from pydantic import Field

from scormkit.publish.base import Answer


class Plugin(Answer):
    """The plugin itself; ``api`` counts the changes that old clients can't take."""

    version: int
    release: str
    api: int


class MoodleVersion(Answer):
    """Moodle's own version."""

    version: str
    release: str
    branch: str


class Limits(Answer):
    """Bytes, but ``entries`` is a number and ``time`` seconds; 0 is no limit."""

    chunk: int
    package: int
    post: int
    memory: int
    entries: int
    expanded: int
    time: int


class ScormConfig(Answer):
    """The settings of Moodle's SCORM activity that matter to publishing."""

    enabled: bool
    allowtypelocalsync: bool
    scormstandard: bool
    maxattempt: int
    tracks: str = ""


class Context(Answer):
    """Where capabilities were asked for."""

    categoryid: int
    courseid: int
    exists: bool


class Capability(Answer):
    """A capability, and whether the token's user holds it there."""

    name: str
    held: bool
    where: str = ""


class Function(Answer):
    """A function of ours, and whether the token's service holds it."""

    name: str
    callable: bool


class TokenState(Answer):
    """The token's own restrictions; ``validuntil`` in Unix seconds, 0 for ever."""

    service: str
    iprestricted: bool
    validuntil: int
    siteadmin: bool


class SiteState(Answer):
    """A site as the plugin sees it."""

    plugin: Plugin
    site: str
    url: str
    moodle: MoodleVersion
    php: str
    database: str
    https: bool
    debug: bool
    limits: Limits
    scorm: ScormConfig
    completion: bool
    availability: bool
    recyclebin: bool
    context: Context
    capabilities: tuple[Capability, ...]
    functions: tuple[Function, ...]
    token: TokenState
    languages: tuple[str, ...] = Field(default=())
    formats: tuple[str, ...] = Field(default=())
    applying: int = 0
    cron: int = 0
