"""The columns of a row, the same in Parquet wherever they are written (Documentation/rows.md)."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pyarrow as pa

_PERSON = pa.struct([("name", pa.string()), ("url", pa.string()), ("is_organization", pa.bool_())])
_TIME = pa.timestamp("us", tz="UTC")

#: Name and type of each column.
COLUMNS: list[tuple[str, pa.DataType]] = [
    ("id", pa.string()),
    ("url", pa.string()),
    ("title", pa.string()),
    ("authors", pa.list_(_PERSON)),
    ("published", _TIME),
    ("published_text", pa.string()),
    ("modified", _TIME),
    ("retrieved", _TIME),
    ("language", pa.string()),
    ("publisher", pa.string()),
    ("section", pa.string()),
    ("tags", pa.list_(pa.string())),
    ("summary", pa.string()),
    ("lead_image", pa.string()),
    ("text", pa.string()),
    ("text_language", pa.string()),
    ("text_language_confidence", pa.float64()),
    ("words", pa.int64()),
    ("link_share", pa.float64()),
    ("simhash", pa.string()),
    ("minhash", pa.list_(pa.int64())),
    ("extra", pa.string()),
    ("article", pa.string()),
    ("error_code", pa.string()),
    ("error_message", pa.string()),
]


def arrow_schema() -> pa.Schema:
    """The columns as a schema of Arrow, and so of Parquet."""
    return pa.schema(COLUMNS)


def row_of_line(line: str) -> dict[str, Any]:
    """The columns of a line that newsconv wrote: an article, or an error."""
    row: dict[str, Any] = {name: None for name, _ in COLUMNS}
    article = json.loads(line)
    row["id"] = article.get("id")
    error = article.get("error")
    if isinstance(error, dict):
        row.update(url=article.get("url"), error_code=error.get("code"), error_message=error.get("message"))
        return row
    extra = dict(article.get("extra") or {})
    signals = extra.pop("signals", None) or {}
    row.update(
        url=article.get("canonicalURL"),
        title=article.get("title"),
        authors=[
            {"name": one["name"], "url": one.get("url"), "is_organization": one.get("isOrganization", False)}
            for one in article.get("authors", [])
        ],
        published=_time(article.get("published")),
        published_text=article.get("published"),
        modified=_time(article.get("modified")),
        retrieved=_time(article.get("retrieved")),
        language=article.get("language"),
        publisher=(article.get("publisher") or {}).get("name"),
        section=article.get("section"),
        tags=article.get("tags", []),
        summary=article.get("summary"),
        lead_image=(article.get("leadImage") or {}).get("source"),
        text=_text(article.get("body", [])),
        text_language=signals.get("language"),
        text_language_confidence=signals.get("languageConfidence"),
        words=signals.get("words"),
        link_share=signals.get("linkShare"),
        simhash=signals.get("simhash"),
        minhash=signals.get("minhash"),
        extra=json.dumps(extra, ensure_ascii=False) if extra else None,
        article=line,
    )
    return row


def _time(text: str | None) -> datetime.datetime | None:
    """A time in UTC; a day is its midnight, a time without an offset is taken for UTC."""
    if not text:
        return None
    try:
        time = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
        if time.tzinfo is None:
            time = time.replace(tzinfo=datetime.timezone.utc)
        return time.astimezone(datetime.timezone.utc)
    except (ValueError, OverflowError):
        return None


def _text(blocks: list[Any]) -> str:
    """The text of blocks, a paragraph a line; no recursion, as deep as may be."""
    lines: list[str] = []
    line: list[str] = []
    waiting: list[Any] = list(reversed(blocks))
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            line.append(part)
        elif isinstance(part, list):
            waiting.extend(reversed(part))
        elif part is None:
            if line:
                lines.append(" ".join("".join(line).split()))
            line = []
        elif part.get("type") in _LINES:
            waiting.extend([None, part.get("content", part.get("text", [])), None])
        elif part.get("type") == "lineBreak":
            line.append(" ")
        else:
            parts = [part.get(key) for key in _PARTS]
            waiting.extend(one for one in reversed(parts) if isinstance(one, (list, str)) and one)
    if line:
        lines.append(" ".join("".join(line).split()))
    return "\n".join(one for one in lines if one)


#: Blocks whose content is one line, and where the others have theirs.
_LINES = {"paragraph", "heading", "code", "math"}
_PARTS = ["summary", "content", "text", "items", "head", "bodies", "foot", "cells", "pairs", "base", "caption"]
