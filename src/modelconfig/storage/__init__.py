"""Files on disk: atomic writes, the last good results, errors of the operating system, digests and folder locks."""
