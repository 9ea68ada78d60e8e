"""``python -m thidua_cli``: the same as the command ``thidua``."""

from __future__ import annotations

from thidua_cli.cli import main

if __name__ == "__main__":
    main()
