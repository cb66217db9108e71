"""SCORM 1.2 and SCORM 2004, 2nd to 4th edition."""

from scormkit_scorm.formats import Scorm12, Scorm2004Fourth, Scorm2004Second, Scorm2004Third

__all__ = ["Scorm12", "Scorm2004Fourth", "Scorm2004Second", "Scorm2004Third"]
