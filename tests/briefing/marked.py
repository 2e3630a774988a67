"""Articles with their attributions written into the text: ``[s:source] [c:cue] [t:content]``."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.language import analyse
from briefing.model import Attribution, Cast, Document, Span
from briefing.parties import Gazetteer, resolve_parties
from briefing.parties.cast import find_names, gather
from briefing.parties.model import Players
from briefing.reading import parse_article
from briefing.sources.model import Question
from briefing.sources.question import ask
from briefing.sources.scene import Scene
from briefing.sources.source_phrases import phrases_of

_MARK = re.compile(r"\[([sct]):([^\]]*)\]")


def unmarked(*paragraphs: str) -> tuple[str, list[dict[str, list[Span]]]]:
    """The text of marked paragraphs, and the spans of each attribution by their marks."""
    text, roles = "", []
    for paragraph in paragraphs:
        spans: dict[str, list[Span]] = {"s": [], "c": [], "t": []}
        end = 0
        for mark in _MARK.finditer(paragraph):
            text += paragraph[end : mark.start()]
            spans[mark[1]].append(Span(len(text), len(text) + len(mark[2])))
            text += mark[2]
            end = mark.end()
        text += paragraph[end:] + "\n\n"
        if spans["t"]:
            roles.append(spans)
    return text, roles


def read(*paragraphs: str) -> tuple[Document, list[Attribution]]:
    """An article whose paragraphs hold at most one attribution each."""
    text, roles = unmarked(*paragraphs)
    document = analyse(parse_article(text))
    made = [Attribution(tuple(r["s"]), tuple(r["c"]), tuple(r["t"]), (), "indirect", 0, 1.0) for r in roles]
    return document, made


def cast_of(*paragraphs: str, extra: Gazetteer | None = None) -> Cast:
    """The cast of an article whose paragraphs hold at most one attribution each."""
    document, attributions = read(*paragraphs)
    return resolve_parties(document, attributions, extra)


class Asked(NamedTuple):
    """The first noun phrase of the last attribution of an article, as a question, and what there is to answer it."""

    scene: Scene
    players: Players
    question: Question


def asked_in(*paragraphs: str) -> Asked:
    """The question that the last attribution of marked paragraphs asks."""
    document, attributions = read(*paragraphs)
    scene, players, _ = gather(document, attributions, None)
    _, finder = find_names(document, attributions, None)
    source, cue = (scene.tokens_of(spans) for spans in (attributions[-1].source, attributions[-1].cue))
    phrase = phrases_of(finder, source)[0] if source else None
    token = phrase.first if phrase else (cue or scene.tokens_of(attributions[-1].content))[0]
    told = [scene.tokens_of([span]) for span in attributions[-1].content]
    content = tuple((tokens[0], tokens[-1] + 1) for tokens in told)
    return Asked(scene, players, ask(scene, phrase, token, cue, False, content))
