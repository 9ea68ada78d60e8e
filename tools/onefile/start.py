"""Where the single-file program (``make onefile``) begins: the command itself, or a child that it starts of itself."""

from __future__ import annotations

import multiprocessing
import runpy
import sys

OWN = "thidua_cli.system."
"""The modules that the program starts as children, as ``python -m`` would (:mod:`thidua_cli.system`)."""


def main() -> None:
    """Run a module of the program where one is asked for, else the command."""
    multiprocessing.freeze_support()
    if sys.argv[1:2] == ["-m"] and sys.argv[2].startswith(OWN):
        module = sys.argv[2]
        sys.argv = [module, *sys.argv[3:]]
        runpy.run_module(module, run_name="__main__")
        return
    from thidua_cli.__main__ import main as command

    command()


if __name__ == "__main__":
    main()
