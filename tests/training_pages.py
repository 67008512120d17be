"""Made-up labelled pages for the tests of training: an article among menus, boxes and comments."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

WORDS = (
    "the lock gate canal barge water level crane keeper river lower upper chamber repair week morning "
    "authority signal bank boat tow path winter spring flood gauge office report plan cost"
).split()
SITES = ("observer", "ledger", "courier", "gazette", "herald", "mirror", "post")


def sentence(source: random.Random) -> str:
    words = source.choices(WORDS, k=source.randint(8, 16))
    return f"{' '.join(words).capitalize()}, {source.choice(WORDS)} {source.choice(WORDS)}."


def labelled_page(number: int) -> tuple[str, str]:
    """HTML and main content of a page; the same number gives the same page."""
    source = random.Random(number)
    paragraphs = [" ".join(sentence(source) for _ in range(4)) for _ in range(source.randint(3, 7))]
    title = " ".join(source.choices(WORDS, k=6)).capitalize()
    menu = "".join(f"<li><a href=/{word}>{word.title()}</a></li>" for word in source.sample(WORDS, 8))
    comments = "".join(
        f"<div class=comment><b>{word.title()}</b><p>{sentence(source)}</p><a href=#>Reply</a></div>"
        for word in source.sample(WORDS, 5)
    )
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    html = (
        f"<html><head><title>{title}</title></head><body><nav class=menu><ul>{menu}</ul></nav>"
        f"<main><article class=post><h1>{title}</h1>{body}</article>"
        f"<section id=comments><h3>5 comments</h3>{comments}</section></main>"
        f"<aside class=sidebar><h4>Newsletter</h4><p>Subscribe to our newsletter.</p></aside>"
        f"<footer>&copy; 2025 {source.choice(SITES).title()}. All rights reserved.</footer></body></html>"
    )
    return html, "\n\n".join([title, *paragraphs])


def write_gold(folder: Path, n_pages: int) -> Iterator[str]:
    """Write a gold standard of HTML files with a text beside each, a folder for each site; yield the ids."""
    for number in range(n_pages):
        site = folder / SITES[number % len(SITES)]
        site.mkdir(parents=True, exist_ok=True)
        html, text = labelled_page(number)
        (site / f"{number}.html").write_text(html, "utf-8")
        (site / f"{number}.txt").write_text(text, "utf-8")
        yield f"{site.name}/{number}"


def write_two_folds(folder: Path, n_pages: int) -> None:
    """Write a gold standard of one file of records, with two folds: to cross-validate five takes long."""
    (folder / "html").mkdir(parents=True)
    records = []
    for number in range(n_pages):
        html, text = labelled_page(number)
        (folder / "html" / f"{number}.html").write_text(html, "utf-8")
        site = f"{SITES[number % len(SITES)]}.example"
        records.append(
            {
                "id": str(number),
                "url": f"https://{site}/{number}",
                "domain": site,
                "fold": number % len(SITES) % 2,
                "page_type": "article",
                "main_content": text,
            }
        )
    (folder / "gold.jsonl").write_text("".join(f"{json.dumps(record)}\n" for record in records), "utf-8")
