"""Out-of-fold F1 on gold pages rendered to text: python tests/bench/text.py GOLD_DIR [N_PAGES]

For each fold a model is trained without it, as `boilerstrip train --text` does, and `extract_text` reads the fold's
pages with it, in every rendering. Beside it: all of the text, and the scorer of HTML on the lines as paragraphs.
1,500 pages take about two hours on two cores; needs the extra `train-text`.
"""

from __future__ import annotations

import html
import os
import sys
import tempfile
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import mean

from boilerstrip import Options, __version__, extract, extract_text
from boilerstrip.decode import decode
from boilerstrip.pipeline import read_page
from boilerstrip.scoring.model import Training
from boilerstrip.training.gold import load_gold
from boilerstrip.training.gold_page import GoldPage
from boilerstrip.training.metrics import score_text
from boilerstrip.training.renderings import render_page
from boilerstrip.training.textsample import read_texts
from boilerstrip.training.train_text import fit_text_model

Scores = dict[tuple[str, str], list[float]]
"""System and page type -> F1 of each page and rendering."""


def measure(page: GoldPage, model: Path, scores: Scores) -> None:
    """Add what each system reaches on a page."""
    content, gold = page.read_html(), page.main_content or ""
    texts = render_page(decode(content).text, read_page(content, page.url).table)
    for rendering, text in texts.items():
        if text.strip():
            paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines())
            found = {
                "boilerstrip": extract_text(text, options=Options(model=model)).text,
                "everything": text,
                "scorer of HTML": extract(f"<body>{paragraphs}</body>").text,
            }
            for system, kept in found.items():
                f1 = score_text(kept, gold).f1
                for name in ("all", page.page_type, f"({rendering})"):
                    scores[system, name].append(f1)


def main() -> None:
    """Measure and print a table."""
    gold = load_gold(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else None)
    pages = [page for page in gold.pages if page.main_content is not None]
    samples = {page.id: [s for s in read_texts(page, [[], []]) if s.is_usable] for page in pages}
    scores: Scores = defaultdict(list)
    with ProcessPoolExecutor(os.cpu_count() or 1, get_context("spawn")) as pool:
        for fold in sorted({page.fold for page in pages if page.fold is not None}):
            learned = {page.id: samples[page.id] for page in pages if page.fold != fold and samples[page.id]}
            training = Training(gold.digest, len(learned), 0, fold, __version__)
            with tempfile.TemporaryDirectory() as folder:
                model = Path(folder) / "text.npz"
                model.write_bytes(fit_text_model(learned, training, pool))
                for page in pages:
                    if page.fold == fold:
                        measure(page, model, scores)
    for (system, name), values in sorted(scores.items()):
        print(f"{system:16}{name:22}{mean(values):.3f}  of {len(values)}")


if __name__ == "__main__":
    main()
