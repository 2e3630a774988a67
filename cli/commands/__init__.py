"""The commands of ``brief``, a module for each kind."""
