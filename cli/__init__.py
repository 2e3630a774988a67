"""The command ``brief``: parse options, read bytes, call the library, print."""
