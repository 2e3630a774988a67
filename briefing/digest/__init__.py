"""Many briefs, one picture: the stories they tell, what their reports tell alike, who stands where, who is heard.

digest = digest_briefs(briefs)
"""

from briefing.digest.digesting import Digester, digest_briefs
from briefing.digest.model import Digest
from briefing.digest.selecting import Selection, select

__all__ = ["Digest", "Digester", "Selection", "digest_briefs", "select"]
