"""The command line: one file for each group of commands, loaded when one of its commands runs."""

from __future__ import annotations
