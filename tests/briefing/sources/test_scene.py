"""What stands where in an article."""

from __future__ import annotations

from briefing.parties.cast import gather
from tests.briefing.marked import read


def test_every_word_has_its_sentence_and_what_it_is_part_of() -> None:
    document, attributions = read("It rained. “Boats sink,” [s:Ada Lamb] [c:said] [t:in Hull].")
    scene, _, _ = gather(document, attributions, None)
    at = {text: token for token, text in enumerate(scene.texts)}
    assert scene.sentence[at["rained"]] < scene.sentence[at["Boats"]]
    assert [bool(scene.quoted[at[word]]) for word in ("Boats", "Lamb")] == [True, False]
    assert [bool(scene.told[at[word]]) for word in ("Hull", "Lamb")] == [True, False]
    assert scene.cued[at["said"]]
    assert scene.words["lamb"] == [at["Lamb"]]
    assert scene.opens(at["It"])
    assert not scene.opens(at["Lamb"])


def test_offsets_give_their_tokens() -> None:
    document, attributions = read("[s:Ada Lamb] [c:said] [t:so].")
    scene, _, _ = gather(document, attributions, None)
    assert [scene.texts[token] for token in scene.tokens_of(attributions[0].source)] == ["Ada", "Lamb"]
    assert scene.token_at(10_000) == len(scene.texts) - 1


def test_the_outermost_quotation_of_a_character() -> None:
    document, attributions = read("It rained. “Boats ‘sink’ here,” [s:Ada Lamb] [c:said] [t:in Hull].")
    scene, _, _ = gather(document, attributions, None)
    text = document.article.text
    found = scene.quotation_at(text.index("here"))
    assert found is not None
    assert text[found.start : found.end] == "“Boats ‘sink’ here,”"
    assert scene.quotation_at(text.index("rained")) is None
    assert scene.quotation_at(text.index("Ada")) is None
