"""The command ``thidua``, and ``python -m thidua_cli``: from its first instruction on, Ctrl-C ends it in one word.

While the program loads, nothing is begun that would have to be cleared away: it ends on the spot. An exception would
not do there, for many a library swallows or wraps what is raised in the midst of its loading.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

try:
    import gc
    import os
    import signal
    import sys

    def _stop(*_signal: object) -> NoReturn:
        english = "en" in (*sys.argv, os.environ.get("THIDUA_LANG")) or "--lang=en" in sys.argv
        word = "Interrupted.\n" if english else "Đã dừng theo yêu cầu.\n"
        os.write(2, word.encode())
        os._exit(130)

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # a run in the background ignores it
        signal.signal(signal.SIGINT, _stop)
except KeyboardInterrupt:
    import os

    os.write(2, "Đã dừng theo yêu cầu. / Interrupted.\n".encode())
    os._exit(130)


def main() -> None:
    """Run the program and end with the contract's status; nothing but a message ever reaches the user."""
    # Numeric libraries would start a thread for each core, which nothing here needs.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Hardly anything here is ever a cycle: with Python's own figure, looking for some is a tenth of a short run.
    gc.set_threshold(100_000)
    _fill_closed_streams()
    from thidua_cli.cli.main import run

    sys.unraisablehook = _again
    try:
        if signal.getsignal(signal.SIGINT) is _stop:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        status = run()
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done: there is nothing left to stop
    except KeyboardInterrupt:
        _stop()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            status = status or 3
    os._exit(status)  # whatever a library still waits for, nothing of this run depends on it


def _fill_closed_streams() -> None:
    """Standard streams that the shell has closed lead nowhere, and never to a file that happens to get their number."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free: this one
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8", closefd=False)


def _again(lost: sys.UnraisableHookArgs) -> None:
    """An interrupt that came where Python can raise nothing (a destructor) comes once more, a moment later."""
    if lost.exc_type is KeyboardInterrupt:
        import threading

        threading.Timer(0.05, signal.raise_signal, [signal.SIGINT]).start()
    elif os.environ.get("THIDUA_DEBUG"):
        sys.__unraisablehook__(lost)


if __name__ == "__main__":
    main()
