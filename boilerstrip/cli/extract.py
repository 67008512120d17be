"""The command without a name: pages in, their main content out."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from boilerstrip.cli.exits import ExitCode
from boilerstrip.cli.request import Request
from boilerstrip.cli.terminal import Reporter
from boilerstrip.corpus.run import PageFunction, Status, outcomes
from boilerstrip.corpus.sources import count_documents, documents

__all__ = ["exit_code", "extract_pages"]

_CODES = {
    Status.CONTENT: ExitCode.CONTENT,
    Status.NO_CONTENT: ExitCode.NO_CONTENT,
    Status.NOT_HTML: ExitCode.NOT_HTML,
    Status.UNREADABLE: ExitCode.UNREADABLE,
    Status.CRASHED: ExitCode.INTERNAL,
}


def extract_pages(
    request: Request, extract: PageFunction, extract_named: PageFunction | None = None
) -> ExitCode:
    """Extract what the request names, write the results, report on standard error.

    Args:
        request: What the user asked for.
        extract, extract_named: As of a `Job`.

    Raises:
        OptionError: An option has a value that cannot work.
        SinkError: A result cannot be written; what was written before stays.
        BrokenPipeError: The reader of standard output has gone.
    """
    reporter = Reporter(request.verbosity)
    job = request.job(extract, extract_named)
    counts: Counter[Status] = Counter()
    started = time.perf_counter()
    found = documents(request.paths, request.target, as_warc=request.kind == "warc")
    with request.sink() as sink, _progress(request, reporter) as advance:
        for outcome in outcomes(found, job, sink):
            counts[outcome.status] += 1
            reporter.tell(outcome)
            advance()
    if request.several:
        reporter.sum_up(counts, time.perf_counter() - started)
    return exit_code(counts)


def exit_code(counts: Counter[Status]) -> ExitCode:
    """The exit code for what became of the documents: one has its own, several share one."""
    if counts.total() == 1:
        return _CODES[next(iter(counts))]
    if any(status.failed for status in counts):
        return ExitCode.SOME_FAILED
    return ExitCode.CONTENT if counts[Status.CONTENT] else ExitCode.NO_CONTENT


@contextmanager
def _progress(request: Request, reporter: Reporter) -> Iterator[Callable[[], object]]:
    """The bar for several pages, unless their results share the terminal with it.

    It needs the total, so the folders are walked once more before; of WARC files nobody knows it.
    """
    if request.several and request.target is not None and reporter.wants_progress():
        n_total = None if request.kind == "warc" else count_documents(request.paths, request.target)
        with reporter.progress(n_total) as advance:
            yield advance
    else:
        yield lambda: None
