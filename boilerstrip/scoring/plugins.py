"""What a plug-in for readers' comments wrote: never the main content of a page that has any other."""

from __future__ import annotations

import re
from typing import Final

import numpy as np
from numpy.typing import NDArray

from boilerstrip.block import BlockTable

__all__ = ["comments_by_plugin"]

_ROOT_RE: Final = re.compile(
    r"(?:^|\s)(?:disqus_thread|dsq-(?:content|comments)|isso-thread|remark42|commento|comentario|coral_thread"
    r"|coral_talk_stream|spcv_conversation|hyvor-talk\S*|fb-comments|giscus|utterances|cusdis_thread|waline"
    r"|twikoo|gitalk-container|artalk|valine|vcomments|graphcomment|wpdcom|vuukle-comments|lf-comments"
    r"|replybox|viafoura)(?=\s|$)"
)
"""Ids and classes of the elements into which widely used comment software writes."""
_TAGS: Final = ("hyvor-talk-", "viafoura-", "vf-conversations", "commento-comments", "coral-")
"""How their own elements begin."""


def comments_by_plugin(table: BlockTable) -> NDArray[np.bool_]:
    """Which blocks such a plug-in wrote, shape (n_blocks,)."""
    written = np.zeros(table.n_blocks, dtype=bool)
    tags = {tag for tag in set(table.tag) if "-" in tag and tag.startswith(_TAGS)}
    # Templates repeat themselves: a page has few different labels.
    labels = {label for label in set(table.label) if _ROOT_RE.search(label)}
    if tags or labels:
        for element, (tag, label) in enumerate(zip(table.tag, table.label, strict=True)):
            if tag in tags or label in labels:
                written[table.first_block[element] : table.end_block[element]] = True
    return written
