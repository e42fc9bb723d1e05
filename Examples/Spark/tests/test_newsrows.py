"""Tests of newsrows: the process and the columns without Spark, then three ways through Spark.

Run by ``make test-spark``. ``NEWSCONV`` names the command, ``RECORDS`` how many records go through
Spark (50,000 there; 2,000 by default).
"""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import pyarrow as pa
import pyarrow.parquet as pq

from newsrows import Newsconv, arrow_schema, convert_lines, row_of_line
from newsrows.process import program

RECORDS = int(os.environ.get("RECORDS", "2000"))


def page(number: int) -> str:
    """A record; one in a hundred is hostile."""
    record: dict[str, object] = {"id": str(number), "url": f"https://harbour.example/{number}", "run": 1}
    match number % 100 if number % 100 < 1 else -1:
        case 0:
            kind = number // 100 % 4
            if kind == 0:
                record["html"] = "<div>" * 20000 + "deep"
            elif kind == 1:
                record["bytes"] = "*** no base64 ***"
            elif kind == 2:
                record["html"] = ""
            else:
                record["bytes"] = "PGh0bWw+/wD+"
                record["encoding"] = "utf-16"
        case _:
            record["html"] = (
                f"<html><head><title>Notice {number}</title></head><body><article><h1>Notice {number}</h1>"
                f"<p>The harbour office gives notice number {number} to all ships in the port, and says that "
                f"the bridge stays closed.</p><p>Ships call the office on channel twelve.</p></article></body></html>"
            )
    return json.dumps(record)


def newsconvs(parent: int) -> list[int]:
    """The newsconvs below a process, without their own workers."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        program, above = _process(int(name))
        if program == "newsconv" and _process(above)[0] != "newsconv" and _is_below(above, parent):
            found.append(int(name))
    return found


def _process(number: int) -> tuple[str, int]:
    """The name of a process and its parent."""
    try:
        with open(f"/proc/{number}/stat") as file:
            head, tail = file.read().rsplit(")", 1)
    except OSError:
        return "", 0
    return head.split("(", 1)[1], int(tail.split()[1])


def _is_below(process: int, ancestor: int) -> bool:
    while process > 1 and process != ancestor:
        process = _process(process)[1]
    return process == ancestor


class Process(unittest.TestCase):
    def test_as_many_rows_as_lines_in_order(self) -> None:
        rows = [row_of_line(line) for line in convert_lines(map(page, range(500)))]
        self.assertEqual([row["id"] for row in rows], [str(number) for number in range(500)])
        self.assertEqual(rows[1]["title"], "Notice 1")
        self.assertIsNotNone(rows[100]["error_code"])

    def test_large_lines_do_not_block(self) -> None:
        large = json.dumps({"id": "x", "text": "word " * 200_000})
        self.assertEqual(sum(1 for _ in convert_lines([large] * 40)), 40)

    def test_one_that_is_killed_is_replaced(self) -> None:
        news = Newsconv()
        seen = []
        for line in news.convert(map(page, range(3000))):
            seen.append(row_of_line(line)["id"])
            if len(seen) in (500, 1500):
                for process in newsconvs(os.getpid()):
                    os.kill(process, signal.SIGKILL)
        self.assertEqual(seen, [str(number) for number in range(3000)])
        self.assertGreaterEqual(news.starts, 2)

    def test_one_that_always_dies_gives_errors(self) -> None:
        rows = [row_of_line(line) for line in Newsconv(command="/bin/false").convert(map(page, range(5)))]
        self.assertEqual([row["id"] for row in rows], ["0", "1", "2", "3", "4"])
        self.assertEqual({row["error_code"] for row in rows}, {"software"})


class Columns(unittest.TestCase):
    def test_rows_have_all_columns(self) -> None:
        rows = [row_of_line(line) for line in convert_lines(map(page, range(101)), ["--signals"])]
        table = pa.Table.from_pylist(rows, schema=arrow_schema())
        self.assertEqual(table.num_rows, 101)
        row = table.slice(1, 1).to_pylist()[0]
        self.assertEqual(row["text_language"], "en")
        self.assertEqual(len(row["minhash"]), 32)
        self.assertEqual(json.loads(row["extra"]), {"run": 1})
        self.assertIn("Ships call the office", row["text"])

    def test_times_are_in_utc(self) -> None:
        line = '{"title":"t","published":"2024-05-01T12:00:00+02:00","body":[]}'
        self.assertEqual(row_of_line(line)["published"].isoformat(), "2024-05-01T10:00:00+00:00")
        self.assertIsNone(row_of_line('{"published":"0001-01-01T00:00:00+14:00"}')["published"])


def archive(folder: str, count: int) -> str:
    path = os.path.join(folder, "news.warc.gz")
    with open(path, "wb") as file:
        for number in range(1, count + 1):
            html = json.loads(page(number)).get("html") or "<p>nothing</p>"
            body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html.encode()
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:{number}>\r\n"
                f"WARC-Target-URI: https://harbour.example/{number}\r\nWARC-Date: 2024-05-01T00:00:00Z\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            file.write(gzip.compress(head.encode() + body + b"\r\n\r\n", 1))
    return path


class Spark(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        try:
            from pyspark.sql import SparkSession
        except ImportError:
            raise unittest.SkipTest("pyspark is not installed: make test-spark installs it")
        os.environ["PYSPARK_PYTHON"] = sys.executable
        cls.folder = tempfile.TemporaryDirectory()
        cls.pages = os.path.join(cls.folder.name, "pages.ndjson")
        with open(cls.pages, "w") as file:
            for number in range(RECORDS):
                file.write(page(number) + "\n")
        cls.spark = (
            SparkSession.builder.master("local[2]").appName("newsrows-tests")
            .config("spark.ui.enabled", "false").config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", "2").config("spark.driver.memory", "2g").getOrCreate()
        )
        cls.spark.sparkContext.setLogLevel("ERROR")

    @classmethod
    def tearDownClass(cls) -> None:
        cls.spark.stop()
        cls.folder.cleanup()

    def direct(self, *words: str) -> list[dict]:
        command = [program(), *words, "--to", "json", "--errors", "rows", "-o", "-", "-q"]
        out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return [row_of_line(line) for line in io.StringIO(out)]

    def same(self, one: list[dict], other: list[dict]) -> None:
        def plain(rows: list[dict]) -> list[str]:
            # Where an error was met is said by the name of the input, which differs.
            return sorted(
                json.dumps({k: v for k, v in row.items() if k != "article"}, default=str, sort_keys=True)
                for row in rows
            )
        self.assertEqual(len(one), len(other))
        for left, right in zip(plain(one), plain(other)):
            self.assertEqual(left, right)

    def test_pipe(self) -> None:
        from newsrows import spark as news

        lines = news.pipe(self.spark.sparkContext.textFile(self.pages, 2)).collect()
        self.assertEqual([row_of_line(line)["id"] for line in lines], [str(n) for n in range(RECORDS)])

    def test_frame_with_a_task_killed_equals_the_direct_run(self) -> None:
        from newsrows import spark as news

        target = os.path.join(self.folder.name, "articles.parquet")
        killed: list[int] = []
        ends = threading.Event()

        def kill() -> None:
            # The newsconv of a task, in the middle of its work.
            while not ends.is_set() and not killed:
                for process in newsconvs(os.getpid())[:1]:
                    time.sleep(0.3)
                    try:
                        os.kill(process, signal.SIGKILL)
                        killed.append(process)
                    except ProcessLookupError:
                        pass
                time.sleep(0.05)

        killer = threading.Thread(target=kill)
        killer.start()
        schema = "id string, url string, run long, html string, bytes string, encoding string"
        news.convert(self.spark.read.schema(schema).json(self.pages)).write.parquet(target)
        ends.set()
        killer.join()
        self.assertGreaterEqual(len(killed), 1, "no newsconv was met to be killed")
        rows = pq.read_table(target).cast(arrow_schema()).to_pylist()
        self.assertEqual(len(rows), RECORDS)
        self.same(rows, self.as_stored(self.direct(self.pages, "--signals")))

    def test_archives_in_parts_equal_the_direct_run(self) -> None:
        from newsrows import spark as news

        count = min(RECORDS, 1000)
        path = archive(self.folder.name, count)
        frame = news.read_archives(self.spark, [path], records=count // 3, parts=3)
        rows = frame.toArrow().cast(arrow_schema()).to_pylist()
        self.same(rows, self.as_stored(self.direct(path, "--signals")))

    def as_stored(self, rows: list[dict]) -> list[dict]:
        return pa.Table.from_pylist(rows, schema=arrow_schema()).to_pylist()


if __name__ == "__main__":
    unittest.main()
