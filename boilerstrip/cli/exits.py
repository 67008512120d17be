"""Exit codes of the command, each with its meaning; from 64 on they are those of sysexits.h."""

from __future__ import annotations

from enum import IntEnum
from types import MappingProxyType

__all__ = ["MEANINGS", "ExitCode"]


class ExitCode(IntEnum):
    """What the command tells its caller; `MEANINGS` says it in words."""

    CONTENT = 0
    NO_CONTENT = 1
    USAGE = 2
    SOME_FAILED = 3
    NOT_HTML = 65
    UNREADABLE = 66
    INTERNAL = 70
    CANNOT_WRITE = 74
    HUNG_UP = 129
    INTERRUPTED = 130
    PIPE_CLOSED = 141
    TERMINATED = 143


MEANINGS = MappingProxyType(
    {
        ExitCode.CONTENT: "main content found (with several inputs: in some, and none failed)",
        ExitCode.NO_CONTENT: "no main content found in any input",
        ExitCode.USAGE: "wrong usage",
        ExitCode.SOME_FAILED: "several inputs, and some failed",
        ExitCode.NOT_HTML: "the input is neither HTML nor text",
        ExitCode.UNREADABLE: "the input is missing or unreadable",
        ExitCode.INTERNAL: "a fault in boilerstrip",
        ExitCode.CANNOT_WRITE: "the result cannot be written",
        ExitCode.HUNG_UP: "the terminal was closed (SIGHUP)",
        ExitCode.INTERRUPTED: "interrupted (Ctrl-C)",
        ExitCode.PIPE_CLOSED: "the reader of the output closed the pipe",
        ExitCode.TERMINATED: "terminated (SIGTERM)",
    }
)
