"""The certificate."""

from __future__ import annotations

import re

from scormkit.course.model import Certificate
from scormkit.sources.compile.build import Build
from scormkit.sources.compile.project import COURSE_NAME
from scormkit.sources.compile.registry import unknown
from scormkit.sources.compile.scope import Scope
from scormkit.sources.schema.course_parts import CertificateSource, SignatorySource

FIELDS = ("learner", "course", "score", "date", "duration", "valid_until", "serial")
_FIELD = re.compile(r"\{(\w+)\}")


def certificate(build: Build, pass_mark: float | None, has_score: bool) -> Certificate | None:
    """Compile the certificate; one that nobody could earn is an error, SK1612."""
    source = build.project.course.certificate
    if source is None:
        return None
    if not build.ids.closed:
        _check(build, source, pass_mark, has_score)
    scope = Scope(build, COURSE_NAME, (build.project.course.id,))
    signatory = source.signatory
    return Certificate.model_construct(
        title=scope.words(source, source.title, "title"),
        when=source.when,
        body=scope.text(source, source.body, "body"),
        signatory_name=scope.words(signatory, signatory.name, "name") if signatory else None,
        signatory_role=_role(scope, signatory),
        signatory_image=_signature(scope, signatory),
        valid_for=source.valid_for,
    )


def _role(scope: Scope, source: SignatorySource | None) -> str | None:
    if source is None or source.role is None:
        return None
    return scope.words(source, source.role, "role")


def _signature(scope: Scope, source: SignatorySource | None) -> str | None:
    if source is None or source.image is None:
        return None
    return scope.asset_at(source, source.image, "image")


def _check(
    build: Build, source: CertificateSource, pass_mark: float | None, has_score: bool
) -> None:
    course, problems = build.project.course, build.problems
    if course.packaging != "single":
        problems.error(
            course.key_place("certificate"),
            "SK1610",
            f"with `packaging: {course.packaging}` no page knows the whole course, so there is "
            "no certificate inside; use `packaging: single`, or leave it to the LMS",
        )
    if source.when == "passed" and pass_mark is None and not build.project.partial:
        problems.error(
            source.place("when"),
            "SK1612",
            "no one can pass this course: nothing is scored, or its quizzes have different pass "
            "marks; give the course a `pass_mark`, or say `when: completed`",
        )
    for name in _FIELD.findall(source.body):
        if name not in FIELDS:
            problems.error(
                source.place("body"), "SK1613", unknown("field of a certificate", name, FIELDS)
            )
        elif name == "valid_until" and source.valid_for is None:
            problems.error(
                source.place("body"), "SK1613", "{valid_until} needs `valid_for`, such as 3y"
            )
        elif name == "score" and not has_score and not build.project.partial:
            problems.error(
                source.place("body"), "SK1613", "nothing is scored in this course: no {score}"
            )
