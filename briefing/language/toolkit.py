"""NLTK's tokenizers, without the rest of the toolkit."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType


@cache
def tokenizers() -> ModuleType:
    """The package ``nltk.tokenize``.

    Importing it as usual runs ``nltk/__init__``, which loads parsers, classifiers and a web client: half of the time
    that a brief of one article takes. So an empty module stands in for ``nltk`` during the import; afterwards all its
    modules are removed from ``sys.modules``, and a later ``import nltk`` loads the whole package.
    """
    if "nltk" in sys.modules:
        return import_module("nltk.tokenize")
    spec = find_spec("nltk")
    if spec is None:
        raise ModuleNotFoundError("No module named 'nltk'", name="nltk")
    sys.modules["nltk"] = module_from_spec(spec)
    try:
        return import_module("nltk.tokenize")
    finally:
        for loaded in [each for each in sys.modules if each == "nltk" or each.startswith("nltk.")]:
            del sys.modules[loaded]
