"""Compares the briefs of many articles: their stories, the matters that several tell, who stands where, who is heard.

digest = digest_briefs(briefs)
"""

from briefing.digest.digester import Digester, digest_briefs
from briefing.digest.filtering import DigestFilter, filter_digest
from briefing.digest.model import Digest

__all__ = ["Digest", "DigestFilter", "Digester", "digest_briefs", "filter_digest"]
