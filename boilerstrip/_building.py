"""How compiled parts are built: an editable install takes those of an earlier build that are up to date.

setuptools compiles into a new folder each time it installs editably, and so compiled all parts anew although
one source had changed, or none.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from setuptools import Extension
from setuptools.command.build_ext import build_ext

__all__ = ["BuildParts"]

_SHARED = ("*.pxd", "*.pxi", "*.h")
"""What any part may include: it is not asked which one does."""


class BuildParts(build_ext):  # type: ignore[misc] # setuptools is there only where it builds
    """setuptools' command, which `pyproject.toml` names."""

    def build_extension(self, ext: Extension) -> None:
        """Compile a part, or copy it from where an earlier build left it.

        Args:
            ext: The part.
        """
        made = self._made(ext) if self.editable_mode and not self.force else None
        if made is None:
            super().build_extension(ext)
            return
        target = Path(self.get_ext_fullpath(ext.name))
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(made, target)

    def _made(self, ext: Extension) -> Path | None:
        name = self.get_ext_filename(ext.name)  # with Python's version and the platform
        shared = (path for pattern in _SHARED for path in Path("boilerstrip").rglob(pattern))
        sources = [*map(Path, ext.sources), *shared, Path("pyproject.toml")]
        return newest_of([Path(name), *Path("build").glob(f"lib.*/{name}")], sources)


def newest_of(paths: Iterable[Path], sources: Iterable[Path]) -> Path | None:
    """The file written last of those that are there; None where none is newer than all that it is made of."""
    changed = max(source.stat().st_mtime for source in sources)
    written = {path: path.stat().st_mtime for path in paths if path.is_file()}
    return max((path for path in written if written[path] > changed), key=written.__getitem__, default=None)
