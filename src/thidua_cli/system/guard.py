"""Runs another program, and ends all that it started when the run that asked for it ends, also by being killed.

``python -m thidua_cli.system.guard FOLDER PROGRAM …``: its standard input is a pipe whose other end the run holds. When
that end is closed, whoever closed it, the program and its children are killed and FOLDER is removed.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from thidua_cli.system.children import environment

CANNOT_START = 127
"""Exit status where there is no such program, as shells give it."""
_LETS_GO_SECONDS = 5.0


def run_guarded(command: Sequence[str], folder: Path, seconds: float) -> int:
    """The exit status of a program that may start others; all of them have ended, and end with this process.

    ``folder`` is removed where this process is killed. Raises OSError, or TimeoutExpired after so many ``seconds``.
    """
    words = [sys.executable, "-m", "thidua_cli.system.guard", str(folder), *command]
    nothing = subprocess.DEVNULL
    # Leaving the block closes the pipe, and waits until the guard has done its work.
    with subprocess.Popen(  # noqa: S603 - our own module
        words, stdin=subprocess.PIPE, stdout=nothing, stderr=nothing, env=environment(), start_new_session=True
    ) as guard:
        return guard.wait(timeout=seconds)


def main(folder: str, command: Sequence[str]) -> None:
    """Start the program and wait for its end, or for the run's."""
    if sys.platform == "win32":
        from thidua_cli.system.windows import enter_job

        enter_job()
    # What the program leaves among its temporary files goes with the folder; what is set for our Python is not for its.
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    given = inherited | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder)
    try:
        program = subprocess.Popen(  # noqa: S603 - as asked for
            command, stdin=subprocess.DEVNULL, start_new_session=True, env=given
        )
    except OSError:
        os._exit(CANNOT_START)
    leaving = threading.Event()
    threading.Thread(target=_leave_with_program, args=(program, leaving), daemon=True).start()
    while os.read(0, 1):
        pass
    leaving.set()
    _end(program)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


def _leave_with_program(program: subprocess.Popen[bytes], leaving: threading.Event) -> None:
    status = program.wait()
    if not leaving.is_set():
        _end(program)
        os._exit(max(status, 0) or (1 if status else 0))


def _end(program: subprocess.Popen[bytes]) -> None:
    """Kill the program and whatever it left running."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            program.kill()  # what it started is in the job of this process
        else:
            os.killpg(program.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        program.wait(_LETS_GO_SECONDS)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
