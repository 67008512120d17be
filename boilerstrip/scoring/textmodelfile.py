"""Files of models for text: as those of `modelfile`, with the columns of `features.lines`."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.errors import ModelError
from boilerstrip.features.lines import LINE_COLUMNS, SPANS, TEXT_PAGE_COLUMNS
from boilerstrip.scoring.confidence import EVIDENCE, Calibration
from boilerstrip.scoring.model import Training
from boilerstrip.scoring.network import SHIFTS, array_names
from boilerstrip.scoring.textmodel import TextModel

__all__ = ["DEFAULT_TEXT_MODEL", "default_text_model", "pack_text_model", "read_text_model"]

FORMAT: Final = "text-1"
"""Version of the layout; another one is refused."""
_MAX_BYTES: Final = 16 * 1024 * 1024
"""Size of a model file, and of one array in it, above which it is none of ours."""
_MAX_ROUNDS: Final = 8
_EXACT: Final = frozenset({"mean", "scale", "page_mean", "page_scale"})
"""Arrays that are stored as float32: half precision ends at 65,504."""
_DATE: Final = (1980, 1, 1, 0, 0, 0)
"""Of all members, the first that a ZIP archive can hold."""
_NAMED: Final = {
    "columns": LINE_COLUMNS,
    "page_columns": TEXT_PAGE_COLUMNS,
    "spans": SPANS,
    "evidence": EVIDENCE,
}
"""What a model was made for, by field of the header."""

DEFAULT_TEXT_MODEL: Final = Path(__file__).with_name("textmodel.npz")
"""The model that ships with the package."""


@lru_cache(maxsize=1)
def default_text_model() -> TextModel:
    """The model of texts that ships with the package, read once per process.

    Raises:
        ModelError: the file is missing or damaged.
    """
    path = str(DEFAULT_TEXT_MODEL)
    try:
        content = DEFAULT_TEXT_MODEL.read_bytes()
    except OSError as error:
        raise ModelError(path, f"cannot be read ({error.strerror or error})") from error
    return read_text_model(content, path)


def read_text_model(content: bytes, path: str) -> TextModel:
    """The model in a file's bytes.

    Args:
        content: The file.
        path: Its name, for the error.

    Raises:
        ModelError: it is damaged, or was made for other columns.
    """
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise ModelError(path, "is no model file, or a damaged one (no whole ZIP archive)")
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as stored:
            header = json.loads(_member(stored, "header").tobytes())
            _check_header(header)
            arrays = {
                name: _member(stored, name).astype(np.float32) for name in array_names(header["n_rounds"])
            }
        _check_shapes(arrays, header["n_rounds"], len(header["page_types"]))
        return TextModel(
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
    # What numpy, zipfile and json raise on damaged files, and header fields of wrong types.
    except (ValueError, KeyError, TypeError, OSError, EOFError, zipfile.BadZipFile, RecursionError) as error:
        raise ModelError(path, f"is no model file, or a damaged one ({error})") from error


class _MismatchError(Exception):
    """One clause on what does not fit."""


def _member(stored: Any, name: str) -> NDArray[Any]:
    """An array of the file, unless unpacking it would take more room than any model has."""
    if stored.zip.getinfo(f"{name}.npy").file_size > _MAX_BYTES:
        raise _MismatchError(f"its array {name} is too large")
    member: NDArray[Any] = stored[name]
    return member


def _check_header(header: Any) -> None:
    found = header.get("format") if isinstance(header, dict) else None
    if found != FORMAT:
        raise _MismatchError(f"has format {found!r}, not {FORMAT!r}; train it anew with this version")
    for field, wanted in _NAMED.items():
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


def _check_shapes(arrays: dict[str, NDArray[np.float32]], n_rounds: int, n_types: int) -> None:
    """See that all weights fit each other and are numbers."""
    hidden, page = arrays["encode"].shape[-1], arrays["page"].shape[-1]
    told = [arrays[f"round_{i}_tell"].shape[-1] for i in range(n_rounds)]
    wanted: dict[str, tuple[int, ...]] = {
        **dict.fromkeys(("mean", "scale"), (len(LINE_COLUMNS),)),
        **dict.fromkeys(("page_mean", "page_scale"), (len(TEXT_PAGE_COLUMNS),)),
        **{"encode": (len(LINE_COLUMNS), hidden), "encode_bias": (hidden,)},
        **{"page": (len(TEXT_PAGE_COLUMNS), page), "page_bias": (page,)},
        **{"block": (hidden,), "block_bias": ()},
        **{"type": (2 * told[-1] + page, n_types), "type_bias": (n_types,)},
    }
    for i, width in enumerate(told):
        n_mixed = hidden + width * (len(SHIFTS) + 1 + len(SPANS)) + 2 * width + page
        wanted |= {f"round_{i}_tell": (hidden, width), f"round_{i}_tell_bias": (width,)}
        wanted |= {f"round_{i}_mix": (n_mixed, hidden), f"round_{i}_mix_bias": (hidden,)}
    for name, shape in wanted.items():
        if arrays[name].shape != shape:
            raise _MismatchError(f"has weights {name} of shape {arrays[name].shape}, not {shape}")
        if not np.isfinite(arrays[name]).all():
            raise _MismatchError(f"has weights {name} that are no numbers")
    if (arrays["scale"] <= 0).any() or (arrays["page_scale"] <= 0).any():
        raise _MismatchError("has a scale that is not positive")


def pack_text_model(model: TextModel) -> bytes:
    """A model as the bytes of its file; the same model gives the same bytes."""
    stored = {
        name: np.asarray(model.arrays[name], dtype=np.float32 if name in _EXACT else np.float16)
        for name in array_names(model.n_rounds)
    }
    digest = hashlib.sha256(b"".join(array.tobytes() for array in stored.values())).hexdigest()
    header = {
        "format": FORMAT,
        "name": f"text-{digest[:8]}",
        "n_rounds": model.n_rounds,
        "threshold": model.threshold,
        "page_types": model.page_types,
        "confidence": model.calibration.to_dict(),
        "training": model.training._asdict(),
        **_NAMED,
    }
    members = {"header": np.frombuffer(json.dumps(header).encode(), dtype=np.uint8), **stored}
    out = io.BytesIO()
    # As in `modelfile`: no time of day in the file, and not packed, since zlibs differ.
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, member in members.items():
            with archive.open(zipfile.ZipInfo(f"{name}.npy", _DATE), "w") as file:
                np.lib.format.write_array(file, member, allow_pickle=False)
    return out.getvalue()
