"""The network that reads an article once: what its tokens are, and how the words around a cue stand to it.

Its parts, in order of use: ``lexicon`` and ``view`` say what is known of each token, ``inputs`` turns that
into rows of tables, ``layers`` are the arithmetic, ``tokens`` and ``roles`` the heads, ``scores`` their outputs,
``weights`` the file. Whatever else is to be told from the same reading is a further head.
"""
