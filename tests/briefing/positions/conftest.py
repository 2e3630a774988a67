"""Articles with their attributions and holders written into the text, as the earlier stages would hand them over."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from briefing.language import analyse, sentence_at
from briefing.model import Attribution, Cast, Document, Entity, Holding, Mention, Mode, Span
from briefing.reading import parse_article
from tests.briefing.marked import unmarked

Staged = tuple[Document, tuple[Attribution, ...], Cast]
Stage = Callable[..., Staged]


@pytest.fixture
def stage() -> Stage:
    """Build a document from paragraphs, each with at most one attribution: ``[s:source] [c:cue] [t:content]``.

    ``holders`` gives the parties of each attribution; ``others`` names further entities. Every name that stands in
    the text is a mention. ``Name/Body`` is a person who speaks for a body.
    """

    def build(
        *paragraphs: str,
        holders: Sequence[Sequence[str]] = (),
        others: Sequence[str] = (),
        markup: str = "text",
    ) -> Staged:
        text, roles = unmarked(*paragraphs)
        article = parse_article(text, markup="markdown" if markup == "markdown" else "text")
        document = analyse(article)
        attributions = tuple(_attribution(document, spans) for spans in roles)
        return document, attributions, _cast(text, len(roles), holders, others)

    return build


def _attribution(document: Document, spans: dict[str, list[Span]]) -> Attribution:
    content = tuple(spans["t"])
    quotes = tuple(
        q.inner for q in document.quotations if content[0].start - 1 <= q.start and q.end <= content[-1].end + 1
    )
    mode: Mode = "indirect" if not quotes else "direct" if quotes[0].start <= content[0].start else "mixed"
    sentence = sentence_at(document, content[0].start)
    return Attribution(
        tuple(spans["s"]), tuple(spans["c"]), content, quotes, mode, sentence.index if sentence else 0, 1.0
    )


def _cast(text: str, count: int, holders: Sequence[Sequence[str]], others: Sequence[str]) -> Cast:
    bodies = {person: body for person, _, body in (other.partition("/") for other in others)}
    names = list(
        dict.fromkeys([name for party in holders for name in party] + [*bodies, *filter(None, bodies.values())])
    )
    entities = tuple(
        Entity(index, name, "organization", (), None, names.index(bodies[name]) if bodies.get(name) else None, None)
        for index, name in enumerate(names)
    )
    mentions = sorted(
        Mention(found.start(), found.end(), index, "name")
        for index, name in enumerate(names)
        for found in re.finditer(re.escape(name), text)
    )
    holdings = tuple(
        Holding(tuple(names.index(name) for name in (holders[place] if place < len(holders) else ())), (), "name")
        for place in range(count)
    )
    return Cast(entities, tuple(mentions), holdings)
