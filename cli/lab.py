"""The workbench: measure the figures of the README, and renew the weights that ship with the package.

    python -m cli.lab evaluate ../shared
    python -m cli.lab train holders ../shared [--check]

Both need the corpora, which are not part of the package; ``evaluate`` runs the scorers that lie beside them.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from briefing.attribution.attributions import finder, to_attributions
from briefing.codec import to_json
from briefing.language import analyse
from briefing.model import Attribution, Document
from briefing.network.inputs import POLNEAR
from briefing.pipeline import summarize
from briefing.reading import parse_article
from briefing.training import Trained

SUMMARY_SETS = ("cnndm.dev", "writers.dev", "cnndm_mix.dev", "gumnews.dev")
_POSITION_FIGURES = ("content", "position", "position~", "key")
TRAINERS = {
    "sentences": "briefing.training.sentences:train_sentences",
    "words": "briefing.training.attribution_words:train_words",
    "silver": "briefing.training.silver:train_silver",
    "attribution": "briefing.training.attribution:train_attribution",
    "judging": "briefing.training.judging:train_judging",
    "holders": "briefing.training.holders:train_holders",
    "parties": "briefing.training.parties_words:train_parties_words",
    "stance": "briefing.training.stance:train_stance",
    "judgement": "briefing.training.judgement:train_judgement",
    "frequencies": "briefing.training.frequencies:train_frequencies",
    "matters": "briefing.training.matters:train_matters",
    "fronts": "briefing.training.fronts:train_fronts",
}
ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "briefing" / "data"
FORMATS = ROOT / "tests" / "briefing" / "reading" / "formats"

Record = dict[str, Any]
Shared = Annotated[Path, typer.Argument(exists=True, file_okay=False, help="the folder of the corpora")]

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, help=__doc__)


@app.command()
def evaluate(
    shared: Shared, limit: Annotated[int, typer.Option(help="only the first N articles of each set")] = 0
) -> None:
    """Print attribution, position and summary figures as Markdown tables."""
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor() as pool:
        workbench = _Workbench(shared, Path(folder), pool, limit)
        for table in (workbench.attribution, workbench.positions, workbench.cases, workbench.summaries):
            for line in table():
                typer.echo(line)
            typer.echo()


@app.command()
def train(
    name: Annotated[str, typer.Argument(help=" | ".join(TRAINERS))],
    shared: Shared,
    check: Annotated[bool, typer.Option("--check", help="write nothing; fail if the shipped files differ")] = False,
    teacher: Annotated[
        Path | None, typer.Option(help="the large network: silver writes it, attribution asks it")
    ] = None,
) -> None:
    """Learn from the corpora again and write the files that ship, with their model card."""
    if name not in TRAINERS:
        raise typer.BadParameter(f"{name!r} is none of {', '.join(TRAINERS)}")
    if teacher is None and name in ("silver", "attribution"):
        raise typer.BadParameter(f"{name} needs --teacher")
    module, function = TRAINERS[name].split(":")
    trainer: Callable[..., Trained] = getattr(import_module(module), function)
    trained = trainer(shared, teacher) if name == "attribution" else trainer(shared)
    if teacher is not None and trained.teacher and not check:
        teacher.write_bytes(trained.teacher)
    changed = [path for path, data in trained.files.items() if not _same(DATA / path, data)]
    for path in () if check else changed:  # before anything is printed: a reader that has gone must not leave old files
        (DATA / path).parent.mkdir(parents=True, exist_ok=True)
        (DATA / path).write_bytes(trained.files[path])
    for figure, value in trained.figures.items():
        typer.echo(f"{figure:32} {value:8.3f}")
    for path in changed:
        typer.echo(f"{path}: {'differs' if check else 'written'}")
    if check and changed:
        raise typer.Exit(1)


@app.command()
def fuzz(
    count: Annotated[int, typer.Option(min=1, help="inputs")] = 1000,
    seed: Annotated[int, typer.Option(help="another seed, other inputs")] = 0,
    samples: Annotated[Path, typer.Option(help="the folder of texts that are broken")] = Path("samples"),
) -> None:
    """Feed broken articles to the whole chain; every one must give a brief or a refusal, within two seconds."""
    from cli.workbench.fuzz import findings
    from cli.workbench.fuzz import samples as texts_in

    found = 0
    for finding in findings(seed, range(count), texts_in(samples)):
        found += 1
        typer.echo(f"{seed}:{finding.number} {finding.raw.source}: {finding.what[:300]!a}")
    typer.echo(f"{count:,} inputs, {found:,} at fault")
    raise typer.Exit(found > 0)


@app.command()
def spoil(
    count: Annotated[int, typer.Option(min=1, help="broken files made of each sample")] = 100,
    seed: Annotated[int, typer.Option(help="another seed, other files")] = 0,
    samples: Annotated[Path, typer.Option(help="the folder of files that are broken")] = FORMATS,
) -> None:
    """Feed broken files of every format, and bombs, to the whole chain, each kind in a process of its own.

    Every one must give briefs or a refusal in words, no article after more than two seconds, and in 300 MiB.
    """
    from cli.workbench.spoiled import outcomes

    found = 0
    for line in _row("made of", "files at fault", "slowest, s", "most memory, MiB"):
        typer.echo(line)
    for each in outcomes(seed, count, samples):
        found += len(each.findings)
        figures = (str(len(each.findings)), f"{each.seconds:.2f}", f"{each.memory >> 20:,}")
        typer.echo(next(_row(each.sample, *figures, rule=False)))
        for one in each.findings:
            typer.echo(f"{seed}:{one.sample}:{one.number} as {one.name}: {one.what[:300]!a}")
    typer.echo(f"{found:,} files at fault")
    raise typer.Exit(found > 0)


@app.command()
def benchmark(
    articles: Annotated[Path, typer.Argument(help="a JSONL of articles with the field text", exists=True)],
    count: Annotated[int, typer.Option(min=1, help="articles")] = 200,
) -> None:
    """Print how fast brief is beside sumy and summa on the same articles. Needs the group benchmark."""
    from cli.workbench.benchmark import timings

    with articles.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(count), strict=False)]
    for line in _row("in one run", "articles a second", "against brief"):
        typer.echo(line)
    for each in timings(texts):
        typer.echo(f"| {each.name} | {each.rate:.1f} | {each.ratio:.2f} |")


@app.command()
def pictures(
    folder: Annotated[Path, typer.Argument(help="where the pictures go")] = Path("samples/pictures"),
) -> None:
    """Take the pictures of the README: the pages of samples as a browser shows them. Needs the group browser."""
    from cli.workbench.pictures import take

    for path in take(folder):
        typer.echo(path)


def _same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


class _Workbench:
    """Runs the chain over a corpus and its scorer over the result; each method yields the lines of one table."""

    def __init__(self, shared: Path, folder: Path, pool: ProcessPoolExecutor, limit: int) -> None:
        self._shared, self._folder, self._pool, self._limit = shared, folder, pool, limit or None

    def attribution(self) -> Iterator[str]:
        """F1 of attributions and of tokens of each role on PolNeAR dev, by its guidelines, for this stage alone."""
        documents = [analyse(parse_article(each["text"], source=each["id"])) for each in self._polnear()]
        found = self._pool.map(_attributions, documents, chunksize=4)
        predicted = [_as_attributions(each.article.id, made) for each, made in zip(documents, found, strict=True)]
        gold = self._shared / "data/polnear/dev.jsonl"
        figures = self._score("attribution", gold, predicted, *self._only([each["id"] for each in predicted]))
        names = ("attribution", "attribution/indirect", "attribution/quoted", "tok_content", "tok_source", "tok_cue")
        yield from _row("PolNeAR dev", *names)
        yield from _row("F1", *(f"{100 * figures[name]['F1']:.1f}" for name in names), rule=False)

    def _polnear(self) -> list[Record]:
        return _records(self._shared / "data/polnear/dev.jsonl")[: self._limit]

    def positions(self) -> Iterator[str]:
        """Contents, positions, stances and key positions against the editors' gold.

        The shipped weights were trained on gold/train and gold/dev: see the model cards for cross-validated figures.
        """
        yield from _row("editors' gold", *_POSITION_FIGURES, "filed", "stance", "summary strict / lenient")
        for folder in ("gold/check", "gold/dev", "gold/train", "gold/cases", "seed"):
            yield self._position_row(folder, self._shared / folder, "*")

    def cases(self) -> Iterator[str]:
        """The figures of ``positions`` for each kind of the short cases in gold/cases."""
        folder = self._shared / "gold/cases"
        kinds = sorted({path.name.split("-")[0] for path in folder.glob("*.txt")})
        yield from _row("gold/cases", *_POSITION_FIGURES, "filed", "stance", "summary strict / lenient")
        for kind in kinds:
            yield self._position_row(kind, folder, f"{kind}-*")

    def _position_row(self, name: str, folder: Path, pattern: str) -> str:
        """A line of figures over the articles of a folder whose names match a pattern."""
        paths = sorted(folder.glob(f"{pattern}.txt"))[: self._limit]
        briefs = self._briefs({"id": path.stem, "text": path.read_text("utf-8")} for path in paths)
        gold = self._folder / name.replace("/", "-")
        gold.mkdir()
        for path in paths:
            for each in (path, path.with_name(f"{path.stem}.gold.json")):
                (gold / each.name).write_bytes(each.read_bytes())
        figures = self._score("positions", gold, briefs)
        values = [figures[each]["F1"] for each in _POSITION_FIGURES] + [figures["filed"], figures["stance"]]
        summary = figures["summary"]
        both = f"{summary['strict']:.3f} / {summary['lenient']:.3f}"
        return next(_row(name, *(f"{value:.3f}" for value in values), both, rule=False))

    def summaries(self) -> Iterator[str]:
        """ROUGE of the summaries, with their length."""
        yield from _row("summaries, three sentences", "ROUGE-1", "ROUGE-2", "ROUGE-Lsum", "words", "articles")
        for name in SUMMARY_SETS:
            data = self._shared / f"data/summaries/{name}.jsonl"
            briefs = self._briefs(_records(data))
            limit = ("--limit", str(self._limit)) if self._limit else ()
            figures = self._score("summaries", data, [_as_summary(brief) for brief in briefs], *limit)
            rouge = [f"{figures[measure]:.2f}" for measure in ("rouge1", "rouge2", "rougeLsum")]
            yield from _row(name, *rouge, str(figures["words"]), str(figures["articles"]), rule=False)

    def _briefs(self, records: Iterable[Mapping[str, Any]]) -> list[Record]:
        return list(self._pool.map(_brief, list(records)[: self._limit], chunksize=8))

    def _only(self, names: Sequence[str]) -> tuple[str, ...]:
        path = self._folder / "only.txt"
        path.write_text("\n".join(names), "utf-8")
        return ("--only", str(path))

    def _score(self, scorer: str, gold: Path, predictions: list[Record], *options: str) -> Record:
        """The figures that the scorer of this name computes, from its JSON output."""
        found, result = self._folder / f"{scorer}.jsonl", self._folder / f"{scorer}.json"
        found.write_text("".join(json.dumps(each) + "\n" for each in predictions), "utf-8")
        script = str(self._shared / f"eval/score_{scorer}.py")
        target = ("--json", str(result)) if scorer == "attribution" else ("--json",)
        run = subprocess.run(
            [sys.executable, script, str(gold), str(found), *target, *options],
            check=True,
            capture_output=True,
            text=True,
        )
        figures: Record = json.loads(result.read_text("utf-8") if scorer == "attribution" else run.stdout)
        return figures


def _records(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _brief(record: Mapping[str, Any]) -> Record:
    return to_json(summarize(parse_article(record["text"], source=record["id"], id=record["id"])))


def _attributions(document: Document) -> tuple[Attribution, ...]:
    return to_attributions(document, finder().find(document, scheme=POLNEAR))


def _as_attributions(name: str, made: Iterable[Attribution]) -> Record:
    """The form that the attribution scorer reads: bare offsets by role."""
    attributions = [{role: getattr(each, role) for role in ("source", "cue", "content")} for each in made]
    return {"id": name, "attributions": attributions}


def _as_summary(brief: Record) -> Record:
    """The form that the summary scorer reads: the sentences in reading order."""
    in_order = sorted(brief["summary"], key=lambda sentence: int(sentence["start"]))
    return {"id": brief["article"]["id"], "summary": [sentence["text"] for sentence in in_order]}


def _row(*cells: str, rule: bool = True) -> Iterator[str]:
    yield "| " + " | ".join(cells) + " |"
    if rule:
        yield "|" + " --- |" * len(cells)


if __name__ == "__main__":
    app()
