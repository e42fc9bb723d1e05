"""Without Spark: WARC files to Parquet with multiprocessing:  python pool.py folder news-1.warc.gz …"""

import multiprocessing
import os
import subprocess
import sys

import pyarrow as pa
import pyarrow.parquet as pq

from newsrows import arrow_schema, row_of_line
from newsrows.process import program


def convert(work: tuple[str, str]) -> tuple[str, int]:
    """One file, by a newsconv of one job: the pool has as many as there are processors."""
    path, folder = work
    target = os.path.join(folder, os.path.basename(path) + ".parquet")
    command = [program(), path, "--to", "json", "--errors", "rows", "--signals", "-o", "-", "-q", "--jobs", "1"]
    rows, count = [], 0
    with pq.ParquetWriter(target, arrow_schema()) as writer, subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            rows.append(row_of_line(line))
            count += 1
            if len(rows) == 1000:
                writer.write_table(pa.Table.from_pylist(rows, schema=arrow_schema()))
                rows = []
        writer.write_table(pa.Table.from_pylist(rows, schema=arrow_schema()))
    if process.returncode:
        raise RuntimeError(f"newsconv ended with {process.returncode} on {path}")
    return target, count


if __name__ == "__main__":
    folder, *paths = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    with multiprocessing.Pool() as pool:
        for target, count in pool.imap_unordered(convert, [(path, folder) for path in paths]):
            print(f"{target}: {count} rows")
