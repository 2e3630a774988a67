"""``brief batch``: many articles, in parallel, each result written once and whole, and a record of what failed.

Data flows one way: inputs → planned tasks → chunks → workers → outcomes in order → a sink.
"""
