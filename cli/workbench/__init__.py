"""What the project measures of itself; run by ``python -m cli.lab``, not part of the command."""
