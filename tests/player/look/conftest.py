"""A course by hand that has every page kind, block and question type."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from scormkit.course import activities as act
from scormkit.course import blocks as b
from scormkit.course import pages as pg
from scormkit.course import questions as q
from scormkit.course.base import Asset, Html, Picture
from scormkit.course.model import Certificate, Completion, Course, Module, Objective, Term, Theme
from scormkit.course.state import StateLayout

SVG = """<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">
<rect width="{w}" height="{h}" fill="#dbe7f1"/><circle cx="{cx}" cy="{cy}" r="90" fill="#f4c95d"/>
<path d="M0 {h}L{a} {cy} {cx} {h}zM{a} {h}L{c} {cx2} {w} {h}z" fill="#3d6b8c"/>
<rect x="{bx}" y="{by}" width="160" height="40" rx="6" fill="#005a9c"/>
<text x="{tx}" y="{ty}" fill="#fff" font-family="sans-serif" font-size="20" text-anchor="middle">
{text}</text></svg>"""


def P(number: int, text: str) -> q.Part:
    return q.Part(number=number, text=Html(text), plain=text)


def answers(*texts: str, right: tuple[int, ...] = (1,)) -> tuple[q.Answer, ...]:
    return tuple(
        q.Answer(
            number=n, text=Html(text), plain=text, correct=n in right, credit=float(n in right),
            feedback=Html(f"Explicația pentru „{text}”."),
        )
        for n, text in enumerate(texts, 1)
    )  # fmt: skip


def stem(identifier: str, text: str, **more: object) -> dict[str, object]:
    return {
        "id": identifier,
        "key": f"quiz/{identifier}",
        "text": Html(text),
        "plain": text,
        **more,
    }


def simulation(identifier: str) -> act.Simulation:
    return act.Simulation(
        id=identifier,
        key=identifier,
        screens=(
            act.Screen(
                number=1, id="s1", image=Picture(asset="screen.svg", alt="Pagina facturii"),
                do=Html("Apăsați „Achită”."), hint=Html("Butonul este jos."),
                target=act.Target(label="Achită", box=(0.4, 0.8, 0.2, 0.1)),
            ),
            act.Screen(
                number=2, id="s2", image=Picture(asset="screen.svg", alt="Suma"),
                do=Html("Scrieți suma."),
                target=act.Target(label="Suma", box=(0.4, 0.3, 0.2, 0.1), accept=("120", "120,00")),
            ),
        ),
    )  # fmt: skip


def scenario(identifier: str) -> act.Scenario:
    return act.Scenario(
        id=identifier,
        key=identifier,
        start="n1",
        best=1.0,
        nodes=(
            act.Node(
                id="n1",
                text=Html("<p>S-a născut un copil. Unde mergeți întâi?</p>"),
                choices=(
                    act.Choice(number=1, text=Html("La maternitate"), to="n2", points=1.0),
                    act.Choice(
                        number=2, text=Html("La primărie"), to="n3",
                        feedback=Html("Primăria cere certificatul medical."),
                    ),
                ),
            ),
            act.Node(id="n2", text=Html("<p>Primiți certificatul medical.</p>"), end="good"),
            act.Node(id="n3", text=Html("<p>Vă întoarceți acasă fără act.</p>"), end="bad"),
        ),
    )  # fmt: skip


def all_questions() -> tuple[q.AnyQuestion, ...]:
    """Return one question of each type, a choice with pictures besides."""
    feedback = q.Feedback(
        right=Html("Exact așa."), partly=Html("Nu tot."), wrong=Html("Recitiți lecția.")
    )
    return (
        q.Choice(
            **stem("q-choice", "Cine convoacă ședința consiliului local?", feedback=feedback,
                   hint=Html("Vedeți articolul 16."), points=2.0),
            answers=answers("Primarul", "Guvernul", "Parlamentul"),
        ),
        q.Multiple(
            **stem("q-multiple", "Care acte sunt ale consiliului local?", objective="o1"),
            answers=answers("Decizia", "Regulamentul", "Legea", right=(1, 2)),
        ),
        q.TrueFalse(**stem("q-tf", "Primarul este ales direct de locuitori."), answer=True),
        q.ShortAnswer(
            **stem("q-short", "Cum se numește sistemul de plăți?"),
            accept=(q.Accepted(text="MPay", feedback=Html("Da, MPay.")),),
        ),
        q.Number(**stem("q-number", "Câți ani are mandatul?"), answer=4, unit="ani"),
        q.Match(
            **stem("q-match", "Legați serviciul de rostul lui."),
            lefts=(P(1, "MPay"), P(2, "MCabinet")),
            rights=(P(1, "plăți"), P(2, "date personale"), P(3, "semnătură")),
            solution=((1, 1), (2, 2)),
        ),
        q.Order(
            **stem("q-order", "Puneți pașii în ordine."),
            items=(P(1, "Cererea"), P(2, "Examinarea"), P(3, "Decizia"), P(4, "Comunicarea")),
        ),
        q.Categorize(
            **stem("q-cat", "Ale cui competențe sunt?"),
            items=(P(1, "Iluminatul public"), P(2, "Apărarea"), P(3, "Salubrizarea")),
            categories=(P(1, "Locale"), P(2, "Centrale")),
            solution=((1, 1), (2, 2), (3, 1)),
        ),
        q.Gaps(
            **stem("q-gaps", "Completați."),
            body=Html(
                '<p><span data-gap="1"></span> plătește, iar <span data-gap="2"></span> arată.</p>'
            ),
            gaps=(q.Gap(number=1, accept=("MPay",)), q.Gap(number=2, options=(P(1, "MCabinet"), P(2, "CUPS")))),
        ),
        q.Hotspot(
            **stem("q-hot", "Unde este butonul de plată?"),
            image=Picture(asset="screen.svg", alt="Ecranul de plată"),
            areas=(
                q.Area(number=1, label="Butonul albastru", correct=True, shape="box", points=(0.4, 0.8, 0.2, 0.1)),
                q.Area(number=2, label="Soarele", correct=False, shape="circle", points=(0.5, 0.5, 0.11)),
                q.Area(number=3, label="Muntele", correct=False, shape="polygon", points=(0.0, 1.0, 0.25, 0.5, 0.35, 1.0)),
            ),
        ),
        q.SimulationQuestion(**stem("q-sim", "Plătiți factura."), simulation=simulation("q-sim")),
        q.ScenarioQuestion(**stem("q-story", "Înregistrați nașterea."), scenario=scenario("q-story")),
        q.Scale(**stem("q-scale", "Cât de util a fost?"), low=1, high=5, labels=((1, "deloc"), (5, "foarte"))),
        q.Essay(
            **stem("q-essay", "Ce veți schimba la lucru?"), min_words=20,
            model_answer=Html("De pildă, termenele de răspuns."),
        ),
    )  # fmt: skip


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
            panels("tabs"), panels("accordion"), panels("cards"), panels("steps"),
            b.Figure(image=Picture(asset="screen.svg", alt="O schemă"), caption=Html("Schema 1"), zoom=True),
            b.Media(
                medium="video", id="intro", key="intro", asset="intro.mp4", title="Introducere",
                captions=(b.Track(lang="ro", asset="intro.vtt"),), poster="screen.svg",
                transcript=Html("<p>Bine ați venit la curs.</p>"),
            ),
            b.Media(medium="audio", asset="voice.mp3", title="Interviu"),
            b.Download(asset="model.docx", title="Model de decizie"),
            b.Trainer(blocks=(prose("<p>Lăsați cinci minute pentru întrebări.</p>"),)),
            b.Check(question=all_questions()[0].model_copy(update={"id": "c1", "key": "c1"})),
            b.SimulationBlock(simulation=simulation("sim")),
            b.ScenarioBlock(scenario=scenario("birth")),
        ),
    )  # fmt: skip


def quiz() -> pg.Quiz:
    """Return a quiz with every type of question."""
    every = all_questions()
    return pg.Quiz(
        id="quiz", title="Test final", published="quiz", key="quiz", pass_mark=0.7, attempts=3,
        time_limit=1200, best=15.0, description=Html("Arătați ce ați învățat."),
        results=(
            pg.ResultText(at_least=0.0, text=Html('Recitiți <a href="scormkit:page/legal-frame">lecția</a>.')),
            pg.ResultText(at_least=0.7, text=Html("Foarte bine.")),
        ),
        entries=(
            *(pg.Single(question=one) for one in every[:6]),
            pg.Group(id="case", text=Html("<p>Un caz: o plângere.</p>"), questions=every[6:8]),
            pg.Pool(id="pool", pick=2, questions=every[8:12]),
        ),
    )  # fmt: skip


def other_pages() -> tuple[pg.AnyPage, ...]:
    every = all_questions()
    return (
        pg.Quiz(
            id="survey", title="Evaluarea cursului", published="survey", key="survey", graded=False,
            best=0.0, entries=tuple(pg.Single(question=one) for one in every[12:]),
        ),
        pg.Resources(
            id="templates", title="Modele de documente", published="templates",
            topics=("Finanțe", "Resurse Umane"),
            entries=(
                pg.Resource(id="t1", title="Model de decizie", topic="Finanțe", kind="template",
                            asset="model.docx", lang="ro", description=Html("Pentru buget.")),
                pg.Resource(id="t2", title="Ghid de angajare", topic="Resurse Umane", kind="guide",
                            url="https://example.org/ghid", lang="ru", tags=("angajare",)),
            ),
        ),
        pg.Faq(
            id="faq", title="Întrebări frecvente", published="faq",
            entries=(
                pg.FaqEntry(id="f1", question=Html("Cum plătesc?"), plain="Cum plătesc?",
                            answer=Html("<p>Prin MPay.</p>"), topic="Servicii"),
                pg.FaqEntry(id="f2", question=Html("Ce taxe sunt locale?"), plain="Ce taxe sunt locale?",
                            answer=Html("<p>Taxa pentru amenajare.</p>"), topic="Finanțe", tags=("taxe",)),
            ),
        ),
        pg.Event(
            id="webinar", title="Webinar: e-servicii", published="webinar",
            starts="2026-12-03T10:00", starts_utc="2026-12-03T08:00Z", time_zone="Europe/Chisinau",
            minutes=90, where="https://example.org/w", where_url="https://example.org/w",
            recording="https://example.org/r", speakers=("Ana Rusu", "Ion Lupu"), attendance=True,
            materials=(pg.Material(title="Prezentarea", asset="model.docx"),
                       pg.Material(title="Pagina", url="https://example.org/p")),
            agenda=(
                pg.AgendaEntry(number=1, id="a1", title=Html("Deschiderea"), starts="2026-12-03T10:00", minutes=20, speakers=("Ana Rusu",)),
                pg.AgendaEntry(number=2, id="a2", title=Html("MPay în practică"), starts="2026-12-03T10:20", minutes=50),
            ),
        ),
        pg.Discussion(id="forum", title="Forum", published="forum",
                      prompt=Html("<p>Ce v-a surprins?</p>"), contact=Html("<p>Scrieți la calm@example.org.</p>")),
        pg.Assignment(id="reflection", title="Reflecție", published="reflection",
                      task=Html("<p>Descrieți un caz din primăria voastră.</p>")),
    )  # fmt: skip


@pytest.fixture(scope="session")
def assets(tmp_path_factory: pytest.TempPathFactory) -> tuple[Asset, ...]:
    folder = tmp_path_factory.mktemp("assets")
    picture = SVG.format(w=800, h=500, cx=400, cy=250, cx2=300, a=200, c=600, bx=320, by=400,
                         tx=400, ty=428, text="Achită")  # fmt: skip
    contents = {
        "screen.svg": picture.encode(), "logo.svg": picture.encode(), "intro.mp4": b"\0" * 900,
        "intro.vtt": b"WEBVTT\n\n00:00.000 --> 00:02.000\nBine!\n", "voice.mp3": b"\0" * 900,
        "model.docx": b"PK" + b"x" * 34000, "sign.svg": picture.encode(),
    }  # fmt: skip
    kinds = {"svg": "image/svg+xml", "mp4": "video/mp4", "vtt": "text/vtt", "mp3": "audio/mpeg"}
    made = []
    for key, data in contents.items():
        path: Path = folder / key
        path.write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        name, _, ending = key.rpartition(".")
        size = (800, 500) if ending == "svg" else (None, None)
        made.append(
            Asset(
                key=key, name=f"assets/{name}-{digest[:8]}.{ending}", source=str(path),
                size=len(data), sha256=digest, width=size[0], height=size[1],
                media_type=kinds.get(ending, "application/octet-stream"),
            )
        )  # fmt: skip
    return tuple(made)


@pytest.fixture(scope="session")
def gallery(assets: tuple[Asset, ...]) -> Course:
    """A course with every page kind, block and question type."""
    first, *others = other_pages()
    return Course(
        id="apl", published="apl", title="Sistemul administrației publice locale", lang="ro",
        source_lang="ro", description="Un curs despre autonomia locală.",
        description_html=Html("<p>Un curs despre autonomia locală: cine hotărăște, cine plătește și cine răspunde.</p>"),
        objectives=(
            Objective(id="o1", number=1, text=Html("numiți actele consiliului local"), plain="numiți actele"),
            Objective(id="o2", number=2, text=Html("plătiți prin MPay"), plain="plătiți prin MPay"),
        ),
        audience=Html("<p>Pentru aleși locali și funcționari.</p>"), minutes=150,
        authors=("Ana Rusu",), licence="CC-BY-4.0",
        cover=Picture(asset="screen.svg", alt=""), theme=Theme(color="#005a9c"),
        completion=Completion(pages=1.0), pass_mark=0.7,
        modules=(
            Module(id="m1", title="Cadrul general", published="m1",
                   description=Html("Legea și instituțiile."), pages=(lesson(), quiz())),
            Module(id="m2", title="La lucru", published="m2", requires=("m1",), pages=(first, *others)),
        ),
        glossary=(
            Term(id="desc", term="decentralizare", text=Html("Trecerea competențelor la nivel local."), also=("descentralizării",)),
            Term(id="mpay", term="MPay", text=Html("Serviciul guvernamental de plăți.")),
        ),
        certificate=Certificate(
            title="Certificat de absolvire", when="passed",
            body=Html("<p>{learner} a absolvit cursul {course} cu {score}, la {date}.</p>"),
            signatory_name="Ion Lupu", signatory_role="Director", signatory_image="sign.svg",
        ),
        assets=assets, state=StateLayout(number=0, slots=()),
    )  # fmt: skip
