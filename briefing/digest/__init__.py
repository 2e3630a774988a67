"""Many briefs, one picture: the stories they tell, what their reports tell alike, who stands where, who is heard.

digest = digest_briefs(briefs)
"""

from briefing.digest.digester import Digester, digest_briefs
from briefing.digest.filtering import DigestFilter, filter_digest
from briefing.digest.model import Digest

__all__ = ["Digest", "DigestFilter", "Digester", "digest_briefs", "filter_digest"]
