"""One run over documents: read, extract, render and write each, and say what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from boilerstrip.corpus.framing import RENDERED_AS
from boilerstrip.corpus.naming import PAGE_SUFFIX_RE
from boilerstrip.corpus.sinks import Sink
from boilerstrip.corpus.sources import Document
from boilerstrip.errors import ModelError, OptionError, SourceError
from boilerstrip.options import DEFAULT_OPTIONS, DEFAULT_STYLE, Options, Style
from boilerstrip.page import Page, PageWarning

__all__ = ["Job", "Outcome", "PageFunction", "Status", "outcomes", "result_of"]

PageFunction = Callable[[bytes, "str | None", Options], Page]
"""Makes a page of bytes, its address and the options; `pipeline.extract` is the one in use."""

_NO_CONTENT_CODES = frozenset({"no-main-content", "empty-input"})


class Status(Enum):
    """What became of a document. The last three are failures and leave no result."""

    CONTENT = "content"
    NO_CONTENT = "no-content"
    NOT_HTML = "not-html"
    UNREADABLE = "unreadable"
    CRASHED = "crashed"

    @property
    def failed(self) -> bool:
        """True where there is no result."""
        return self not in (Status.CONTENT, Status.NO_CONTENT)


@dataclass(frozen=True, slots=True)
class Job:
    """What is done to each document of a run; holds values only, so that it can travel to workers.

    Attributes:
        extract: Makes a page of a document.
        extract_named: The same where a document's name says that it is HTML; `extract` where it is None.
        form, style: What it is rendered to.
        options, url: What each is extracted with.
    """

    extract: PageFunction
    form: str = "md"
    style: Style = DEFAULT_STYLE
    options: Options = DEFAULT_OPTIONS
    url: str | None = None
    extract_named: PageFunction | None = None

    def page_of(self, document: Document) -> Page:
        """Read and extract a document."""
        is_named = document.is_html or (
            document.url is None and PAGE_SUFFIX_RE.search(document.origin) is not None
        )
        extract = (is_named and self.extract_named) or self.extract
        options = self.options
        if document.encoding is not None and options.encoding is None:
            options = replace(options, encoding=document.encoding)
        page = extract(document.read(), self.url or document.url, options)
        if document.warnings:
            return replace(page, warnings=(*document.warnings, *page.warnings))
        return page


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document.

    Attributes:
        origin: The document's origin.
        status: See `Status`.
        message: One clause on what went wrong; "" where nothing did.
        warnings: The page's warnings; () where there was no page.
        traceback: Where the code broke, as Python prints it; "" unless the status is CRASHED.
    """

    origin: str
    status: Status
    message: str = ""
    warnings: tuple[PageWarning, ...] = ()
    traceback: str = ""


def outcomes(documents: Iterable[Document], job: Job, sink: Sink) -> Iterator[Outcome]:
    """Work through the documents lazily; each gives one outcome, after its result is written.

    Raises:
        SinkError, BrokenPipeError: From the sink; the run ends there.
        OptionError, ModelError: From the extraction, about an option; the run ends there.
    """
    for document in documents:
        place = sink.reserve(document)
        outcome, text = result_of(document, job)
        if text is not None:
            sink.write(place, text)
        yield outcome


def result_of(document: Document, job: Job) -> tuple[Outcome, str | None]:
    """Read, extract and render one document; the text is None where it failed.

    Whatever breaks on a page costs that page only, and the outcome says so.

    Raises:
        OptionError, ModelError: From the extraction, about an option.
    """
    origin = document.origin
    try:
        page = job.page_of(document)
        outcome = _judged(origin, page)
        return outcome, None if outcome.status.failed else page.render(RENDERED_AS[job.form], job.style)
    except (OptionError, ModelError):
        raise
    except SourceError as error:
        return Outcome(origin, Status.UNREADABLE, error.reason), None
    except MemoryError:
        return Outcome(origin, Status.CRASHED, "not enough memory"), None
    except Exception as error:  # noqa: BLE001 - a fault of ours costs this page only, and is counted
        import traceback

        message = f"unexpected {type(error).__name__}: {error}"
        return Outcome(origin, Status.CRASHED, message, traceback=traceback.format_exc()), None


def _judged(origin: str, page: Page) -> Outcome:
    said = {warning.code: warning.message for warning in page.warnings}
    if "not-html" in said:
        return Outcome(origin, Status.NOT_HTML, said["not-html"], page.warnings)
    if said.keys() & _NO_CONTENT_CODES:
        return Outcome(origin, Status.NO_CONTENT, "no main content found", page.warnings)
    return Outcome(origin, Status.CONTENT, warnings=page.warnings)
