"""The convolutional network that finds attributions: it labels each token, then the roles of the tokens around a cue.

Its modules, in order of use: ``lexicon`` and ``view`` give the properties of each token, ``inputs`` turns them into
rows of embedding tables, ``layers`` does the arithmetic, ``tokens`` computes activations and labels, the heads
``roles``, ``stances`` and ``judging`` work on these activations, ``scores`` turns logits into probabilities,
``weights`` reads and writes the file of weights.
"""
