"""The editions of SCORM, as far as a manifest differs."""

from __future__ import annotations

from typing import NamedTuple

from scormkit.xml.schemas import ADL_CP, ADL_CP_12, IMS_CP, IMS_CP_12, SchemaSet


class Edition(NamedTuple):
    """An edition. ``number`` is 0 for SCORM 1.2, else that of the 2004 edition."""

    schemas: SchemaSet
    number: int
    adapter: str
    schemaversion: str

    @property
    def is_2004(self) -> bool:
        """Tell whether the edition has sequencing."""
        return self.number > 0

    @property
    def packaging(self) -> str:
        """Return the namespace of the manifest."""
        return IMS_CP if self.is_2004 else IMS_CP_12

    @property
    def adl(self) -> str:
        """Return the namespace of what ADL adds to it."""
        return ADL_CP if self.is_2004 else ADL_CP_12

    @property
    def title_limit(self) -> int | None:
        """Return the most characters of a title: CP 1.1.2 caps it, later models do not."""
        return None if self.is_2004 else 200


EDITIONS: dict[SchemaSet, Edition] = {
    "1.2": Edition("1.2", 0, "scorm12", "1.2"),
    "2004 2nd": Edition("2004 2nd", 2, "scorm2004", "CAM 1.3"),
    "2004 3rd": Edition("2004 3rd", 3, "scorm2004", "2004 3rd Edition"),
    "2004 4th": Edition("2004 4th", 4, "scorm2004", "2004 4th Edition"),
}
