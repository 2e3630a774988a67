"""Where a coordination is cut into phrases, each of one party or group."""

from __future__ import annotations

import pytest

from briefing.parties.cast import find_names
from briefing.sources.coordination import cut_phrases
from tests.briefing.marked import read

CUT = [
    ("[s:Choirmaster Ivo Lamb and soloist Ada Pike] [c:said] [t:so].", ["Choirmaster Ivo Lamb", "soloist Ada Pike"]),
    (
        "[s:Works Secretary Ada Pike and Law Undersecretary Bill Vale] [c:said] [t:so].",
        ["Works Secretary Ada Pike", "Law Undersecretary Bill Vale"],
    ),
    (
        "[s:Mary Lamb, soloist Ada Pike and Bill Vale] [c:said] [t:so].",
        ["Mary Lamb", "soloist Ada Pike", "Bill Vale"],
    ),
    ("[s:Mary Lamb, soloist of Ada Pike and Hull,] [c:said] [t:so].", ["Mary Lamb, soloist of Ada Pike and Hull"]),
    ("[s:Mary Lamb, soloist Ada Pike] [c:said] [t:so].", ["Mary Lamb, soloist Ada Pike"]),
    (
        "[s:Mary Lamb, who met Bill Pike and soloist Ada Vale,] [c:said] [t:so].",
        ["Mary Lamb, who met Bill Pike and soloist Ada Vale"],
    ),
    ("[s:Mary Lamb, who sat, and Bill Pike] [c:said] [t:so].", ["Mary Lamb, who sat", "Bill Pike"]),
    (
        "[s:Former mayor Mary Lamb and former Orr Gov. Bill Pike, who sat,] [c:said] [t:so].",
        ["Former mayor Mary Lamb", "former Orr Gov. Bill Pike, who sat"],
    ),
    ("[s:Her uncle, Bill Pike, who sat,] [c:said] [t:so].", ["Her uncle, Bill Pike, who sat"]),
    ("[s:The mayor, Mary Lamb, and Bill Pike] [c:said] [t:so].", ["The mayor, Mary Lamb", "Bill Pike"]),
    ("[s:Shops, local councils and many pupils] [c:said] [t:so].", ["Shops", "local councils", "many pupils"]),
    ("[s:Shops, in Hull, and pupils] [c:said] [t:so].", ["Shops"]),
    ("[s:Quarn and even the mayor] [c:said] [t:so].", ["Quarn", "the mayor"]),
    (
        "[s:Her uncle, Bill Pike, and the former first lady, Mary Lamb,] [c:said] [t:so].",
        ["Her uncle, Bill Pike", "the former first lady, Mary Lamb"],
    ),
    ("[s:Mary Lamb and I] [c:said] [t:so].", ["Mary Lamb", "I"]),
    ("[s:Mary Lamb and her first mate Bill Pike] [c:said] [t:so].", ["Mary Lamb", "her first mate Bill Pike"]),
    ("[s:Mary Lamb and the night of Bill Pike] [c:cost] [t:us].", ["Mary Lamb", "the night of Bill Pike"]),
    ("[s:Quill and Bill Pike’s boat] [c:cost] [t:us].", ["Quill", "Bill Pike’s boat"]),
    ("[s:Quarn and 30 researchers from Orr] [c:said] [t:so].", ["Quarn", "30 researchers from Orr"]),
    ("[s:The Harbour Trust and 14 other groups] [c:said] [t:so].", ["The Harbour Trust", "14 other groups"]),
    ("[s:Mary Lamb and city officials] [c:said] [t:so].", ["Mary Lamb", "city officials"]),
    ("[s:Residents of Goole and nearby villages] [c:said] [t:so].", ["Residents of Goole and nearby villages"]),
    (
        "[s:A baker who met the mayor and a smith who sat] [c:said] [t:so].",
        ["A baker who met the mayor", "a smith who sat"],
    ),
    ("[s:A baker who met the mayor and a smith] [c:said] [t:so].", ["A baker who met the mayor and a smith"]),
    ("[s:Most of northern Quarn and wide parts] [c:said] [t:so].", ["Most of northern Quarn and wide parts"]),
    ("[s:The Quarn and harbour boards] [c:said] [t:so].", ["The Quarn and harbour boards"]),
    ("[s:British and local officials] [c:said] [t:so].", ["British and local officials"]),
    ("[s:Chef and critic] [c:agree] [t:on soup].", ["Chef", "critic"]),
    ("[s:Chef and critic] [c:agrees] [t:on soup].", ["Chef and critic"]),
    ("[s:The chef and critic] [c:agree] [t:on soup].", ["The chef and critic"]),
    ("[s:Chef and loud old critic] [c:agree] [t:on soup].", ["Chef and loud old critic"]),
    ("[s:Chef and kettle] [c:agree] [t:on soup].", ["Chef and kettle"]),
]


@pytest.mark.parametrize(("sentence", "phrases"), CUT)
def test_it_is_cut_where_another_party_begins(sentence: str, phrases: list[str]) -> None:
    document, attributions = read(sentence)
    scene, finder = find_names(document, attributions, None)
    source = scene.tokens_of(attributions[0].source)
    found = cut_phrases(finder, source[0], source[-1] + 1)
    assert [finder.register.text(first, end) for first, end in found] == phrases
