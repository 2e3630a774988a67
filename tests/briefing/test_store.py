"""A store keeps briefs whole, answers by day, outlet, party and words, and refuses what is no store."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.digest import Digester, DigestFilter, filter_digest
from briefing.digest.fingerprints import fingerprint
from briefing.errors import StoreError
from briefing.model import Brief
from briefing.pipeline import Options, summarize
from briefing.reading import parse_article
from briefing.store import Filter, Store

TEXT = "“The quay is safe,” Ann Lee said. Oslo denied that the ferry to Tarn would end."


def brief(source: str, date: str | None = None, outlet: str | None = None, text: str = TEXT) -> Brief:
    article = parse_article(text, source=source, title=f"On {source}", date=date, outlet=outlet)
    return summarize(article, Options(with_text=True))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def test_a_brief_comes_back_whole(path: Path) -> None:
    odd = "Odd \ud800 text, Ann \ud800 Lee said: “\x00 It \ud801 rained.”"
    briefs = [brief("a.txt", "2025-03-01", "Courier"), brief("b.txt", text=odd)]
    with Store(path) as store:
        for each in briefs:
            store.add(each)
        assert list(store.briefs()) == briefs
    with Store(path, create=False) as store:
        assert list(store.briefs()) == briefs


def test_a_source_is_kept_once(path: Path) -> None:
    with Store(path) as store:
        store.add(brief("a.txt"), b"1")
        assert (store.has("a.txt", b"1"), store.has("a.txt", b"2"), store.has("b.txt", b"1")) == (True, False, False)
        store.add(brief("a.txt", text="It snowed, Ida Holt said."), b"2")
        assert len(store) == 1
        assert [each.positions[0].parties for each in store.briefs(Filter(search="snowed"))] == [("Ida Holt",)]
        assert list(store.briefs(Filter(search="quay"))) == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), "abc"),
        (Filter(since="2025-03-02"), "b"),
        (Filter(until="2025-03-01"), "a"),
        (Filter(outlets=("courier",)), "ab"),
        (Filter(party="ann lee"), "abc"),
        (Filter(party="Lee"), "abc"),
        (Filter(party="Nobody"), ""),
        (Filter(party="%"), ""),
        (Filter(party="_"), ""),
        (Filter(search="quay safe"), "abc"),
        (Filter(search='quay" OR "snow'), ""),
        (Filter(search=""), ""),
    ],
)
def test_what_is_asked_for(path: Path, wanted: Filter, found: str) -> None:
    with Store(path) as store:
        for each in (brief("a", "2025-03-01", "Courier"), brief("b", "2025-03-03", "Courier"), brief("c")):
            store.add(each)
        assert "".join(each.article.source for each in store.briefs(wanted)) == found


def test_letters_beyond_ascii_are_compared_whatever_their_case(path: Path) -> None:
    with Store(path) as store:
        store.add(brief("a", outlet="L'Équipe", text="“The quay is safe,” Élodie Åse said."))
        store.add(brief("b", outlet="Straße", text="“The quay is safe,” Ann Groß said."))
        for wanted in (Filter(outlets=("L'ÉQUIPE",)), Filter(party="élodie ÅSE")):
            assert [each.article.source for each in store.briefs(wanted)] == ["a"]
        for wanted in (Filter(outlets=("STRASSE",)), Filter(outlets=("Straße",)), Filter(party="GROSS")):
            assert [each.article.source for each in store.briefs(wanted)] == ["b"]


def test_the_tables_can_be_asked_in_sql(path: Path) -> None:
    with Store(path) as store:
        store.add(brief("a.txt", "2025-03-01", "Courier"))
    with sqlite3.connect(path) as base:
        said = base.execute("SELECT party, stance, content FROM said WHERE party = 'Ann Lee'").fetchall()
        heard = base.execute("SELECT positions FROM heard WHERE outlet = 'Courier' AND party = 'Ann Lee'").fetchall()
        quoted = base.execute("SELECT text FROM quotations").fetchall()
    base.close()
    assert [content for _, _, content in said] == ["The quay is safe"]
    assert heard == [(1,)]
    assert quoted == [("The quay is safe",)]


@pytest.mark.parametrize("content", [b"no database at all, but long enough to be looked at" * 9, b"\x00" * 64])
def test_what_is_no_store_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StoreError, match="store"):
        Store(path)


def test_another_database_is_left_alone(path: Path) -> None:
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE mine (x)")
    base.close()
    with pytest.raises(StoreError, match="is a database, but no store"):
        Store(path)
    with pytest.raises(StoreError, match="no such store"):
        Store(path.with_name("none.db"), create=False)


def test_a_later_version_is_refused(path: Path) -> None:
    Store(path).close()
    base = sqlite3.connect(path)
    base.execute("UPDATE store SET version = 99")
    base.commit()
    base.close()
    with pytest.raises(StoreError, match="version 99"):
        Store(path)


def test_a_brief_without_text_can_be_kept(path: Path) -> None:
    whole = brief("a.txt")
    silent = replace(whole, article=replace(whole.article, text=None))
    with Store(path) as store:
        store.add(silent)
        assert list(store.briefs()) == [silent]


def test_what_a_party_holds_comes_with_what_is_known_of_its_articles(path: Path) -> None:
    briefs = [brief("a.txt", "2025-03-01"), brief("b.txt", text="It snowed, Ida Holt said.")]
    with Store(path) as store:
        for each in briefs:
            store.add(each)
        found = list(store.held("ann lee"))
        assert list(store.held("Nobody")) == list(store.held("%")) == []
        store._base.execute("DROP TABLE compared")  # as a store was in the first release
    with Store(path, create=False) as store:
        assert list(store.held("ann lee")) == found
    ((held, known),) = found
    assert {each.parties for each in held.positions} == {("Ann Lee",)}
    assert held.article == briefs[0].article
    assert known == fingerprint(briefs[0])


def test_a_dossier_says_what_the_digest_of_the_whole_says(path: Path) -> None:
    whole, dossier = Digester(), Digester()
    with Store(path) as store:
        for name in "ab":
            store.add(brief(name))
        for each in store.briefs():
            whole.add(each)
        for each, known in store.held("Ann Lee"):
            dossier.add(each, known)
    party = DigestFilter(party="Ann Lee")
    one, other = filter_digest(whole.digest(), party), filter_digest(dossier.digest(), party)
    assert [one.matters[each].tellings for each in one.stories[0].matters] == [each.tellings for each in other.matters]
