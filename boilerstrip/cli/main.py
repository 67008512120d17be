"""Entry of the console script: calls the front door and turns all that can happen into an exit code.

click and the pipeline are imported inside `run`, so that a Ctrl-C while they load is quiet, too.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from boilerstrip.cli.exits import ExitCode
from boilerstrip.cli.terminal import Reporter, quoted, visible
from boilerstrip.collector import collector_paused
from boilerstrip.corpus.reading import because
from boilerstrip.errors import BoilerstripError, GoldError, ModelError, OptionError, SinkError, SourceError

if TYPE_CHECKING:
    from boilerstrip.corpus.run import PageFunction

__all__ = ["main", "run"]


def main() -> int:
    """The `boilerstrip` command, as called by the console script; returns its exit code."""
    _end_tidily()
    try:
        return run(sys.argv[1:])
    finally:
        gc.freeze()  # at its end Python would look for cycles among all that was loaded: 50 ms for nothing


def run(arguments: Sequence[str], extract: PageFunction | None = None) -> int:
    """The command with these arguments; nothing but SystemExit (by SIGTERM or SIGHUP) leaves it.

    Args:
        arguments: Words of the command line after the program's name.
        extract: Makes the pages; `pipeline.extract` where it is None.
    """
    try:
        code = _call(arguments, extract)
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        code = ExitCode.PIPE_CLOSED
    except BoilerstripError as error:
        code = _complain(error)
    except OSError as error:  # from click's own writing, as in `--help > /dev/full`
        code = _complain(SinkError(error.filename or "standard output", because(error)))
    except Exception as error:  # noqa: BLE001 - the last place to say it in one line
        code = _own_fault(error, "-v" in arguments or "--verbose" in arguments)
    _drop_unwritable()
    return code


def _call(arguments: Sequence[str], extract: PageFunction | None) -> int:
    """Call click by its parts: its `main` would turn a closed pipe into exit code 1."""
    with collector_paused():
        import click

        from boilerstrip.cli.front import PROGRAM, front

    if f"_{PROGRAM.upper()}_COMPLETE" in os.environ:  # the shell asks for completions
        front.main(list(arguments), PROGRAM)
    try:
        with front.make_context(PROGRAM, list(arguments), obj=extract) as context:
            return int(front.invoke(context) or ExitCode.CONTENT)
    except click.exceptions.Exit as done:  # --help, --version
        if sys.stdout is None:
            raise SinkError("standard output", "is closed") from None
        return done.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        used = getattr(error, "ctx", None)
        command = PROGRAM if used is None else used.command_path
        _say(f"{visible(error.format_message())} Try '{command} -h' for help.")
        return error.exit_code


def _complain(error: BoilerstripError) -> ExitCode:
    """One line for an error raised on purpose, and its exit code."""
    if isinstance(error, SinkError | SourceError | GoldError | ModelError):
        _say(f"{quoted(error.path)}: {visible(error.reason)}")
        return ExitCode.CANNOT_WRITE if isinstance(error, SinkError) else ExitCode.UNREADABLE
    _say(visible(str(error)))
    return ExitCode.USAGE if isinstance(error, OptionError) else ExitCode.INTERNAL


def _own_fault(error: Exception, verbose: bool) -> ExitCode:
    """One line for an error nobody expected; all of it on demand."""
    _say(f"unexpected {type(error).__name__}: {visible(str(error))}{'' if verbose else ' (-v shows where)'}")
    if verbose:
        import traceback

        _say("\n".join(map(visible, traceback.format_exc().rstrip().split("\n"))))
    return ExitCode.INTERNAL


def _say(message: str) -> None:
    Reporter().say(message, "red")


def _drop_unwritable() -> None:
    """Send what standard output refuses to take nowhere, or Python complains about it at its exit."""
    with suppress(ValueError):  # closed, or no real file
        try:
            if sys.stdout is not None:
                sys.stdout.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _end_tidily() -> None:
    """Let signals end the command by an exception: the default would leave temporary files behind."""
    signal.signal(signal.SIGTERM, partial(_end, ExitCode.TERMINATED))
    hangup = getattr(signal, "SIGHUP", None)  # Windows has none
    if hangup is not None and signal.getsignal(hangup) != signal.SIG_IGN:  # ignored under nohup
        signal.signal(hangup, partial(_end, ExitCode.HUNG_UP))


def _end(code: ExitCode, _signal: int, _frame: object) -> NoReturn:
    raise SystemExit(code)
