"""What every measurement uses: the programs, generated posts, and a process's time and memory."""
import glob, os, shutil, subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WORK = ROOT + "/.build/bench"
NEWSCONV = os.environ.get("NEWSCONV", ROOT + "/.build/release/newsconv")
SHARED = os.path.realpath(os.environ.get("NEWSKIT_SHARED", ROOT + "/../shared"))
PANDOC = shutil.which("pandoc")
POSTS = int(os.environ.get("POSTS", 5000))


def build():
    os.makedirs(WORK, exist_ok=True)
    cc = shutil.which("cc") or shutil.which("clang")
    flags = subprocess.run(
        ["pkg-config", "--cflags", "--libs", "libxml-2.0", "libdeflate", "libcmark-gfm"],
        check=True, capture_output=True, text=True).stdout.split()
    here = ROOT + "/Benchmarks/floor/"
    subprocess.run([cc, "-O2", "-o", WORK + "/floor", here + "floor.c", *flags,
                    "-lcmark-gfm-extensions", "-lcmark-gfm"], check=True)
    subprocess.run([cc, "-O2", "-o", WORK + "/measure", here + "measure.c"], check=True)
    subprocess.run([cc, "-O2", "-o", WORK + "/empty", here + "empty.c", "-Wl,--no-as-needed",
                    "-lcmark-gfm-extensions", "-lcmark-gfm", "-lyaml"], check=True)


def posts(count):
    folder = f"{WORK}/posts-{count}"
    made = folder + "/.made"
    stamp = str(os.path.getmtime(ROOT + "/Benchmarks/generate"))
    if not os.path.exists(made) or open(made).read() != stamp:
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([ROOT + "/Benchmarks/generate", str(count), folder], check=True,
                       stdout=subprocess.DEVNULL)
        open(made, "w").write(stamp)
    return folder


def listing(folder, pattern="*.md"):
    name = f"{WORK}/list-{os.path.basename(folder)}"
    files = sorted(glob.glob(folder + "/" + pattern))
    open(name, "w").write("".join(f + "\n" for f in files))
    return "@" + name, files


class Taken:
    def __init__(self, command, runs=1):
        out = subprocess.run([WORK + "/measure", str(runs), *command], check=True,
                             capture_output=True, text=True).stdout.split()
        self.cpu, self.wall, self.peak = float(out[0]), float(out[1]), int(out[2]) / 1024
        self.status = int(out[3])

    def row(self, name, floor=None, more=""):
        text = f"  {name:<42} {self.cpu:8.3f} s CPU {self.wall:8.3f} s wall {self.peak:7.1f} MB"
        if floor:
            text += f"   {self.cpu / floor.cpu:5.2f} x floor"
        if self.status:
            text += f"   EXIT STATUS {self.status}"
        print(text + more, flush=True)
        return self


def best(command, runs=3):
    """The run with the least CPU: what is left is the least disturbed."""
    return min((Taken(command) for _ in range(runs)), key=lambda t: t.cpu)


def clear(folder):
    shutil.rmtree(folder, ignore_errors=True)
    return folder
