#!/usr/bin/env python3
"""A web server for tests: plays what servers of the world do, right and wrong, on the loopback.

    server.py [--tls CERTIFICATE KEY]

Prints the port it listens on, then serves in the background until its standard input ends. Every
request is counted; /log gives, as JSON, what was asked of it: a list of [method, path, headers],
the largest number of requests at once of each host, and of all. /reset forgets that.
"""

import gzip
import json
import os
import socket
import ssl
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

LOCK = threading.Lock()
LOG = []
RUNNING = {}
MOST = {}
COUNTS = {}

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cf500f000386018033e1cf"
    "550000000049454e44ae426082"
)

SENTENCE = (
    "The bridge over the river was opened on Monday by the mayor, who said that the town had "
    "waited long enough for it. "
)


def page(title, text, head=""):
    paragraphs = "".join(f"<p>{text} {SENTENCE * 3}</p>" for _ in range(4))
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head>"
        f"<body><nav><a href=/>Home</a></nav><article><h1>{title}</h1>{paragraphs}</article>"
        "<aside class=related><p>Read this too, please, dear reader.</p></aside></body></html>"
    ).encode()


def feed(base, items, extra=""):
    body = "".join(
        f"<item><title>{title}</title><link>{link}</link><guid>{link}</guid>"
        f"<pubDate>{date}</pubDate><description>{text}</description></item>"
        for title, link, date, text in items
    )
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>River News</title>'
        f"<link>{base}/</link>{body}{extra}</channel></rss>"
    ).encode()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    # -- Answering

    def answer(self, body=b"", status=200, type="text/html", **fields):
        self.send_response(status)
        if type:
            self.send_header("Content-Type", type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in fields.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def redirect(self, target, status=302, **fields):
        self.answer(status=status, type=None, Location=target, **fields)

    def do_GET(self):
        split = urlsplit(self.path)
        if split.path == "/log":
            with LOCK:
                body = json.dumps(
                    {"requests": LOG, "most": MOST, "counts": COUNTS}
                ).encode()
            return self.answer(body, type="application/json")
        if split.path == "/reset":
            with LOCK:
                LOG.clear(), MOST.clear(), COUNTS.clear()
            return self.answer(b"", type="text/plain")
        host = self.headers.get("Host", "")
        with LOCK:
            LOG.append([self.command, self.path, dict(self.headers.items()), host])
            COUNTS[split.path] = COUNTS.get(split.path, 0) + 1
            self.number = COUNTS[split.path]
            for name in (host, ""):
                RUNNING[name] = RUNNING.get(name, 0) + 1
                MOST[name] = max(MOST.get(name, 0), RUNNING[name])
        try:
            self.query = parse_qs(split.query)
            name, _, rest = split.path.lstrip("/").partition("/")
            method = getattr(self, "play_" + (name.split(".")[0].replace("-", "_") or "home"), None)
            if method is None:
                return self.answer(b"<p>not here</p>", 404)
            method(rest)
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            with LOCK:
                for name in (host, ""):
                    RUNNING[name] -= 1

    @property
    def base(self):
        scheme = "https" if isinstance(self.connection, ssl.SSLSocket) else "http"
        return f"{scheme}://{self.headers.get('Host')}"

    # -- Pages

    def play_home(self, _):
        head = (
            '<link rel=alternate type="application/rss+xml" title="Comments" href="/comments/feed">'
            '<link rel=alternate type="application/rss+xml" title="News" href="/feed.xml">'
        )
        self.answer(page("River News", "This is the front page.", head))

    def play_plain(self, _):
        self.answer(page("Nothing more", "A front page without a feed."))

    def play_story(self, rest):
        self.answer(page(f"Story {rest}", f"This is the whole story number {rest}."))

    def play_long(self, rest):
        """A story of three pages: /long/story, /long/story?page=2, and a blog's way of /long/blog."""
        number = int(self.query.get("page", ["1"])[0])
        if rest.startswith("blog"):
            head = "<link rel='next' title='The article after' href='/long/another'>"
            return self.answer(page("A blog", "It stands alone.", head))
        links = "".join(f"<a href='/long/{rest}?page={n}'>{n}</a> " for n in (1, 2, 3) if n != number)
        head = f"<link rel=next href='?page={number + 1}'>" if number < 3 else ""
        if rest == "numbers":
            head = ""
        if rest == "lost" and number == 3:
            return self.answer(b"", 404)
        body = page("A long story", f"This is page number {number}.", head)
        self.answer(body.replace(b"</article>", f"</article><p>{links}</p>".encode()))

    def play_slow_story(self, rest):
        time.sleep(0.05)
        self.play_story(rest)

    def play_pictured(self, _):
        body = page("With pictures", "Look.").replace(
            b"</h1>", b"</h1><p><img src='/picture/1.png' alt=one> <img src='picture/missing.png' alt=two></p>"
        )
        self.answer(body)

    def play_picture(self, rest):
        if "missing" in rest:
            return self.answer(b"", 404)
        self.answer(PICTURE, type="image/png")

    def play_latin(self, _):
        body = page("Caf\u00e9", "D\u00e9j\u00e0 vu").decode()
        self.answer(
            body.replace("<meta charset=utf-8>", "").encode("iso-8859-1"),
            type="text/html; charset=iso-8859-1",
        )

    def play_pdf(self, _):
        self.answer(b"%PDF-1.7\n\x00\x01\x02\x03", type="application/pdf")

    def play_binary(self, _):
        self.answer(bytes(range(256)) * 16, type="application/octet-stream")

    def play_headers(self, _):
        text = json.dumps({k.lower(): v for k, v in self.headers.items()})
        self.answer(page("Headers", text.replace("<", "&lt;")))

    # -- Feeds

    def play_feed(self, _):
        count = int(self.query.get("count", ["3"])[0])
        whole = " ".join([SENTENCE * 8] * 4) if "whole" in self.query else "A summary…"
        first = int(self.query.get("first", ["1"])[0])
        prefix = self.query.get("pages", ["story"])[0]
        items = [
            (f"Story {n}", f"{self.base}/{prefix}/{n}", f"Mon, 02 Mar 2026 {n % 24:02}:00:00 GMT", whole)
            for n in range(first, first + count)
        ]
        self.answer(feed(self.base, items), type="application/rss+xml")

    def play_growing(self, _):
        """A feed that has one entry more each time."""
        items = [
            (f"Story {n}", f"{self.base}/story/{n}", f"Mon, 02 Mar 2026 {n:02}:00:00 GMT", "A summary…")
            for n in range(1, self.number + 2)
        ]
        self.answer(feed(self.base, items), type="application/rss+xml")

    def play_hosts(self, rest):
        """A feed of ten stories of one of twenty hosts."""
        self.query["pages"] = ["slow-story"]
        self.query["count"] = ["10"]
        self.play_feed(rest)

    def play_private_feed(self, _):
        items = [("Inside", f"http://localhost:{self.server.server_port}/story/1", "", "A summary…")]
        self.answer(feed(self.base, items), type="application/rss+xml")

    def play_opml(self, _):
        body = (
            '<opml version="2.0"><head><title>All</title></head><body><outline text="City">'
            f'<outline text="River" xmlUrl="{self.base}/feed.xml"/></outline>'
            '<outline text="File" xmlUrl="/etc/passwd"/></body></opml>'
        ).encode()
        self.answer(body, type="text/x-opml")

    def play_sitemap(self, _):
        urls = "".join(
            f"<url><loc>{self.base}/story/{n}</loc><lastmod>2026-03-0{n}</lastmod></url>" for n in (1, 2)
        )
        self.answer(
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'.encode(),
            type="application/xml",
        )

    def play_sitemaps(self, _):
        self.answer(
            '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>'
            f"<loc>{self.base}/sitemap.xml</loc></sitemap></sitemapindex>".encode(),
            type="application/xml",
        )

    def play_cut_feed(self, _):
        items = [
            (f"Story {n}", f"{self.base}/story/{n}", "", SENTENCE * 30) for n in range(20)
        ]
        self.cut(feed(self.base, items), "application/rss+xml")

    def play_huge_feed(self, _):
        """A hundred thousand entries, without a length."""
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Connection", "close")
        self.end_headers()
        write = self.wfile.write
        write(b"<rss version='2.0'><channel><title>Huge</title>")
        count = int(self.query.get("count", ["100000"])[0])
        for start in range(0, count, 1000):
            write(
                "".join(
                    f"<item><title>Entry {n}</title><link>{self.base}/story/{n}</link>"
                    f"<guid>{n}</guid><description>{SENTENCE * 4}</description></item>"
                    for n in range(start, start + 1000)
                ).encode()
            )
        write(b"</channel></rss>")
        self.close_connection = True

    # -- Caching

    def play_tagged(self, _):
        if self.headers.get("If-None-Match") == '"one"':
            return self.answer(status=304, type=None, ETag='"one"')
        self.answer(page("Tagged", "Once."), ETag='"one"')

    def play_dated(self, _):
        date = "Mon, 02 Mar 2026 08:00:00 GMT"
        if self.headers.get("If-Modified-Since") == date:
            return self.answer(status=304, type=None)
        self.answer(page("Dated", "Once."), Last_Modified=date)

    def play_fresh(self, _):
        self.answer(page("Fresh", "For an hour."), Cache_Control="max-age=3600")

    def play_aged(self, _):
        self.answer(page("Aged", "Old already."), Cache_Control="max-age=3600", Age="4000")

    def play_no_store(self, _):
        self.answer(page("Secret", "Not to be kept."), Cache_Control="no-store, max-age=3600")

    def play_varied(self, _):
        self.answer(
            page("Varied", "By language."), Cache_Control="max-age=3600", Vary="Accept, X-Kind"
        )

    def play_gone(self, _):
        self.answer(b"<p>gone</p>", 410)

    # -- Redirects

    def play_moved(self, _):
        self.redirect("/story/7", 301)

    def play_loop(self, _):
        self.redirect("/loop")

    def play_circle(self, rest):
        self.redirect("/circle/" + ("b" if rest == "a" else "a"))

    def play_endless(self, rest):
        self.redirect(f"/endless/{int(rest or 0) + 1}")

    def play_to(self, _):
        self.redirect(self.query["url"][0])

    def play_cookie_wall(self, _):
        if "seen=1" in self.headers.get("Cookie", ""):
            return self.answer(page("Behind the wall", "You took the cookie."))
        self.redirect("/cookie-wall", Set_Cookie="seen=1; Path=/")

    def play_nowhere(self, _):
        self.answer(status=302, type=None)

    # -- Refusals

    def play_missing(self, _):
        self.answer(b"<p>not found</p>", 404)

    def play_forbidden(self, _):
        self.answer(b"<p>no</p>", 403)

    def play_wall(self, _):
        self.answer(b"<title>Just a moment...</title><p>Verify you are human</p>", 403)

    def play_login(self, _):
        import base64

        wanted = "Basic " + base64.b64encode(b"reader:secret").decode()
        if self.headers.get("Authorization") == wanted:
            return self.answer(page("Members", "Welcome."))
        self.answer(b"<p>login</p>", 401, WWW_Authenticate='Basic realm="x"')

    def play_broken(self, _):
        self.answer(b"<p>oops</p>", 500)

    def play_busy(self, _):
        """429 once, then the page."""
        if self.number == 1:
            return self.answer(b"", 429, Retry_After="1")
        self.answer(page("Busy", "It worked the second time."))

    def play_closed(self, _):
        self.answer(b"", 503, Retry_After="3600")

    # -- Faults

    def cut(self, body, type="text/html"):
        self.send_response(200)
        self.send_header("Content-Type", type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) * 3 // 5])
        self.wfile.flush()
        self.close_connection = True

    def play_cut(self, _):
        self.cut(page("Cut off", "It begins well."))

    def play_cut_once(self, _):
        if self.number == 1:
            return self.cut(page("Cut once", "It begins well."))
        self.answer(page("Cut once", "It is whole the second time."))

    def play_silent(self, _):
        time.sleep(float(self.query.get("seconds", ["5"])[0]))
        self.close_connection = True

    def play_hang_up(self, _):
        """Ends the connection without an answer."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.close_connection = True

    def play_drip(self, _):
        """A page that never ends, a byte a second."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Connection", "close")
        self.end_headers()
        for _ in range(60):
            self.wfile.write(b"<")
            self.wfile.flush()
            time.sleep(1)

    def play_large(self, _):
        """A hundred megabytes, said in the header."""
        count = 100 << 20
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(count))
        self.end_headers()
        for _ in range(count >> 20):
            self.wfile.write(b"<p>a" * (1 << 18))

    def play_bomb(self, _):
        """A few hundred kilobytes of gzip that come to as many megabytes."""
        body = gzip.compress(b"<p>boom</p>" * (30 << 20), 1)
        self.answer(body, Content_Encoding="gzip")

    def play_packed(self, _):
        self.answer(gzip.compress(page("Packed", "By gzip.")), Content_Encoding="gzip")

    def play_mispacked(self, _):
        self.answer(b"this is no gzip", Content_Encoding="gzip")

    def play_header_flood(self, _):
        self.send_response(200)
        for number in range(20000):
            self.send_header(f"X-{number}", "y" * 100)
        self.end_headers()

    # -- robots.txt

    def play_robots(self, _):
        host = self.headers.get("Host", "")
        if host.startswith("norobots"):
            return self.answer(b"", 404)
        if host.startswith("sick"):
            return self.answer(b"", 500)
        self.answer(
            b"User-agent: *\nDisallow: /\nAllow: /story\nAllow: /slow-story\n\n"
            b"User-agent: newsconv\nDisallow: /story/2\nDisallow: /*secret\nAllow: /\n",
            type="text/plain",
        )


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def handle_error(self, *_):
        pass


def detach():
    """Leaves what started it, and closes what it was handed by accident: Foundation's Process knows
    by a socket that a program has ended, and hands it to whatever is started at the same moment. A
    server that kept it, or the end of another's pipe, would have its tests wait for ever."""
    if os.fork():
        os._exit(0)
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))


def main():
    detach()
    server = Server(("127.0.0.1", 0), Handler)
    if sys.argv[1:2] == ["--tls"]:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[2], sys.argv[3])
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
