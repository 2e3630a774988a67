"""Many briefs, one picture: who said what over articles and days, what changed, and what is only a copy.

digest = digest_briefs(briefs)
comparison = compare(digest)
"""

from briefing.digest.comparison import Comparison, compare
from briefing.digest.digesting import Digester, digest_briefs
from briefing.digest.model import Digest

__all__ = ["Comparison", "Digest", "Digester", "compare", "digest_briefs"]
