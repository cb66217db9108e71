"""Every kind of page, and a lesson with every block."""

from __future__ import annotations

from gallery_questions import all_questions, scenario, simulation

from scormkit.course import blocks as b
from scormkit.course import pages as pg
from scormkit.course.base import Html, Picture


def prose(text: str) -> b.Prose:
    return b.Prose(html=Html(text))


def panels(look: str) -> b.Panels:
    return b.Panels(
        look=look,  # type: ignore[arg-type]
        panels=tuple(
            b.Panel(title=Html(title), anchor=f"{look}-{n}", blocks=(prose(f"<p>{text}</p>"),))
            for n, (title, text) in enumerate(
                (
                    ("Consiliul local", "Autoritatea reprezentativă și deliberativă a populației."),
                    ("Primarul", "Autoritatea executivă, aleasă prin vot direct."),
                    ("Secretarul", "Asigură legalitatea actelor și buna lucrare a consiliului."),
                ),
                1,
            )
        ),
    )


TABLE = (
    '<div class="table" role="region" tabindex="0" aria-label="Termene"><table><thead><tr>'
    "<th>Actul</th><th>Termenul</th><th>Cine răspunde</th></tr></thead><tbody><tr><td>Decizia</td>"
    "<td>5 zile</td><td>Secretarul</td></tr><tr><td>Dispoziția</td><td>10 zile</td>"
    "<td>Primarul</td></tr></tbody></table></div>"
)
PROSE = (
    '<p>O <a class="term" href="scormkit:page/glossary#term-desc" data-term="desc">'
    'decentralizare</a> reală cere bani. Vedeți <a href="scormkit:page/quiz">testul</a> și '
    '<a href="scormkit:page/faq#f2">întrebarea despre taxe</a>.</p>'
    '<h2 id="a-acts">Actele autorităților</h2><ul><li>decizii ale consiliului</li>'
    "<li>dispoziții ale primarului</li></ul>" + TABLE + '<pre class="code"><code class='
    '"language-python"><span class="k">def</span> suma(x):\n    <span class="k">return</span> x'
    "</code></pre><p>Formula <math><msup><mi>x</mi><mn>2</mn></msup></math> rămâne.</p>"
    "<blockquote><p>Legea se aplică tuturor.</p></blockquote>"
)


def lesson() -> pg.Lesson:
    """Return a lesson with every block."""
    tones = ("tip", "note", "warning", "example", "quote", "summary")
    callouts = tuple(
        b.Callout(
            tone=tone,  # type: ignore[arg-type]
            title=Html("Un sfat bun") if tone == "tip" else None,
            blocks=(prose("<p>Actele se publică în registru în zece zile.</p>"),),
        )
        for tone in tones
    )
    return pg.Lesson(
        id="legal-frame",
        title="Cadrul juridic al autonomiei locale",
        description=Html("Ce spune legea despre comune și orașe."),
        published="legal-frame",
        minutes=12,
        objectives=("o1",),
        blocks=(
            prose(PROSE),
            *callouts,
            panels("tabs"),
            panels("accordion"),
            panels("cards"),
            panels("steps"),
            b.Figure(
                image=Picture(asset="screen.svg", alt="O schemă"),
                caption=Html("Schema 1"),
                zoom=True,
            ),
            b.Media(
                medium="video",
                id="intro",
                key="intro",
                asset="intro.mp4",
                title="Introducere",
                captions=(b.Track(lang="ro", asset="intro.vtt"),),
                poster="screen.svg",
                transcript=Html("<p>Bine ați venit la curs.</p>"),
            ),
            b.Media(medium="audio", asset="voice.mp3", title="Interviu"),
            b.Download(asset="model.docx", title="Model de decizie"),
            b.Trainer(blocks=(prose("<p>Lăsați cinci minute pentru întrebări.</p>"),)),
            b.Check(question=all_questions()[0].model_copy(update={"id": "c1", "key": "c1"})),
            b.SimulationBlock(simulation=simulation("sim")),
            b.ScenarioBlock(scenario=scenario("birth")),
        ),
    )


def quiz() -> pg.Quiz:
    """Return a quiz with every type of question."""
    every = all_questions()
    return pg.Quiz(
        id="quiz",
        title="Test final",
        published="quiz",
        key="quiz",
        pass_mark=0.7,
        attempts=3,
        time_limit=1200,
        best=15.0,
        description=Html("Arătați ce ați învățat."),
        results=(
            pg.ResultText(
                at_least=0.0, text=Html('Recitiți <a href="scormkit:page/legal-frame">lecția</a>.')
            ),
            pg.ResultText(at_least=0.7, text=Html("Foarte bine.")),
        ),
        entries=(
            *(pg.Single(question=one) for one in (*every[:6], *every[8:10])),
            pg.Group(id="case", text=Html("<p>Un caz: o plângere.</p>"), questions=every[6:8]),
            pg.Pool(id="pool", pick=1, questions=every[10:12]),
        ),
    )


def other_pages() -> tuple[pg.AnyPage, ...]:
    every = all_questions()
    return (
        pg.Quiz(
            id="survey",
            title="Evaluarea cursului",
            published="survey",
            key="survey",
            graded=False,
            best=0.0,
            entries=tuple(pg.Single(question=one) for one in every[12:]),
        ),
        pg.Resources(
            id="templates",
            title="Modele de documente",
            published="templates",
            topics=("Finanțe", "Resurse Umane"),
            entries=(
                pg.Resource(
                    id="t1",
                    title="Model de decizie",
                    topic="Finanțe",
                    kind="template",
                    asset="model.docx",
                    lang="ro",
                    description=Html("Pentru buget."),
                ),
                pg.Resource(
                    id="t2",
                    title="Ghid de angajare",
                    topic="Resurse Umane",
                    kind="guide",
                    url="https://example.org/ghid",
                    lang="ru",
                    tags=("angajare",),
                ),
            ),
        ),
        pg.Faq(
            id="faq",
            title="Întrebări frecvente",
            published="faq",
            entries=(
                pg.FaqEntry(
                    id="f1",
                    question=Html("Cum plătesc?"),
                    plain="Cum plătesc?",
                    answer=Html("<p>Prin MPay.</p>"),
                    topic="Servicii",
                ),
                pg.FaqEntry(
                    id="f2",
                    question=Html("Ce taxe sunt locale?"),
                    plain="Ce taxe sunt locale?",
                    answer=Html("<p>Taxa pentru amenajare.</p>"),
                    topic="Finanțe",
                    tags=("taxe",),
                ),
            ),
        ),
        pg.Event(
            id="webinar",
            title="Webinar: e-servicii",
            published="webinar",
            starts="2026-12-03T10:00",
            starts_utc="2026-12-03T08:00Z",
            time_zone="Europe/Chisinau",
            minutes=90,
            where="https://example.org/w",
            where_url="https://example.org/w",
            recording="https://example.org/r",
            speakers=("Ana Rusu", "Ion Lupu"),
            attendance=True,
            materials=(
                pg.Material(title="Prezentarea", asset="model.docx"),
                pg.Material(title="Pagina", url="https://example.org/p"),
            ),
            agenda=(
                pg.AgendaEntry(
                    number=1,
                    id="a1",
                    title=Html("Deschiderea"),
                    starts="2026-12-03T10:00",
                    minutes=20,
                    speakers=("Ana Rusu",),
                ),
                pg.AgendaEntry(
                    number=2,
                    id="a2",
                    title=Html("MPay în practică"),
                    starts="2026-12-03T10:20",
                    minutes=50,
                ),
            ),
        ),
        pg.Discussion(
            id="forum",
            title="Forum",
            published="forum",
            prompt=Html("<p>Ce v-a surprins?</p>"),
            contact=Html("<p>Scrieți la calm@example.org.</p>"),
        ),
        pg.Assignment(
            id="reflection",
            title="Reflecție",
            published="reflection",
            task=Html("<p>Descrieți un caz din primăria voastră.</p>"),
        ),
    )
