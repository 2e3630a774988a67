"""Sources: what the words of an attribution's source say, before it is asked who is meant.

A source is cut into the phrases of its holders (``coordination``, ``source_phrases``), each with its head, the people
named in it and their roles (``person_roles``, ``appositions``), and each phrase asks a question (``question``).
"""
