"""Starts the program again and again, each time in a new process, and sends it SIGINT at another moment.

``python interrupting.py FOLDER HOW_MANY WORD …``: the moments are spread evenly over all calls of Python code that the
program makes from its first instruction to its end. Prints, as JSON, for each moment the exit status and what was said.
The counting begins in ``thidua_cli/__main__.py``: before it there is only Python itself, on its way there.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from types import FrameType


def calls(words: list[str], said: Path, moment: int) -> tuple[int, int]:
    """Run the program in a child, interrupted at a call (0: never): its exit status, and how many calls it made."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        handle = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(handle, 2)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        _interrupted_at(moment, write, words)
    os.close(write)
    made = int.from_bytes(os.read(read, 8), "little")
    os.close(read)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), made


def _interrupted_at(moment: int, report: int, words: list[str]) -> None:
    made = -1

    def count(frame: FrameType, event: str, _argument: object) -> None:
        nonlocal made
        if event == "call" and (made >= 0 or frame.f_code.co_filename.endswith("__main__.py")):
            made += 1
            if made == moment > 0:
                sys.setprofile(None)
                signal.raise_signal(signal.SIGINT)

    end = os._exit

    def tell(status: int) -> None:
        os.write(report, made.to_bytes(8, "little"))
        end(status)

    os._exit = tell  # type: ignore[assignment]
    sys.argv = ["thidua", *words]
    sys.setprofile(count)
    from thidua_cli.__main__ import main

    main()


if __name__ == "__main__":
    place, number = Path(sys.argv[1]), int(sys.argv[2])
    asked = sys.argv[3:]
    last = calls(asked, place / "said", 0)[1]
    found = []
    for step in range(number):
        status, _ = calls(asked, place / "said", 1 + step * last // number)
        found.append((status, (place / "said").read_text(encoding="utf-8")))
    sys.stdout.write(json.dumps({"calls": last, "found": found}))
