"""Which sentences tell a story."""

from __future__ import annotations

from briefing.digest.leads import choose
from briefing.digest.model import Passage

FERRY = "Brightwater Lines will end the night ferry to the island of Tarn in June."
AGAIN = "The night ferry of Brightwater Lines to the island of Tarn ends in June."
COSTS = "The crossing had lost Brightwater 40,000 crowns a month since the cranes of Larkhaven moved."
HARBOUR = "Crowns were lost every month since Larkhaven moved its cranes, Brightwater said."
HANGING = "However, Brightwater Lines will end the night ferry to the island of Tarn in June."
ASIDE = "Seagulls are white."


def told(*summaries: tuple[str, ...]) -> list[str]:
    passages = [
        [Passage(report, 100 * place, 100 * place + len(text), text) for place, text in enumerate(texts)]
        for report, texts in enumerate(summaries)
    ]
    return [each.text for each in choose(passages)]


def test_the_lead_is_what_most_tell() -> None:
    assert told((ASIDE, FERRY), (AGAIN,))[0] in {FERRY, AGAIN}
    assert told((ASIDE,), (FERRY,), (AGAIN,))[0] in {FERRY, AGAIN}


def test_no_sentence_repeats_another() -> None:
    assert len(told((FERRY,), (AGAIN,))) == 1
    found = told((FERRY, COSTS), (AGAIN, HARBOUR))
    assert len(found) == 2
    assert len({FERRY, AGAIN} & set(found)) == len({COSTS, HARBOUR} & set(found)) == 1


def test_a_sentence_that_stands_alone_goes_before_one_that_hangs_on_another() -> None:
    assert told((HANGING,), (FERRY,)) == [FERRY]


def test_one_report_is_told_by_its_first_sentence() -> None:
    assert told((ASIDE, FERRY)) == [ASIDE]
    assert told(()) == told() == []


def test_what_one_alone_tells_is_not_added() -> None:
    assert told((FERRY, ASIDE), (AGAIN,)) in ([FERRY], [AGAIN])
