"""Entry point of `python -m codegen`."""

import gc

from codegen.cli.main import main

# A run ends after about a second and frees little before: collections would cost time and gain no memory.
gc.disable()
main()
