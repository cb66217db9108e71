"""Build every shipped course in every format into dist/ and say what was made."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPEN = {
    "scorm-1.2": "Moodle: add a SCORM package activity, drop the zip. Any LMS with SCORM 1.2.",
    "scorm-2004-2nd": "LMSs that ask for SCORM 2004 2nd edition.",
    "scorm-2004-3rd": "LMSs that ask for SCORM 2004 3rd edition.",
    "scorm-2004-4th": "LMSs that ask for SCORM 2004 4th edition.",
    "cmi5": "LMSs that launch cmi5, with a learning record store.",
    "xapi": "LMSs that launch xAPI packages (tincan.xml).",
}


def run(*arguments: str) -> list[str]:
    """Run scormkit and return the lines it printed; stop where it fails."""
    command = [sys.executable, "-m", "scormkit", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)
    return done.stdout.split("\n")[:-1]


def main() -> None:
    """Build, then print a table and how to open what is in it."""
    found = ROOT.glob("course_sources/*/course.yml")
    courses = sorted(str(path.parent.relative_to(ROOT)) for path in found)
    formats = [part for line in OPEN for part in ("-f", line)]
    made = [Path(line) for line in run("build", *courses, *formats, "-o", "dist")]
    width = max(len(path.name) for path in made)
    print(f"\n{'package':<{width}}  {'size':>8}")
    print(f"{'-' * width}  {'-' * 8}")
    for path in made:
        print(f"{path.name:<{width}}  {(ROOT / path).stat().st_size / 1000:>5.0f} kB")
    print("\nHow to open them (all are in dist/):")
    for name, how in OPEN.items():
        print(f"  {name:<15} {how}")
    print("\nOr look at a course now, in a small LMS of our own:")
    print(f"  .venv/bin/scormkit preview {courses[0]}")


if __name__ == "__main__":
    main()
