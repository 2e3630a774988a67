"""What the article itself leaves open."""

from __future__ import annotations

import pytest

from briefing.parties.cast import gather
from briefing.sources.hidden import blames, hides
from tests.briefing.marked import read


@pytest.mark.parametrize(
    ("sentence", "hidden"),
    [
        ("Rain is [c:expected] [t:to fall].", True),
        ("Boats [c:are widely seen as] [t:cheap].", True),
        ("Amid [c:worries about] [t:cheap boats] Hull slept.", True),
        ("[t:The boat] [c:reported] [t:to have sunk] was old.", True),
        ("Mary Lamb [c:expects] [t:rain].", False),
        ("Peter Pike [c:was not convinced by] [t:cheap boats].", False),
        ("The firm [c:was accused of] [t:theft].", False),
        ("[t:“So.”]", False),
    ],
)
def test_a_cue_can_hide_who_holds_what_it_tells(sentence: str, hidden: bool) -> None:
    document, attributions = read(sentence)
    scene, _, _ = gather(document, attributions, None)
    content = tuple((scene.token_at(span.start), scene.token_at(span.end - 1) + 1) for span in attributions[0].content)
    assert hides(scene, scene.tokens_of(attributions[0].cue), content) is hidden


@pytest.mark.parametrize(
    ("sentence", "blamed"),
    [
        ("[s:The firm] [c:has been accused of] [t:theft].", True),
        ("[c:was blamed for] [t:theft] [s:the firm].", False),
        ("[s:The firm] [c:was accused by Lamb of] [t:theft].", False),
        ("[s:The firm] [c:accused] [t:Lamb].", False),
    ],
)
def test_the_one_who_is_blamed_does_not_blame(sentence: str, blamed: bool) -> None:
    document, attributions = read(sentence)
    scene, _, _ = gather(document, attributions, None)
    source, cue = (scene.tokens_of(spans) for spans in (attributions[0].source, attributions[0].cue))
    assert blames(scene, source, cue) is blamed
