"""The word lists of the language stage."""

from __future__ import annotations

from functools import cache

from briefing.language.morphology import inflections
from briefing.resources import read_rows, read_words


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviations without their full stop, with their kind: title, plain or doubtful (see the file)."""
    known = {}
    for kind, words in read_rows("language/abbreviations.tsv"):
        for word in words.split():
            known[word] = kind
            if kind == "title":
                known[word.upper()] = kind
    return known


def stop_words() -> frozenset[str]:
    """Function words, which carry no topic, in lower case with straight apostrophes."""
    return read_words("language/stopwords.txt")


@cache
def cue_forms() -> frozenset[str]:
    """Verbs that report speech, belief, wish or judgement, in all forms of ``inflections`` (some are not words)."""
    return frozenset(form for word in read_words("language/cues.txt") for form in inflections(word))


@cache
def work_nouns() -> frozenset[str]:
    """Words that occur beside the title of a work ("film", "author"), in lower case, plurals included."""
    words = read_words("language/works.txt")
    return words | {f"{word}s" for word in words}


def namers() -> frozenset[str]:
    """Words that a nickname follows ("dubbed", "aka"), in lower case."""
    return read_words("language/namers.txt")


def speech_verbs() -> frozenset[str]:
    """Verbs that follow a speaker's name after a quotation."""
    return read_words("language/sayings.txt")
