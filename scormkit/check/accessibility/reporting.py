"""From the pages of a package to the evidence for each criterion."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.html import HtmlElement

from scormkit.check.accessibility import colours, controls, structure
from scormkit.check.accessibility.criteria import Applies, Criterion, criteria
from scormkit.check.accessibility.evidence import Evidence, Finding, Report, Result
from scormkit.check.accessibility.package import Package

NOT_RUN = "not run: name axe-core's script (--axe FILE) to have it look at each page in Chromium"
PageCheck = Callable[[HtmlElement], Iterator[tuple[HtmlElement, str]]]

PAGE_CHECKS: dict[str, PageCheck] = {
    check.__name__: check
    for check in (
        structure.headings, structure.landmarks, structure.tables, structure.titles,
        structure.lang, structure.lang_parts, structure.ids, structure.zoom, structure.refresh,
        controls.alt, controls.labels, controls.names, controls.links, controls.label_in_name,
        controls.tabindex, controls.hidden_focus, controls.handlers, controls.autoplay,
        controls.captions, controls.transcript,
    )
}  # fmt: skip


def report_on(package: Package, browser: str = NOT_RUN) -> Report:
    """Return the evidence that can be had without a browser; ``browser`` tells what one said."""
    found = {name: tuple(_on_pages(package, check)) for name, check in PAGE_CHECKS.items()}
    for name, parts in (("contrast", False), ("contrast_parts", True)):
        low = colours.low_contrasts(package.styles, parts)
        found[name] = tuple(Finding(path, 0, text) for path, text in low)
    found["outline"] = tuple(_outlines(package))
    there = _what_is_there(package)
    evidence = tuple(_evidence(one, found, there, package) for one in criteria())
    return Report(
        package.title, package.lang, package.generator, len(package.pages), browser, evidence
    )


def _on_pages(package: Package, check: PageCheck) -> Iterator[Finding]:
    for page in package.pages:
        for element, text in check(page.root):
            yield Finding(page.path, element.sourceline or 0, text)


def _outlines(package: Package) -> Iterator[Finding]:
    """Yield styles that take the focus ring away and give nothing in its place."""
    for path, css in package.styles.items():
        bare = css.replace(" ", "")
        taken = "outline:0" in bare or "outline:none" in bare
        if taken and ":focus-visible" not in bare and ":focus{outline" not in bare:
            yield Finding(path, 0, "takes the ring around what is focused away")


def _what_is_there(package: Package) -> set[Applies]:
    there: set[Applies] = {"always"}
    for page in package.pages:
        if page.root.xpath("//video"):
            there |= {"video", "media"}
        if page.root.xpath("//audio"):
            there.add("media")
        if page.root.xpath("//input|//select|//textarea"):
            there.add("forms")
        if page.root.xpath("//*[@class='event']"):
            there.add("help")
    return there


def _evidence(
    one: Criterion, found: dict[str, tuple[Finding, ...]], there: set[Applies], package: Package
) -> Evidence:
    findings = tuple(sorted({f for check in one.checks for f in found[check]}))
    result, how, person = _judge(one, bool(findings), there, package)
    return Evidence(one.number, one.name, one.level, result, how, person, findings)


def _judge(
    one: Criterion, has_findings: bool, there: set[Applies], package: Package
) -> tuple[Result, str, str]:
    if one.applies not in there:
        return "not applicable", "the package has nothing of the kind", ""
    checks = [name for name in one.checks if _can_run(name, package)]
    how = []
    if checks:
        said = f"{', '.join(checks).replace('_', ' ')} on {len(package.pages)} pages"
        how.append(f"by program: {said}")
    if one.player and package.generator:
        how.append(f"by the tests of the player: {one.player}")
    person = one.person
    if not how:
        person = person or "all of it: no program here tests it in a package of another tool"
    result: Result = "failed" if has_findings else "person" if person else "passed"
    return result, "; ".join(how) or "not by program", person


def _can_run(check: str, package: Package) -> bool:
    return not check.startswith("contrast") or colours.has_palette(package.styles)
