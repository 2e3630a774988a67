"""The optional libraries (extras), loaded when a file needs one; the error for a missing one says how to install it."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from briefing.errors import ExtraError

_HOMES = {
    "docx": ("office", "python-docx", "a Word document"),
    "striprtf.striprtf": ("office", "striprtf", "an RTF document"),
    "openpyxl": ("office", "openpyxl", "an Excel workbook"),
    "pypdfium2.raw": ("pdf", "pypdfium2", "a PDF"),
    "pypdfium2": ("pdf", "pypdfium2", "a PDF"),
    "feedparser": ("feeds", "feedparser", "a feed"),
    "defusedxml.ElementTree": ("feeds", "defusedxml", "XML of a news agency"),
    "trafilatura": ("web", "trafilatura", "a web page"),
    "warcio.archiveiterator": ("web", "warcio", "a WARC"),
    "py3langid.langid": ("language", "py3langid", "telling a language"),
}


def is_installed(name: str) -> bool:
    """Whether the package of a module is installed; it may still fail to load."""
    return find_spec(name.split(".")[0]) is not None


def library(name: str) -> ModuleType:
    """The module of this name.

    Raises:
        ExtraError: it is not installed, or it is and does not load.
    """
    extra, package, what = _HOMES[name]
    command = f"pip install 'news-brief[{extra}]'"
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name is not None and error.name.split(".")[0] == name.split(".")[0]:
            raise ExtraError(f"{what} needs the extra {extra}; install it with {command}") from error
        raise _unloadable(package, command, error) from error
    except ImportError as error:
        raise _unloadable(package, command, error) from error


def _unloadable(package: str, command: str, error: ImportError) -> ExtraError:
    why = " ".join(str(error).split())[:160]
    return ExtraError(f"{package} is installed, but does not load ({why}); repair it with {command} --force-reinstall")
