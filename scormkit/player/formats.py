"""Sizes, lengths of time and dates in the words of a language."""

from __future__ import annotations

from datetime import datetime

from scormkit.player.strings import Strings

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip
RTL = frozenset({"ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"})
NAMES = {
    "ro": "Română", "en": "English", "ru": "Русский", "uk": "Українська", "sq": "Shqip",
    "fr": "Français", "de": "Deutsch", "it": "Italiano", "es": "Español", "bg": "Български",
    "pl": "Polski", "tr": "Türkçe", "hu": "Magyar", "gag": "Gagauz", "el": "Ελληνικά",
    "sr": "Српски", "mk": "Македонски", "pt": "Português", "nl": "Nederlands",
    "ar": "العربية", "he": "עברית", "hy": "Հայերեն", "ka": "ქართული", "be": "Беларуская",
    "cs": "Čeština", "sk": "Slovenčina", "hr": "Hrvatski", "bs": "Bosanski", "sl": "Slovenščina",
    "lt": "Lietuvių", "lv": "Latviešu", "et": "Eesti", "fi": "Suomi", "sv": "Svenska",
    "da": "Dansk", "nb": "Norsk", "rom": "Romani", "az": "Azərbaycan", "kk": "Қазақ",
    "zh": "中文", "ja": "日本語",
}  # fmt: skip
"""Languages by their own names."""


def direction(lang: str) -> str:
    """Return ``rtl`` or ``ltr`` for a language."""
    return "rtl" if lang.split("-", maxsplit=1)[0].lower() in RTL else "ltr"


def language_name(lang: str) -> str:
    """Return a language's own name, else its code."""
    return NAMES.get(lang.split("-", maxsplit=1)[0].lower(), lang)


def size(octets: int, words: Strings) -> str:
    """Return a file's size as a person says it: 340 kB, 2.4 MB."""
    if octets < 1_000_000:
        return words.t("{n} kB", n=max(1, round(octets / 1000)))
    figure = f"{octets / 1_000_000:.1f}".removesuffix(".0")
    return words.t("{n} MB", n=figure if words.lang == "en" else figure.replace(".", ","))


def duration(minutes: float, words: Strings) -> str:
    """Return a length of time: 45 min, 2 h 30 min."""
    whole = max(1, round(minutes))
    hours, rest = divmod(whole, 60)
    if not hours:
        return words.t("{n} min", n=rest)
    if not rest:
        return words.t("{n} h", n=hours)
    return words.t("{h} h {m} min", h=hours, m=rest)


def day_and_hour(iso: str, words: Strings) -> str:
    """Return a local date and time in words: 3 December 2026, 10:00."""
    moment = datetime.fromisoformat(iso)
    day = words.t(
        "{day} {month} {year}",
        day=moment.day,
        month=words.t(MONTHS[moment.month - 1]),
        year=moment.year,
    )
    return f"{day}, {moment:%H:%M}" if "T" in iso or " " in iso else day


def hour(iso: str) -> str:
    """Return the time of day of a local moment: 10:30."""
    return f"{datetime.fromisoformat(iso):%H:%M}"


def kind_of_file(name: str) -> str:
    """Return what a file is called by its ending: PDF, DOCX."""
    return name.rpartition(".")[2].upper()
