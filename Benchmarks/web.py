"""From the web: feeds beside feedparser, and a paper of 500 articles beside calibre's recipe."""
import glob, http.server, os, shutil, subprocess, sys, threading

from measuring import NEWSCONV, SHARED, WORK, Taken, best, clear

ARTICLES = int(os.environ.get("ARTICLES", 500))

SENTENCE = ("The office of the harbour gives notice to the town that the bridge over the river stays closed "
            "until the work of this month is done, and thanks all who waited. ")

FEEDPARSER = """
import sys, feedparser
for name in sys.argv[1:]:
    for entry in feedparser.parse(name).entries:
        entry.get("title"), entry.get("link"), entry.get("summary"), entry.get("content")
"""

RECIPE = """
from calibre.web.feeds.news import BasicNewsRecipe

class River(BasicNewsRecipe):
    title = "River News"
    oldest_article = 100000
    max_articles_per_feed = {count}
    auto_cleanup = True
    feeds = [("River News", "{base}/feed.xml")]
"""


def feeds():
    """Feeds per second of CPU, the whole process, output thrown away."""
    sets = []
    if os.path.isdir(SHARED + "/corpora/feeds/files"):
        sets.append(("the corpus", sorted(glob.glob(SHARED + "/corpora/feeds/files/*")) * 4))
    folder = WORK + "/feeds"
    os.makedirs(folder, exist_ok=True)
    for number in range(50):
        with open(f"{folder}/{number}.xml", "wb") as out:
            out.write(feed(f"https://river.example/{number}", 100))
    sets.append(("50 feeds of 100 entries", sorted(glob.glob(folder + "/*.xml"))))
    for name, files in sets:
        size = sum(os.path.getsize(file) for file in files)
        print(f"Feeds: {name}, {len(files)} files, {size / 1e6:.1f} MB, one core, whole process")
        out = WORK + "/feeds-out"
        own = best([NEWSCONV, *files, "--from", "feed", "--to", "json", "-q", "-o", "-", "--jobs", "1"])
        own.row("newsconv --jobs 1", more=f"   {len(files) / own.cpu:7.0f} feeds/s")
        clear(out)
        if subprocess.run([sys.executable, "-c", "import feedparser"], capture_output=True).returncode:
            print("  feedparser: not installed (pip install feedparser)")
            continue
        other = Taken([sys.executable, "-c", FEEDPARSER, *files])
        other.row("feedparser", more=f"   {len(files) / other.cpu:7.0f} feeds/s; "
                                     f"newsconv {other.cpu / own.cpu:.1f} x as fast")


def paper():
    """A paper of articles in full, fetched over a loopback server, in CPU of all processes."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), River)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    print(f"Paper: {ARTICLES} articles of 8 KB from a server on this machine, pages in full, one book")
    home = clear(WORK + "/paper")
    os.makedirs(home)
    with open(home + "/paper.yml", "w") as out:
        out.write(f"title: River News\nsources:\n  - feed: {base}/feed.xml\n    full-text: page\n")
    os.environ["XDG_CACHE_HOME"] = home + "/cache"
    Taken([NEWSCONV, "digest", home + "/paper.yml", "-q", "-o", home + "/own.epub"]).row("newsconv digest paper.yml")
    if shutil.which("ebook-convert"):
        with open(home + "/river.recipe", "w") as out:
            out.write(RECIPE.format(base=base, count=ARTICLES))
        Taken(["ebook-convert", home + "/river.recipe", home + "/calibre.epub"]).row("ebook-convert river.recipe")
    else:
        print("  calibre: not installed (apt-get install calibre)")
    server.shutdown()
    for name in ("own", "calibre"):
        if os.path.exists(f"{home}/{name}.epub"):
            print(f"  {name}.epub {os.path.getsize(f'{home}/{name}.epub') / 1e3:.0f} KB")


def feed(base, count):
    items = "".join(
        f"<item><title>Notice {number} of the harbour office</title><link>{base}/story/{number}</link>"
        f"<guid>{base}/story/{number}</guid><pubDate>Mon, 04 May 2026 08:{number // 60 % 60:02}:"
        f"{number % 60:02} GMT</pubDate><category>Harbour</category><author>a@b.example (Anna Weir)</author>"
        f"<description>&lt;p&gt;{SENTENCE * 3}&lt;a href=\"/more\"&gt;More&lt;/a&gt;&lt;/p&gt;</description></item>"
        for number in range(count))
    return (f'<?xml version="1.0"?><rss version="2.0"><channel><title>River News</title>'
            f"<link>{base}/</link>{items}</channel></rss>").encode()


class River(http.server.BaseHTTPRequestHandler):
    """Serves a feed and its stories."""
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        base = f"http://{self.headers['Host']}"
        if self.path == "/feed.xml":
            self.answer("application/rss+xml", feed(base, ARTICLES))
        elif self.path.startswith("/story/"):
            number = self.path.rsplit("/", 1)[1]
            # Texts differ, or they would be one article told several times.
            text = "".join(f"<p>Paragraph {index} of notice {number}. {SENTENCE * 3}</p>" for index in range(14))
            self.answer("text/html; charset=utf-8", (
                f"<!DOCTYPE html><html lang=en><head><title>Notice {number} of the harbour office</title></head>"
                f"<body><nav><a href=/>Home</a></nav><article><h1>Notice {number} of the harbour office</h1>"
                f"{text}</article><footer><p>All rights reserved.</p></footer></body></html>").encode())
        else:
            self.send_error(404)

    def answer(self, kind, body):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass
