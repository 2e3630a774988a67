"""Pages: one file each, no request to anywhere, the same said with scripts turned off."""
