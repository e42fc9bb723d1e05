#!/usr/bin/env python3
"""A filter for `newsconv --filter`: takes the links out of articles and keeps their text.

One line of JSON in, one line out, until nothing more comes. The JSON is described by
Documentation/article.schema.json.
"""

import json
import sys


def unlink(value):
    """A part of an article with the content of each link in the link's place."""
    if isinstance(value, dict):
        return {key: unlink(part) for key, part in value.items()}
    if not isinstance(value, list):
        return value
    result = []
    for part in value:
        pieces = [part]
        if isinstance(part, dict) and part.get("type") == "link":
            pieces = part.get("content", [])
        for piece in unlink(pieces) if pieces != [part] else [unlink(part)]:
            # Texts side by side are one text.
            if isinstance(piece, str) and result and isinstance(result[-1], str):
                result[-1] += piece
            else:
                result.append(piece)
    return result


for line in sys.stdin:
    article = json.loads(line)
    for key in ("body", "footnotes"):
        if key in article:
            article[key] = unlink(article[key])
    # Each answer must go out at once: newsconv waits for it.
    print(json.dumps(article, ensure_ascii=False), flush=True)
