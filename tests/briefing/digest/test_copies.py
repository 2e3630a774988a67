"""Articles that share text are told from articles on the same matter."""

from __future__ import annotations

from briefing.digest.copies import Sketch, find_copies
from briefing.digest.copies import sketch as sketch_of
from briefing.digest.terms import Wording

WIRE = " ".join(f"word{number}" for number in range(80))


def sketch(text: str) -> Sketch:
    return sketch_of(Wording(text))


def text(*parts: str) -> str:
    return " ".join(parts)


def test_a_copy_points_at_the_earlier_article_with_its_share() -> None:
    own = " ".join(f"own{number}" for number in range(80))
    found = find_copies([sketch(each) for each in (WIRE, text(WIRE, own), own)], [0, 1, 2])

    assert found[1].of == 0
    assert 0.4 < found[1].share < 0.55
    assert found[2].of == 0  # of the group that the earlier one is in


def test_the_order_decides_which_is_the_copy() -> None:
    sketches = [sketch(WIRE), sketch(WIRE)]
    assert find_copies(sketches, [1, 0]) == {0: (1, 1.0)}


def test_a_few_words_in_common_are_no_copy() -> None:
    other = text("word1 word2 word3 word4 word5 word6 word7", *(f"x{number}" for number in range(90)))
    sketches = [sketch(WIRE), sketch(other)]
    assert find_copies(sketches, [0, 1]) == {}


def test_texts_of_a_few_words_are_no_copies() -> None:
    for words, copies in ((24, 0), (25, 1)):
        short = " ".join(f"word{number}" for number in range(words))
        assert len(find_copies([sketch(short), sketch(short)], [0, 1])) == copies


def test_long_texts_are_sampled_and_the_share_stays() -> None:
    long = " ".join(f"w{number}" for number in range(3000))
    sketches = [sketch(long), sketch(text(long, long[:3000]))]
    assert len(sketches[0][0]) < 1000
    assert find_copies(sketches, [0, 1])[1].share > 0.8
