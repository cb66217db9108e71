"""One question of each type, a simulation and a scenario."""

from __future__ import annotations

from scormkit.course import activities as act
from scormkit.course import questions as q
from scormkit.course.base import Html, Picture


def part(number: int, text: str) -> q.Part:
    return q.Part(number=number, text=Html(text), plain=text)


def answers(*texts: str, right: tuple[int, ...] = (1,)) -> tuple[q.Answer, ...]:
    return tuple(
        q.Answer(
            number=n,
            text=Html(text),
            plain=text,
            correct=n in right,
            credit=float(n in right),
            feedback=Html(f"Explicația pentru „{text}”."),
        )
        for n, text in enumerate(texts, 1)
    )


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
                number=1,
                id="s1",
                image=Picture(asset="screen.svg", alt="Pagina facturii"),
                do=Html("Apăsați „Achită”."),
                hint=Html("Butonul este jos."),
                target=act.Target(label="Achită", box=(0.4, 0.8, 0.2, 0.1)),
            ),
            act.Screen(
                number=2,
                id="s2",
                image=Picture(asset="screen.svg", alt="Suma"),
                do=Html("Scrieți suma."),
                target=act.Target(label="Suma", box=(0.4, 0.3, 0.2, 0.1), accept=("120", "120,00")),
            ),
        ),
    )


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
                        number=2,
                        text=Html("La primărie"),
                        to="n3",
                        feedback=Html("Primăria cere certificatul medical."),
                    ),
                ),
            ),
            act.Node(id="n2", text=Html("<p>Primiți certificatul medical.</p>"), end="good"),
            act.Node(id="n3", text=Html("<p>Vă întoarceți acasă fără act.</p>"), end="bad"),
        ),
    )


def all_questions() -> tuple[q.AnyQuestion, ...]:
    """Return one question of each type, a choice with pictures besides."""
    feedback = q.Feedback(
        right=Html("Exact așa."), partly=Html("Nu tot."), wrong=Html("Recitiți lecția.")
    )
    return (
        q.Choice(
            **stem(
                "q-choice",
                "Cine convoacă ședința consiliului local?",
                feedback=feedback,
                hint=Html("Vedeți articolul 16."),
                points=2.0,
            ),
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
            lefts=(part(1, "MPay"), part(2, "MCabinet")),
            rights=(part(1, "plăți"), part(2, "date personale"), part(3, "semnătură")),
            solution=((1, 1), (2, 2)),
        ),
        q.Order(
            **stem("q-order", "Puneți pașii în ordine."),
            items=(
                part(1, "Cererea"),
                part(2, "Examinarea"),
                part(3, "Decizia"),
                part(4, "Comunicarea"),
            ),
        ),
        q.Categorize(
            **stem("q-cat", "Ale cui competențe sunt?"),
            items=(part(1, "Iluminatul public"), part(2, "Apărarea"), part(3, "Salubrizarea")),
            categories=(part(1, "Locale"), part(2, "Centrale")),
            solution=((1, 1), (2, 2), (3, 1)),
        ),
        q.Gaps(
            **stem("q-gaps", "Completați."),
            body=Html(
                '<p><span data-gap="1"></span> plătește, iar <span data-gap="2"></span> arată.</p>'
            ),
            gaps=(
                q.Gap(number=1, accept=("MPay",)),
                q.Gap(number=2, options=(part(1, "MCabinet"), part(2, "CUPS"))),
            ),
        ),
        q.Hotspot(
            **stem("q-hot", "Unde este butonul de plată?"),
            image=Picture(asset="screen.svg", alt="Ecranul de plată"),
            areas=(
                q.Area(
                    number=1,
                    label="Butonul albastru",
                    correct=True,
                    shape="box",
                    points=(0.4, 0.8, 0.2, 0.1),
                ),
                q.Area(
                    number=2,
                    label="Soarele",
                    correct=False,
                    shape="circle",
                    points=(0.5, 0.5, 0.11),
                ),
                q.Area(
                    number=3,
                    label="Muntele",
                    correct=False,
                    shape="polygon",
                    points=(0.0, 1.0, 0.25, 0.5, 0.35, 1.0),
                ),
            ),
        ),
        q.SimulationQuestion(**stem("q-sim", "Plătiți factura."), simulation=simulation("q-sim")),
        q.ScenarioQuestion(
            **stem("q-story", "Înregistrați nașterea."), scenario=scenario("q-story")
        ),
        q.Scale(
            **stem("q-scale", "Cât de util a fost?"),
            low=1,
            high=5,
            labels=((1, "deloc"), (5, "foarte")),
        ),
        q.Essay(
            **stem("q-essay", "Ce veți schimba la lucru?"),
            min_words=20,
            model_answer=Html("De pildă, termenele de răspuns."),
        ),
    )
