"""Languages other than English: only words and sentences, found by the punctuation of each script.

A sentence ends with a full stop, question or exclamation mark before white space (those of Arabic, Armenian and Indian
scripts included), or with an East Asian one anywhere; but not after an initial, a number (``12. März``) or an
abbreviation, nor before a lower-case letter. In a script without spaces each character is a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.language.tokenizer import is_prose
from briefing.model import Article, Document, Sentence, Token

_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+(?:['’.-][^\W{_UNSPACED}]+)*|[^\w\s]")
_END = re.compile(r"[。！？｡][」』”’）)]{0,9}|(?<![.!?…।؟۔։])[.!?…।؟۔։]+[\"'”’»“)\]]{0,9}(?=\s|$)")
_OPENING = "\"'“„«»‹‘¿¡([- "
_SHORT_FORM = re.compile(
    r"(?:^|[\s(\"„«“])(?:[^\W\d_]|\d{1,2}|[IVX]{1,4}|dr|prof|mr|mrs|ms|st|nr|no|art|abs|bzw|usw|ca|vgl|hr|fr|bspw|etc|evtl|ggf|mio"
    r"|mrd|sr|sra|dra|ud|uds|pág|av|mme|mlle|sig|dott|ing|jan|feb|febr|apr|aug|sept|okt|nov|dez|oct|dic|gen|z\.B|u\.a|d\.h|i\.e"
    r"|p\.ej|EE\.UU|S\.A)$",
    re.IGNORECASE,
)
_REACH = 12  # characters before a full stop in which an abbreviation is looked for


def analyse_otherwise(article: Article) -> Document:
    """The document of an article in another language than English; it has no quotations."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for index, block in enumerate(article.blocks):
        if not is_prose(block):
            continue
        for start, end in _sentences(article.masked, block.start, block.end):
            first = len(tokens)
            tokens += (Token(*found.span(), found.group()) for found in _WORD.finditer(article.masked, start, end))
            if first < len(tokens):
                begin, stop = tokens[first].start, tokens[-1].end
                sentences.append(Sentence(len(sentences), begin, stop, index, block.kind, first, len(tokens)))
    return Document(article, tuple(tokens), tuple(sentences), ())


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _END.finditer(text, start, end):
        if not _goes_on(text, found, end):
            yield start, found.end()
            start = found.end()
    if start < end:
        yield start, end


def _goes_on(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether the mark does not end its sentence."""
    following = text[mark.end() : min(mark.end() + 8, end)].lstrip().lstrip(_OPENING)[:1]
    if following.islower():
        return True
    if mark.group() != ".":
        return False
    return _SHORT_FORM.search(text, max(0, mark.start() - _REACH), mark.start()) is not None
