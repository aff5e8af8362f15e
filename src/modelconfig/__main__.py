"""`python -m modelconfig`."""

from __future__ import annotations

from modelconfig.cli.main import main

if __name__ == "__main__":
    main()
