"""Evidence of accessibility: WCAG 2.2 A and AA, what a program can test, what a person must."""

from scormkit.check.accessibility.evidence import Evidence, Finding, Report
from scormkit.check.accessibility.package import read_package
from scormkit.check.accessibility.reporting import report_on

__all__ = ["Evidence", "Finding", "Report", "read_package", "report_on"]
