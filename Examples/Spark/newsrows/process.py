"""One long-lived newsconv, fed lines and read from at the same time."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

#: How many lines are under way at most: memory is that of these.
WINDOW = 256
#: How often a newsconv that dies is replaced before a line is given up: once for that line.
TRIES = 2


def program() -> str:
    """The command: the environment's ``NEWSCONV``, or ``newsconv`` on ``PATH``."""
    return os.environ.get("NEWSCONV", "newsconv")


class Newsconv:
    """A running newsconv: a line of JSON in, a line out, in order.

    Lines are written by a thread of its own, so that neither side waits for the other to read. A
    newsconv that dies (killed by the system, say) is replaced; the lines it had not answered are given
    to the next one, and the line that it dies on twice becomes a row with an error.
    """

    def __init__(self, options: Sequence[str] = (), jobs: int = 1, command: str | None = None) -> None:
        self.command = [
            command or program(), "-", "--from", "ndjson", "--to", "json", "--errors", "rows",
            "-o", "-", "--quiet", "--jobs", str(jobs), *options,
        ]
        #: How many newsconvs were started.
        self.starts = 0

    def convert(self, lines: Iterable[str]) -> Iterator[str]:
        """Answers lines with lines: as many as there are, in order."""
        source = iter(lines)
        again: deque[str] = deque()
        tries = 0
        while True:
            unanswered: deque[str] = deque()
            answered = 0
            for row in self._run(again, source, unanswered):
                unanswered.popleft()
                answered += 1
                yield row
            if not unanswered:
                return
            # It has died. What it was on stands first; it is the same again if nothing was answered.
            tries = 1 if answered else tries + 1
            if tries >= TRIES:
                yield _error_row(unanswered.popleft())
                tries = 0
            again = unanswered

    def _run(
        self, again: deque[str], source: Iterator[str], unanswered: deque[str]
    ) -> Iterator[str]:
        """One newsconv over what is to be done again, then the rest; ends when it does."""
        self.starts += 1
        process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert process.stdin is not None and process.stdout is not None
        stdin, stdout = process.stdin, process.stdout
        waiting: queue.Queue[bytes | None] = queue.Queue(maxsize=WINDOW)

        def write() -> None:
            while (line := waiting.get()) is not None:
                try:
                    stdin.write(line)
                    stdin.flush()
                except (BrokenPipeError, ValueError):
                    # It has died: the rest is only taken from the queue.
                    continue
            try:
                stdin.close()
            except BrokenPipeError:
                pass

        def give(line: str) -> None:
            unanswered.append(line)
            waiting.put(_one_line(line))

        writer = threading.Thread(target=write, daemon=True)
        writer.start()
        is_at_end = False
        try:
            while True:
                # Lines are taken by this thread alone: Spark's iterators belong to theirs.
                while not is_at_end and len(unanswered) < WINDOW:
                    if again:
                        give(again.popleft())
                        continue
                    line = next(source, None)
                    if line is None:
                        is_at_end = True
                        waiting.put(None)
                    elif line.strip():
                        give(line)
                if not unanswered:
                    return
                row = stdout.readline()
                if not row.endswith(b"\n"):
                    return
                yield row[:-1].decode("utf-8")
        finally:
            if not is_at_end:
                waiting.put(None)
            unanswered.extend(again)
            if process.poll() is None and unanswered:
                process.kill()
            writer.join()
            stdout.close()
            process.wait()


def convert_lines(
    lines: Iterable[str], options: Sequence[str] = (), jobs: int = 1
) -> Iterator[str]:
    """Answers lines of JSON (pages, texts, articles) with lines: articles, or rows with an error."""
    return Newsconv(options, jobs).convert(lines)


def _one_line(line: str) -> bytes:
    return line.replace("\n", " ").encode("utf-8", "replace") + b"\n"


def _error_row(line: str) -> str:
    row: dict[str, object] = {}
    try:
        record = json.loads(line)
        row = {key: str(record[key]) for key in ("id", "url") if record.get(key) is not None}
    except (ValueError, AttributeError, RecursionError):
        pass
    row["error"] = {"code": "software", "message": "newsconv died on this record twice"}
    return json.dumps(row, ensure_ascii=False)
