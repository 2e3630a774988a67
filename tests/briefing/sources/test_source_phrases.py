"""Which noun phrases a source holds."""

from __future__ import annotations

import pytest

from briefing.parties.cast import gather
from tests.briefing.marked import read

CUT = [
    ("[s:NATO and the EU] [c:warned] [t:of war].", ["NATO", "the EU"]),
    (
        "[s:President Ada Lamb and Prime Minister Bill Pike] [c:warned] [t:us].",
        ["President Ada Lamb", "Prime Minister Bill Pike"],
    ),
    (
        "[s:Mayor Ada Lamb of Hull, Mayor Bill Pike of Goole and Mayor Ann Vale] [c:met] [t:us].",
        ["Mayor Ada Lamb of Hull", "Mayor Bill Pike of Goole", "Mayor Ann Vale"],
    ),
    (
        "[s:Mary Lamb, a baker and a former mayor of Hull,] [c:urged] [t:calm].",
        ["Mary Lamb, a baker and a former mayor of Hull"],
    ),
    ("[s:baker and strategist Mary Lamb] [c:urged] [t:calm].", ["baker and strategist Mary Lamb"]),
    ("[s:The Dredging and Piloting Authority] [c:said] [t:so].", ["The Dredging and Piloting Authority"]),
    ("[s:Judge Lord Pike, sitting with Lord Lamb and Lord Vale,] [c:ruled] [t:so].", ["Judge Lord Pike"]),
    ("[s:Quill Lines this week] [c:said] [t:so].", ["Quill Lines"]),
    ("[s:although traders] [c:said] [t:so].", ["traders"]),
    ("[s:The answers she] [c:wants] [t:are in the books].", ["she"]),
    ("[s:She and other dockers] [c:said] [t:so].", ["She", "other dockers"]),
    ("[s:Norway] and [s:Canada] [c:agreed] [t:to fish less].", ["Norway", "Canada"]),
    ("[s:The Harbour] Trust [c:said] [t:so].", ["The Harbour Trust"]),
    ("[s:The harbour minister and mayoral candidate] [c:said] [t:so].", ["The harbour minister and mayoral candidate"]),
    ("[s:The harbour minister and the mayor] [c:said] [t:so].", ["The harbour minister", "the mayor"]),
    (
        "[s:former ambassador to Kenya and Air Force general Bill Pike] [c:said] [t:so].",
        ["former ambassador to Kenya and Air Force general Bill Pike"],
    ),
    ("[s:the ambassador to Kenya and Bill Pike] [c:said] [t:so].", ["the ambassador to Kenya", "Bill Pike"]),
    ("[s:Both local shops and port workers] [c:said] [t:so].", ["local shops", "port workers"]),
    ("[s:Other parties and refugee agencies] [c:said] [t:so].", ["Other parties", "refugee agencies"]),
    ("[s:The parents and pupils of Goole] [c:said] [t:so].", ["The parents", "pupils of Goole"]),
    ("[s:Parents and staff] [c:said] [t:so].", ["Parents and staff"]),
    ("[s:Dorset and Goole Police] [c:said] [t:so].", ["Dorset and Goole Police"]),
    ("[s:Residents of Goole, Selby and Thorne] [c:said] [t:so].", ["Residents of Goole, Selby and Thorne"]),
    ("[s:Mayors of Quarn, Tarven and Orr alike] [c:said] [t:so].", ["Mayors of Quarn, Tarven and Orr"]),
    (
        "[s:Mary Lamb, a geologist in Greenbelt, Maryland,] [c:said] [t:so].",
        ["Mary Lamb, a geologist in Greenbelt, Maryland"],
    ),
    ("[s:Mary Lamb, Research and Advocacy Director,] [c:said] [t:so].", ["Mary Lamb, Research and Advocacy Director"]),
    (
        "[s:Mary Lamb, a geologist at the Centre in Greenbelt, Maryland, and Goole College,] [c:said] [t:so].",
        ["Mary Lamb, a geologist at the Centre in Greenbelt, Maryland, and Goole College"],
    ),
    (
        "[s:Mary Lamb, who works for Quill Lines as Officer, Outreach and Training,] [c:said] [t:so].",
        ["Mary Lamb, who works for Quill Lines as Officer, Outreach and Training"],
    ),
    (
        "[s:Mary Lamb, Ohio Gov. Bill Pike and Sen. Ann Vale] [c:said] [t:so].",
        ["Mary Lamb", "Ohio Gov. Bill Pike", "Sen. Ann Vale"],
    ),
    (
        "[s:Quill Ware, whose brands are Orr, Vale and Quarn,] [c:said] [t:so].",
        ["Quill Ware, whose brands are Orr, Vale and Quarn"],
    ),
    ("[s:Many] simply [c:want] [t:peace].", ["Many"]),
    ("[s:Ada Lamb and Bill Pike both] [c:said] [t:so].", ["Ada Lamb", "Bill Pike"]),
    ("[s:Both] [c:said] [t:so].", ["Both"]),
    ("[s:The Harbour Trust itself] [c:said] [t:so].", ["The Harbour Trust"]),
    ("Mary Lamb, [s:who] [c:said] [t:so], sat.", ["Mary Lamb"]),
    ("[s:A] night [s:watchman] [c:said] [t:so].", ["A night watchman"]),
    ("[s:The] urge in Hull [c:said] [t:so].", ["The urge"]),
    ("[s:Some of] us [c:said] [t:so].", ["Some"]),
    ("In [s:Dublin they] [c:said] [t:so].", ["they"]),
    ("In [s:Goole the mayor] [c:said] [t:so].", ["the mayor"]),
    ("In the [s:Goole and Hull many of the pupils] [c:said] [t:so].", ["many of the pupils"]),
    ("[s:Goole the mayor] [c:said] [t:so].", ["Goole the mayor"]),
    ("[s:Some] even [c:called] [t:it a sham].", ["Some"]),
    ("[s:Ada Lamb], in a letter to [s:Hull], [c:said] [t:so].", ["Ada Lamb"]),
]


@pytest.mark.parametrize(("sentence", "phrases"), CUT)
def test_a_source_is_cut_where_several_are_joined_and_freed_of_asides(sentence: str, phrases: list[str]) -> None:
    document, attributions = read(sentence)
    _, players, (asked,) = gather(document, attributions, None)
    found = [each.phrase for each in asked if each.phrase is not None]
    assert [players.register.text(phrase.first, phrase.end) for phrase in found] == phrases
