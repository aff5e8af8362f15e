"""Build the files of a release from a commit: distributions, archives, bills of materials, notes and checksums."""
