"""Millions of pages: an archive beside others' programs, and a long run with hostile records."""
import glob, gzip, json, os, subprocess, sys, threading, time

from measuring import NEWSCONV, SHARED, WORK, Taken, best


def archive():
    """A WARC file of all pages of the corpora, a gzip member each as crawlers write them."""
    path = WORK + "/pages.warc.gz"
    count = 0
    if os.path.exists(path):
        return path, int(open(path + ".count").read())
    with open(path + ".new", "wb") as out:
        for corpus in ("extract", "extract-more"):
            for file in sorted(glob.glob(f"{SHARED}/corpora/{corpus}/html/*.gz")):
                page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + gzip.open(file).read()
                head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:{count}>\r\n"
                        f"WARC-Target-URI: https://harbour.example/{count}\r\n"
                        f"WARC-Date: 2024-05-01T00:00:00Z\r\n"
                        f"Content-Type: application/http; msgtype=response\r\n"
                        f"Content-Length: {len(page)}\r\n\r\n")
                out.write(gzip.compress(head.encode() + page + b"\r\n\r\n"))
                count += 1
    open(path + ".count", "w").write(str(count))
    os.rename(path + ".new", path)
    return path, count


RIVALS = {
    "warcio + trafilatura": """
import sys
from warcio.archiveiterator import ArchiveIterator
import trafilatura
for record in ArchiveIterator(open(sys.argv[1], "rb")):
    if record.rec_type == "response":
        trafilatura.extract(record.content_stream().read(), output_format="json", with_metadata=True)
""",
    "fastwarc + resiliparse": """
import sys
from fastwarc.warc import ArchiveIterator, WarcRecordType
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding
from resiliparse.parse.html import HTMLTree
for record in ArchiveIterator(open(sys.argv[1], "rb"), record_types=WarcRecordType.response):
    page = record.reader.read()
    tree = HTMLTree.parse_from_bytes(page, detect_encoding(page))
    extract_plain_text(tree, main_content=True)
""",
}


def rows():
    """Millions of pages: throughput of a core beside others, then a long run with hostile records."""
    if os.path.isdir(SHARED + "/corpora/extract"):
        path, count = archive()
        print(f"Archive: {count} pages, {os.path.getsize(path) / 1e6:.0f} MB of gzip, one core, whole process")
        own = best([NEWSCONV, path, "--to", "json", "--errors", "rows", "-o", "-", "-q",
                    "--jobs", "1"], 3)
        own.row("newsconv --jobs 1", more=f"   {count / own.cpu:7.1f} pages/s")
        for name, script in RIVALS.items():
            command = [sys.executable, "-c", script, path]
            if subprocess.run([sys.executable, "-c", script.split("for record")[0]],
                              capture_output=True).returncode:
                print(f"  {name}: not installed (pip install warcio trafilatura fastwarc resiliparse)")
                continue
            other = Taken(command)
            other.row(name, more=f"   {count / other.cpu:7.1f} pages/s; newsconv {other.cpu / own.cpu:.2f} x as fast")
    records()


def records():
    """The long run of `rows` alone."""
    long_run(int(os.environ.get("RECORDS", 50000)))


def hostile(number):
    """One in a hundred: what would stop or crash a run."""
    kind = number // 100 % 8
    if kind == 0: return {"html": "<div>" * 50000 + "deep"}
    if kind == 1: return {"bytes": "*** no base64 ***"}
    if kind == 2: return None
    if kind == 3: return {"bytes": "PGh0bWw+/wD+", "encoding": "utf-16"}
    if kind == 4: return {"html": "<table>" * 3000 + "<tr><td colspan=99999999 rowspan=99999999>x"}
    if kind == 5: return {"html": "<p>" + "&#99999999999999999999;" * 1000}
    if kind == 6: return {"html": "<a>" * 20000 + "<b><i>" * 2000, "date": 10**18}
    return {"html": "<ol start=9223372036854775807><li value=-9223372036854775808>x</ol>" * 50}


def long_run(count):
    """So many records, one in a hundred of them hostile, through a pipe: rows out, order, memory."""
    text = ("The harbour office gives notice number {0} to all ships in the port of the town, and says that "
            "the bridge stays closed until the work of the month is done. ")

    def write(pipe):
        for number in range(count):
            record = {"id": str(number), "url": f"https://harbour.example/{number}"}
            if number % 100 == 7:
                bad = hostile(number)
                if bad is None:
                    # Every two-hundredth of those is a line of 200 MB.
                    size = 200 << 20 if number % 160000 == 207 else 2000
                    pipe.write(b'{"id":"%d",' % number + b"x" * size + b"\n")
                    continue
                record.update(bad)
            else:
                record["html"] = (f"<html><head><title>Notice {number}</title></head><body><article>"
                                  f"<h1>Notice {number}</h1><p>{text.format(number)}</p>"
                                  f"<p>{text.format(number + 1)}</p></article></body></html>")
            pipe.write(json.dumps(record).encode() + b"\n")
        pipe.close()

    process = subprocess.Popen(
        [NEWSCONV, "-", "--from", "ndjson", "--to", "json", "--errors", "rows", "-o", "-", "-q", "--jobs", "2"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    writer = threading.Thread(target=write, args=(process.stdin,))
    writer.start()
    peaks, ended = [], threading.Event()

    def watch():
        while not ended.wait(0.2):
            peaks.append(proportional(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    begun, lines, errors, misplaced = time.time(), 0, 0, 0
    for line in process.stdout:
        row = json.loads(line)
        errors += "error" in row
        misplaced += row.get("id", str(lines)) != str(lines)
        lines += 1
    status = process.wait()
    ended.set()
    writer.join()
    watcher.join()
    early = max(peaks[: max(1, len(peaks) // 4)])
    print(f"Long run: {count} records, {lines} rows, {errors} with an error, {misplaced} misplaced, "
          f"status {status}, {time.time() - begun:.0f} s")
    print(f"  memory of all processes at most {max(peaks):.0f} MB; in the first quarter {early:.0f} MB")
    if lines != count or misplaced or status:
        sys.exit("rows: not as many rows as records, in their order")


def proportional(pid):
    """Memory of a process and its children, pages they share counted once, in MB."""
    total = 0
    waiting = [pid]
    while waiting:
        one = waiting.pop()
        try:
            for line in open(f"/proc/{one}/smaps_rollup"):
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
            waiting += map(int, open(f"/proc/{one}/task/{one}/children").read().split())
        except OSError:
            pass
    return total / 1024
