"""newsconv in Spark: three ways, each with one long-lived newsconv a task."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterator, Sequence

import pyarrow as pa
from pyspark import RDD
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from newsrows.columns import arrow_schema, row_of_line
from newsrows.process import Newsconv, program

#: How many rows go back to Spark at once.
BATCH = 256


def pipe(lines: RDD[str], options: Sequence[str] = ()) -> RDD[str]:
    """Lines of JSON through ``RDD.pipe``: the shortest way. A newsconv that is killed fails its task,
    which Spark runs again; a record that it would die on is a row already, by newsconv itself."""
    command = [program(), "-", "--from", "ndjson", "--to", "json", "--errors", "rows", "-o", "-",
               "--quiet", "--jobs", "1", *options]
    return lines.pipe(shlex.join(command), env=dict(os.environ), checkCode=True)


def convert(pages: DataFrame, options: Sequence[str] = ("--signals",)) -> DataFrame:
    """A frame of pages (columns ``id``, ``url``, ``html``, ``date``, …) to one of articles, by
    ``mapInArrow``: one newsconv a task, replaced when it dies."""
    options = tuple(options)

    def articles(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        yield from _batches(Newsconv(options).convert(_lines(batches)))

    return pages.mapInArrow(articles, from_arrow_schema(arrow_schema()))


def read_archives(
    spark: SparkSession, paths: Sequence[str], options: Sequence[str] = ("--signals",),
    records: int | None = None, parts: int = 1,
) -> DataFrame:
    """WARC files to articles: a file a task, or ``parts`` tasks of ``records`` records for each."""
    options = tuple(options)
    work: list[tuple[str, str]] = []
    for path in paths:
        if records is None:
            work.append((path, "0-"))
        else:
            ends = [f"{part * records}-{(part + 1) * records - 1}" for part in range(parts - 1)]
            work += [(path, one) for one in ends] + [(path, f"{(parts - 1) * records}-")]

    def articles(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for row in batch.to_pylist():
                yield from _batches(_archive_lines(row["path"], row["records"], options))

    frame = spark.createDataFrame(work, "path string, records string")
    return frame.repartition(len(work)).mapInArrow(articles, from_arrow_schema(arrow_schema()))


def _archive_lines(path: str, records: str, options: Sequence[str]) -> Iterator[str]:
    command = [program(), path, "--from", "warc", "--records", records, "--to", "json", "--errors", "rows", "-o", "-",
               "--quiet", "--jobs", "1", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for line in process.stdout:
            yield line.decode("utf-8").rstrip("\n")
    if process.returncode != 0:
        raise RuntimeError(f"newsconv ended with {process.returncode} on {path}, records {records}")


def _lines(batches: Iterator[pa.RecordBatch]) -> Iterator[str]:
    import base64
    import datetime
    import json

    def plain(value: object) -> object:
        if isinstance(value, (datetime.datetime, datetime.date)):
            return value.isoformat()
        if isinstance(value, (bytes, bytearray)):
            return base64.b64encode(value).decode("ascii")
        return str(value)

    for batch in batches:
        for row in batch.to_pylist():
            # A row is a record, whatever is in it: also one that is empty.
            yield json.dumps({k: v for k, v in row.items() if v is not None}, ensure_ascii=False, default=plain)


def _batches(lines: Iterator[str]) -> Iterator[pa.RecordBatch]:
    schema = arrow_schema()
    rows = []
    for line in lines:
        rows.append(row_of_line(line))
        if len(rows) == BATCH:
            yield pa.RecordBatch.from_pylist(rows, schema=schema)
            rows = []
    if rows:
        yield pa.RecordBatch.from_pylist(rows, schema=schema)
