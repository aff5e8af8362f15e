"""The command line `modelconfig`: one file per command or pair of commands."""
