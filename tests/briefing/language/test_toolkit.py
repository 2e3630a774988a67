"""NLTK's tokenizers load alone, and leave NLTK whole for whoever imports it."""

from __future__ import annotations

import subprocess
import sys

import pytest

ALONE = """
import sys
from briefing.language.toolkit import tokenizers
found = tokenizers()
assert found is tokenizers()
assert not [each for each in sys.modules if each.split(".")[0] == "nltk"], "left behind"
assert found.RegexpTokenizer("[a-z]+").tokenize("a bc") == ["a", "bc"]
import nltk
assert nltk.tokenize.RegexpTokenizer and nltk.translate.bleu_score and nltk.tokenize.punkt.PunktParameters
"""
WITH_THE_WHOLE = """
import nltk.tokenize
from briefing.language.toolkit import tokenizers
assert tokenizers() is nltk.tokenize
"""


@pytest.mark.parametrize("program", [ALONE, WITH_THE_WHOLE], ids=["alone", "with the whole"])
def test_the_tokenizers_and_the_toolkit(program: str) -> None:
    result = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
