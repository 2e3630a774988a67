"""The options that the commands share, in the words of the help."""

from __future__ import annotations

import math
from typing import Annotated, Literal, get_args

import typer

from cli.constants import MAX_BYTES as MAX_BYTES

FormatName = Literal["terminal", "text", "markdown", "json", "jsonl", "csv", "html", "obsidian", "annotations", "brat"]
DigestFormatName = Literal["terminal", "text", "markdown", "json", "jsonl", "csv", "html"]
FormName = Literal[
    "brief", "positions", "quotes", "explanation", "digest", "comparison", "stories", "sources", "error", "report"
]
Shell = Literal["bash", "zsh", "fish"]


def a_number(value: float | None) -> float | None:
    """The number; raises BadParameter for NaN, which passes the check of a range."""
    if value is not None and math.isnan(value):
        raise typer.BadParameter("nan is not a number from 0 to 1.")
    return value


def known_stances(labels: list[str] | None) -> list[str] | None:
    """The labels; raises BadParameter if one is not a stance."""
    from briefing.model import Stance

    for label in labels or ():
        if label not in get_args(Stance):
            raise typer.BadParameter(f"{label!r} is not one of {', '.join(get_args(Stance))}.")
    return labels


Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[INPUT]...",
        help="Files, folders, patterns, or - for stdin: text, pages, JSON, tables, mail, feeds, PDF, press archives, …",
    ),
]
FilesFrom = Annotated[
    str | None, typer.Option("--files-from", metavar="FILE", help="Read names of inputs from FILE, or - for stdin.")
]
Null = Annotated[bool, typer.Option("-0", "--null", help="The names of --files-from are divided by NUL.")]
TextField = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="The text's field in JSON and tables. [the usual names: text, body, …]"),
]
IdField = Annotated[str, typer.Option(metavar="NAME", help="The id's field in JSON and tables.")]
DateField = Annotated[str | None, typer.Option(metavar="NAME", help="The date's field. [the usual names]")]
OutletField = Annotated[str | None, typer.Option(metavar="NAME", help="The outlet's field. [the usual names]")]
MaxBytes = Annotated[
    int, typer.Option(min=1, metavar="N", help="Refuse an article of more bytes, before it fills the memory.")
]
OnlyLanguage = Annotated[
    str | None, typer.Option(metavar="TAG", help="Only articles in this language, for instance en; count the others.")
]
OneInput = Annotated[str | None, typer.Argument(metavar="[INPUT]", help="A file, or - for standard input.")]
Format = Annotated[
    FormatName | None,
    typer.Option(
        "-f",
        "--format",
        metavar="FORMAT",
        help="terminal, text, markdown, json, jsonl, csv, html; obsidian (Markdown with YAML front matter), "
        "annotations (W3C Web Annotation), brat (standoff). Without it: what the name of the output says, else "
        "terminal on a terminal and text elsewhere.",
    ),
]
DigestFormat = Annotated[
    DigestFormatName | None,
    typer.Option(
        "-f",
        "--format",
        metavar="FORMAT",
        help="terminal, text, markdown, json, jsonl, csv or html. Without it: what the name of the output says, else "
        "terminal on a terminal and text elsewhere.",
    ),
]
Excel = Annotated[
    bool, typer.Option("--excel", help="CSV that Excel reads as it is: with a byte order mark. Implies --format csv.")
]
Sentences = Annotated[
    int | None, typer.Option("-n", "--sentences", min=1, metavar="N", help="Sentences in the summary. [3]")
]
Words = Annotated[
    int | None, typer.Option("-w", "--words", min=1, metavar="N", help="Words in the summary, instead of -n.")
]
Positions = Annotated[
    int | None,
    typer.Option(
        "-p",
        "--positions",
        min=0,
        metavar="N",
        help="Show the best N positions; 0 is all. JSON has all. [the key ones, at most 7]",
    ),
]
BestPositions = Annotated[
    int | None, typer.Option("-p", "--positions", min=0, metavar="N", help="Only the best N positions. [all]")
]
QuoteWeight = Annotated[
    float | None,
    typer.Option(
        min=0,
        max=1,
        metavar="X",
        callback=a_number,
        help="How much quotation counts against salience in choosing sentences: 0 to 1.",
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        min=0,
        max=1,
        metavar="X",
        callback=a_number,
        help="Leave out positions found with less confidence: 0 (keep doubtful ones) to 1. Without it: 0.5.",
    ),
]
Output = Annotated[
    str | None, typer.Option("-o", "--output", metavar="FILE", help="Write here; the file appears when it is whole.")
]
WithText = Annotated[bool, typer.Option("--with-text", help="Put the text of the article into the JSON.")]
Parties = Annotated[
    str | None, typer.Option("--parties", metavar="FILE", help="Your own names and aliases of parties (TOML).")
]
Encoding = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="How the bytes are encoded. Without it: byte order mark, UTF-8, cp1252."),
]
PartyNames = Annotated[
    list[str] | None, typer.Option("--party", metavar="NAME", help="Only of this party, alias or speaker; repeatable.")
]
Stances = Annotated[
    list[str] | None,
    typer.Option(
        "--stance",
        metavar="LABEL",
        callback=known_stances,
        help="Only this stance: support, oppose, pledge, demand, accuse, deny, warn, concern, predict or state; "
        "repeatable.",
    ),
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but errors on standard error.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="Say on standard error what is done with each input.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show where an error came from.")]
OutputPlace = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="OUT", help="A folder, one FILE.jsonl or FILE.csv, or - for stdout."),
]
Jobs = Annotated[int, typer.Option("-j", "--jobs", min=0, metavar="N", help="Processes; 0 is one for each core.")]
Cluster = Annotated[
    str | None, typer.Option(metavar="ADDRESS", help="Work on a Dask cluster, for instance tcp://10.0.0.1:8786.")
]
Force = Annotated[bool, typer.Option("--force", help="Do again what is done already.")]
FailFast = Annotated[bool, typer.Option("--fail-fast", help="Stop at the first input that fails.")]
Timings = Annotated[bool, typer.Option("--timings", help="Show at the end where the time went, stage by stage.")]
ReportFile = Annotated[
    str | None, typer.Option("--report", metavar="FILE", help="Write the report here. [OUT/report.json of a folder]")
]
