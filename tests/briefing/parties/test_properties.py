"""What holds for every text: nothing raises, indices fit, and the cost stays in step with the length."""

from __future__ import annotations

import time
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language import analyse
from briefing.model import Attribution, Cast, Document, Holding, Resolved, Span
from briefing.parties import resolve_parties
from briefing.pipeline import analyse_article
from briefing.reading import parse_article

SHARED = Path(__file__).resolve().parents[4] / "shared"
_TEXT = """Mary Lamb Mr the of and , . “ ” ' 's said U.S. Peru Peruvian minister spokesman for he They who company Both
sides statement EU-US Bank England 34 ( ) - R-Ohio Trust her lawyer É Ω 漢字 joint Labour MP Obama administration who is
was led those at alike Jean Kim Ki-jong III L.L."""
WORDS = st.sampled_from([*_TEXT.split(), "\n\n"])


REASONS = set(get_args(Resolved))
TANGLED = "South Kent, Charlotte Charlotte Advocate (Charlotte, Kent) Advocate (Charlotte,"


def speak_alike(cast: Cast, holding: Holding) -> bool:
    """Whether everybody who voices a holding speaks, by the cast, for one of its parties."""
    named = {entity.name: entity for entity in cast.entities if entity.kind == "person"}
    people = [named[speaker.name] for speaker in holding.speakers if speaker.name in named]
    filed = [person.index if person.speaks_for is None else person.speaks_for for person in people]
    return set(filed) <= set(holding.parties)


def _attributions(document: Document, places: list[tuple[int, int, int]]) -> list[Attribution]:
    tokens = document.tokens
    made = []
    for source, cue, content in places:
        first = [i % len(tokens) for i in (source, cue, content)]
        spans = [(Span(tokens[i].start, tokens[min(i + 3, len(tokens) - 1)].end),) for i in first]
        sources, cues = spans[0] if source % 3 else (), spans[1] if cue % 4 else ()
        made.append(Attribution(sources, cues, spans[2], (), "indirect", 0, 1.0))
    return made


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60), st.lists(st.tuples(*[st.integers(0, 200)] * 3), max_size=8))
def test_any_words_give_a_sound_cast(words: list[str], places: list[tuple[int, int, int]]) -> None:
    document = analyse(parse_article("Well, " + " ".join(words)))
    attributions = _attributions(document, places) if document.tokens else []
    cast = resolve_parties(document, attributions)
    assert len(cast.holdings) == len(attributions)
    assert [entity.index for entity in cast.entities] == list(range(len(cast.entities)))
    pointed = [i for h in cast.holdings for i in h.parties] + [m.entity for m in cast.mentions]
    pointed += [i for e in cast.entities for i in (e.speaks_for, e.affiliation) if i is not None]
    assert all(0 <= i < len(cast.entities) for i in pointed)
    assert {holding.resolved for holding in cast.holdings} <= REASONS
    assert all(speak_alike(cast, holding) for holding in cast.holdings)
    assert cast == resolve_parties(document, attributions)


@pytest.mark.parametrize("end", ["who", "who is", "who led", "of", "at", "the", "34", "and", "and Jean", ", the", "("])
def test_a_text_may_end_anywhere_after_a_name(end: str) -> None:
    first, *_ = analyse_article(f"It rained on Mary Lamb, {end}").cast.entities
    assert first.name == "Mary Lamb"


def test_the_cost_grows_in_step_with_the_length() -> None:
    def seconds(copies: int) -> float:
        line = "Mary Lamb of the Harbour Trust said boats were cheap. The minister and the company told her so. "
        document = analyse(parse_article(line * copies))
        attributions = _attributions(document, [(11 * i + 1, 11 * i + 7, 11 * i + 9) for i in range(copies)])
        start = time.process_time()
        resolve_parties(document, attributions)
        return time.process_time() - start

    seconds(5)
    short, long = seconds(60), seconds(600)
    assert long < 30 * short + 0.5


def test_people_who_are_each_others_bodies_end_no_run() -> None:
    found = analyse_article(parse_article(f"{TANGLED} said boats were cheap. {TANGLED}\n\n“Boats,” said Advocate."))
    assert all(speak_alike(found.cast, holding) for holding in found.cast.holdings)


@pytest.mark.skipif(not (SHARED / "gold/train").is_dir(), reason="the editors' gold (../shared) is not here")
def test_holdings_and_the_list_of_parties_never_differ() -> None:
    for path in sorted((SHARED / "gold/train").glob("*.txt"))[::20]:
        cast = analyse_article(parse_article(path.read_text("utf-8"))).cast
        assert all(speak_alike(cast, holding) for holding in cast.holdings), path.name
