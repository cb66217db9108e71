"""The texts that the visual scripts show, by key, in English; ``messages`` holds the others.

No text depends on a plural.
"""

from __future__ import annotations

VIEW: dict[str, str] = {
    # the frame
    "outline": "Course outline",
    "home": "Start page",
    "glossary": "Glossary",
    "certificate": "Certificate",
    "start": "Start the course",
    "goOn": "Continue",
    "courseDone": "You have finished this course",
    "percentDone": "{percent} done",
    "of": "{n} of {all}",
    "bestOf": "best {percent}",
    # marks on answers
    "isRight": "Correct",
    "isWrong": "Not correct",
    "isMissed": "This is a right answer",
    "rightIs": "Correct: {text}",
    # widgets
    "pick": "Choose…",
    "moveUp": "Move up: {text}",
    "moveDown": "Move down: {text}",
    "movedTo": "{text}: place {n} of {all}",
    "words": "Words: {n}",
    "previous": "Previous",
    "next": "Next",
    "stepOf": "Step {n} of {all}",
    "turn": "Turn the card",
    "turnBack": "Turn back",
    "zoom": "Enlarge the picture",
    "transcript": "Transcript",
    # simulation
    "simStart": "Start",
    "simMiss": "Not there. Try again.",
    "simTyped": "That is not what is asked for. Try again.",
    "simRight": "Right.",
    "simDone": "Done. Right at the first try: {n} of {all}.",
    "simAgain": "Start again",
    "simShow": "Show me where",
    "enter": "Enter",
    # scenario
    "youChose": "You chose",
    "endGood": "A good ending",
    "endBad": "A bad ending",
    "endNeutral": "The end",
    "yourWay": "Your way: {n} decisions",
    # libraries
    "found": "Found: {n}",
    "foundNone": "Nothing found. Try another word.",
    # events
    "yourTime": "In your time zone: {time}",
    # results
    "score": "Score",
    "area": "Area",
    "pointsHead": "Points",
    "other": "Other questions",
    "attemptNumber": "Attempt {n}",
    "notFilled": "not answered",
}
