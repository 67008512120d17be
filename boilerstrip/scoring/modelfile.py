"""Model files: numpy's .npz with a JSON header, no pickle; read, checked and written here alone.

header          JSON in UTF-8, as an array of bytes: everything of `Model` but its weights, and
                the names of the columns it was trained on
(array names)   weights, float16 (what columns are scaled with: float32); see `network.array_names`
"""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.errors import ModelError
from boilerstrip.features import COLUMNS, CONTAINER_CHARS, PAGE_COLUMNS
from boilerstrip.scoring.confidence import EVIDENCE, Calibration
from boilerstrip.scoring.model import Model, Training
from boilerstrip.scoring.network import SHIFTS, array_names
from boilerstrip.scoring.stored import stored_arrays

__all__ = ["DEFAULT_MODEL", "Layout", "default_model", "load_model", "pack_model", "read_model"]

_MAX_BYTES: Final = 64 * 1024 * 1024
"""Size of a model file, and of one array in it, above which it is none of ours."""
_MAX_ROUNDS: Final = 8
_EXACT: Final = frozenset({"mean", "scale", "page_mean", "page_scale"})
"""Arrays that are stored as float32: half precision ends at 65,504."""
_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""Of all members, the first that a ZIP archive can hold."""

DEFAULT_MODEL: Final = Path(__file__).with_name("model.npz")
"""The model that ships with the package."""


@dataclass(frozen=True, eq=False)
class Layout:
    """What a kind of model was made for.

    Attributes:
        format: Version of the layout; another one is refused.
        prefix: How names of models begin.
        columns, page_columns: Names of the columns of blocks and of pages.
        spans: What tells a model's rounds where to look, by its field in the header.
        make: The class of the model.
    """

    format: int | str
    prefix: str
    columns: Sequence[str]
    page_columns: Sequence[str]
    spans: tuple[str, Sequence[object]]
    make: type[Model] = Model

    @property
    def fields(self) -> dict[str, Sequence[object]]:
        """Fields of the header that must be these."""
        name, spans = self.spans
        return {
            "columns": self.columns,
            "page_columns": self.page_columns,
            name: spans,
            "evidence": EVIDENCE,
        }


PAGES: Final = Layout(1, "network", COLUMNS, PAGE_COLUMNS, ("container_chars", CONTAINER_CHARS))
"""Models of web pages."""


@lru_cache(maxsize=1)
def default_model() -> Model:
    """The model that ships with the package, read once per process."""
    return load_model(DEFAULT_MODEL)


def load_model(path: str | os.PathLike[str], layout: Layout = PAGES) -> Model:
    """Read a model file; the same file is read once per process, until it changes.

    Raises:
        ModelError: the file is missing or damaged, or was made for other columns.
    """
    try:
        stat = os.stat(path)
    except (OSError, ValueError) as error:
        raise ModelError(os.fspath(path), _because(error)) from error
    return _load(os.path.abspath(path), stat.st_mtime_ns, stat.st_size, layout)


@lru_cache(maxsize=4)
def _load(path: str, _modified: int, size: int, layout: Layout) -> Model:
    if size > _MAX_BYTES:
        raise ModelError(path, f"is no model file: it has {size} bytes")
    try:
        with open(path, "rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise ModelError(path, _because(error)) from error
    return read_model(content, path, layout)


def _because(error: Exception) -> str:
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"


def read_model(content: bytes, path: str, layout: Layout = PAGES) -> Model:
    """The model in a file's bytes.

    Args:
        content: The file.
        path: Its name, for the error.
        layout: Of the kind of model it should be.

    Raises:
        ModelError: it is damaged, or was made for other columns.
    """
    try:
        with _opened(content) as member:
            header = json.loads(member("header").tobytes())
            _check_header(header, layout)
            names = array_names(header["n_rounds"])
            arrays = {name: member(name).astype(np.float32) for name in names}
        _check_shapes(arrays, header["n_rounds"], len(header["page_types"]), layout)
        return layout.make(
            name=str(header["name"]),
            threshold=float(header["threshold"]),
            page_types=tuple(map(str, header["page_types"])),
            calibration=Calibration.from_dict(header["confidence"]),
            training=Training(**header["training"]),
            arrays=arrays,
            n_rounds=header["n_rounds"],
        )
    except _MismatchError as error:
        raise ModelError(path, str(error)) from error
    # What numpy and json raise on damaged files, and header fields of wrong types.
    except (ValueError, KeyError, TypeError, OSError, EOFError, RecursionError) as error:
        raise ModelError(path, f"is no model file, or a damaged one ({error})") from error


class _MismatchError(Exception):
    """One clause on what does not fit."""


@contextmanager
def _opened(content: bytes) -> Iterator[Callable[[str], NDArray[Any]]]:
    """What gives an array of a file by its name."""
    found = stored_arrays(content)
    if found is not None:
        yield found.__getitem__
        return
    import zipfile

    # Told apart here: numpy takes what is no archive for a pickle, and advises to load it all the same.
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise _MismatchError("is no model file, or a damaged one (no whole ZIP archive)")
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as stored:
            yield partial(_member, stored)
    except zipfile.BadZipFile as error:
        raise ValueError(str(error)) from error


def _member(stored: Any, name: str) -> NDArray[Any]:
    """An array of the file, unless unpacking it would take more room than any model has."""
    if stored.zip.getinfo(f"{name}.npy").file_size > _MAX_BYTES:
        raise _MismatchError(f"its array {name} is too large")
    member: NDArray[Any] = stored[name]
    return member


def _check_header(header: Any, layout: Layout) -> None:
    found = header.get("format") if isinstance(header, dict) else None
    if found != layout.format:
        raise _MismatchError(f"has format {found!r}, not {layout.format!r}; train it anew with this version")
    for field, wanted in layout.fields.items():
        if tuple(header[field]) != tuple(wanted):
            raise _MismatchError(f"was made for other {field}; train it anew with this version")
    if not isinstance(header["n_rounds"], int) or not 0 < header["n_rounds"] <= _MAX_ROUNDS:
        raise _MismatchError("has no number of rounds that could be")
    if not header["page_types"]:
        raise _MismatchError("knows no page type")
    if not 0 <= float(header["threshold"]) <= 1:
        raise _MismatchError("has a threshold that is no probability")
    if len(header["confidence"]["weights"]) != len(EVIDENCE) + len(header["page_types"]):
        raise _MismatchError("has weights of the confidence that do not fit")


def _check_shapes(
    arrays: Mapping[str, NDArray[np.float32]], n_rounds: int, n_types: int, layout: Layout
) -> None:
    """See that all weights fit each other and are numbers."""
    n_columns, n_page_columns = len(layout.columns), len(layout.page_columns)
    n_hidden, n_page = arrays["encode"].shape[-1], arrays["page"].shape[-1]
    told = [arrays[f"round_{i}_tell"].shape[-1] for i in range(n_rounds)]
    wanted: dict[str, tuple[int, ...]] = {
        **dict.fromkeys(("mean", "scale"), (n_columns,)),
        **dict.fromkeys(("page_mean", "page_scale"), (n_page_columns,)),
        "encode": (n_columns, n_hidden),
        "encode_bias": (n_hidden,),
        "page": (n_page_columns, n_page),
        "page_bias": (n_page,),
        "block": (n_hidden,),
        "block_bias": (),
        "type": (2 * told[-1] + n_page, n_types),
        "type_bias": (n_types,),
    }
    for i, width in enumerate(told):
        n_told = width * (len(SHIFTS) + 1 + len(layout.spans[1]))
        wanted[f"round_{i}_tell"] = (n_hidden, width)
        wanted[f"round_{i}_tell_bias"] = (width,)
        wanted[f"round_{i}_mix"] = (n_hidden + n_told + 2 * width + n_page, n_hidden)
        wanted[f"round_{i}_mix_bias"] = (n_hidden,)
    for name, shape in wanted.items():
        if arrays[name].shape != shape:
            raise _MismatchError(f"has weights {name} of shape {arrays[name].shape}, not {shape}")
        if not np.isfinite(arrays[name]).all():
            raise _MismatchError(f"has weights {name} that are no numbers")
    if (arrays["scale"] <= 0).any() or (arrays["page_scale"] <= 0).any():
        raise _MismatchError("has a scale that is not positive")


def pack_model(model: Model, layout: Layout = PAGES) -> bytes:
    """A model as the bytes of its file; the same model gives the same bytes."""
    import hashlib
    import zipfile

    stored = {
        name: np.asarray(model.arrays[name], dtype=np.float32 if name in _EXACT else np.float16)
        for name in array_names(model.n_rounds)
    }
    digest = hashlib.sha256(b"".join(array.tobytes() for array in stored.values())).hexdigest()
    header = {
        "format": layout.format,
        "name": f"{layout.prefix}-{digest[:8]}",
        "n_rounds": model.n_rounds,
        "threshold": model.threshold,
        "page_types": model.page_types,
        "confidence": model.calibration.to_dict(),
        "training": model.training._asdict(),
        **layout.fields,
    }
    members = {"header": np.frombuffer(json.dumps(header).encode(), dtype=np.uint8), **stored}
    out = io.BytesIO()
    # Not numpy's savez, which writes the time of day into the file; and not packed, since one zlib
    # packs otherwise than another.
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, member in members.items():
            with archive.open(zipfile.ZipInfo(f"{name}.npy", _DATE), "w") as file:
                np.lib.format.write_array(file, member, allow_pickle=False)
    return out.getvalue()
