"""Readers, a module for each kind of file: each takes a source apart into the bytes of its articles.

A reader is a generator ``read(source, reading)`` of ``Raw``; an error in one article is the ``fault`` of its ``Raw``,
an error in the whole file is raised.
"""
