"""Entry point of `python -m codegen`."""

import gc
import sys

_OWN = frozenset({"codegen", "modelconfig"})
_MISSING = """\
python -m codegen: the package `{name}` is not installed in this Python.
`python3 dev.py -s codegen` installs what the generator needs in .nox/codegen-{version}; use the Python in there.
"""

# A run ends after about a second and frees little before: collections would cost time and gain no memory.
gc.disable()
try:
    from codegen.cli.main import main

    main()
except ModuleNotFoundError as missing:
    name = (missing.name or "").partition(".")[0]
    if not name or name in _OWN:
        raise
    sys.stderr.write(_MISSING.format(name=name, version="{}.{}".format(*sys.version_info)))
    sys.exit(2)
