"""thidua: who met the criteria of an emulation movement, ranked, with the commendation documents.

For programs and notebooks: :func:`score` reads and judges, :mod:`thidua_cli.frames` gives pandas frames of a result.
Names are loaded when they are used, so that the command starts at once.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as in typing, which takes longer to load than all that the command needs first

__version__ = "0.1.0"
__all__ = ["Result", "__version__", "score"]

if TYPE_CHECKING:
    from thidua_cli.api import score
    from thidua_cli.result import Result


def __getattr__(name: str) -> object:
    if name == "score":
        from thidua_cli.api import score

        return score
    if name == "Result":
        from thidua_cli.result import Result

        return Result
    raise AttributeError(name)
