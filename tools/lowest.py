"""The oldest versions that pyproject.toml allows, as constraints for pip: ``python tools/lowest.py > lowest.txt``.

    pip install --constraint lowest.txt --editable . pytest hypothesis …

With them every dependency of the program is installed at its lower bound, and so are the tools that are named. A lower
bound that nobody ever installed is a guess; ``make oldest`` makes it a promise.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)\s*(?:>=\s*([0-9][0-9a-zA-Z.]*))?\s*(?:;(.*))?")


def lowest(pyproject: str) -> list[str]:
    """A line ``name==version`` for each dependency, the tools' too; raises ValueError for one without a bound."""
    project = tomllib.loads(pyproject)["project"]
    extras = project["optional-dependencies"]
    pins: dict[str, str] = {}
    for requirement in (*project["dependencies"], *extras["cluster"], *extras["dev"]):
        found = _REQUIREMENT.fullmatch(requirement)
        if found is None or found.group(2) is None:
            raise ValueError(f"no lower bound: {requirement}")
        marker = f" ; {found.group(3).strip()}" if found.group(3) else ""
        pins.setdefault(found.group(1).lower(), f"{found.group(1)}=={found.group(2)}{marker}")
    return [pins[name] for name in sorted(pins)]


if __name__ == "__main__":
    text = (Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8")
    sys.stdout.write("\n".join(lowest(text)) + "\n")
