"""``local_scormkit_get_site``."""

from __future__ import annotations

from scormkit.publish.site_state import SiteState

SITE_ID = "9f2c41aa01b6d3e7"


def get_site(url: str) -> SiteState:
    """Return a site that has all it needs, and takes small chunks."""
    limits = dict.fromkeys(("package", "post", "memory", "entries", "expanded", "time"), 1 << 30)
    return SiteState.model_validate(
        {
            "plugin": {"version": 1, "release": "1.0", "api": 1},
            "site": SITE_ID,
            "url": url,
            "moodle": {"version": "1", "release": "4.5", "branch": "405"},
            "php": "8.2",
            "database": "postgres",
            "https": True,
            "debug": False,
            "limits": {**limits, "chunk": 50_000},
            "scorm": {"enabled": True, "allowtypelocalsync": False, "scormstandard": False,
                      "maxattempt": 0},
            "completion": True,
            "availability": True,
            "recyclebin": True,
            "context": {"categoryid": 1, "courseid": 0, "exists": True},
            "capabilities": [],
            "functions": [],
            "token": {"service": "s", "iprestricted": False, "validuntil": 0, "siteadmin": False},
        }
    )  # fmt: skip
