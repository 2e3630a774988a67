"""A page in one file: templates with all values escaped, style and script inside, and nothing else allowed.

The Content-Security-Policy names the digests of the one style sheet and the one script: whatever an article holds, the
browser runs and loads nothing but these.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from briefing.rendering.sanitise import clean, script_json

Context = Mapping[str, Any]


def page(template: str, context: Context, *, styles: tuple[str, ...] = ("page.css",)) -> str:
    """The whole page that ``template`` makes of the context."""
    return fill(template, {**context, **_assets(styles)})


def fill(template: str, context: Context) -> str:
    """What a template makes of the context; every string that is no markup is cleaned and escaped."""
    return _environment().get_template(template).render(context)


def embedded(record: object) -> Markup:
    """A value as JSON that can stand in a script element."""
    return Markup(script_json(json.dumps(record, ensure_ascii=False, separators=(",", ":"))))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda name: _read("templates", name)),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_cleaned,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["embedded"] = embedded
    return environment


def _cleaned(value: Any) -> Any:
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _assets(styles: tuple[str, ...]) -> dict[str, Markup]:
    style = "\n" + "".join(_read("assets", name) for name in styles)
    script = "\n" + _read("assets", "page.js")
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return {"style": Markup(style), "script": Markup(script), "policy": Markup(policy)}


def _digest(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def _read(folder: str, name: str) -> str:
    return (files("briefing.rendering.html") / folder / name).read_text("utf-8")
