"""Readers, a module for each kind of file: each takes a source apart into the bytes of its articles.

A reader is a generator ``read(source, reading)`` of ``Raw``; what is wrong with one article is the fault of its
``Raw``, what is wrong with the whole file is raised.
"""
