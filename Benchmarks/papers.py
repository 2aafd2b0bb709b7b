"""Papers on their own: the annex of a decree and the cards of everybody it names.

    python Benchmarks/papers.py .build/release/paper-bench [--people N]

Each is made twice: the files must be the same byte for byte, and the slower run counts.
"""

import argparse
import filecmp
import subprocess
import tempfile
from pathlib import Path

from measure import goal, head, machine, program, run, table

PEOPLE = 11_666
# Kind of paper, seconds and MiB to stay below, for PEOPLE.
GOALS = (("annex", 10, 300), ("cards", 60, 300))


def pages(path):
    """The number of pages as another program counts them."""
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pages:"))


def measure(binary, kind, people, work):
    """The slower of two runs, the higher peak, and the file."""
    files = [work / f"{kind}-{number}.pdf" for number in (1, 2)]
    runs = [run([binary, kind, str(people), str(file)]) for file in files]
    same = filecmp.cmp(*files, shallow=False)
    return max(one.wall for one in runs), max(one.peak_kib for one in runs) / 1024, files[0], same


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("binary")
    options.add_argument("--people", type=int, default=PEOPLE)
    given = options.parse_args()
    binary = program(given.binary)
    head("Papers", machine=machine(), data=f"{given.people:,} invented people in 56 kelurahan")
    rows, goals = [], []
    with tempfile.TemporaryDirectory(prefix="sigap-bench-") as folder:
        for kind, seconds_max, mebibytes_max in GOALS:
            seconds, peak, file, same = measure(binary, kind, given.people, Path(folder))
            size = file.stat().st_size / 2**20
            rows.append((kind, f"{seconds:.2f}", f"{peak:.0f}", f"{pages(file):,}", f"{size:.1f}"))
            goals.append((f"{kind} ≤ {seconds_max} s and ≤ {mebibytes_max} MiB", seconds <= seconds_max and peak <= mebibytes_max))
            goals.append((f"{kind}: the same bytes twice", same))
    table(("paper", "seconds", "peak MiB", "pages", "file MiB"), rows)
    for text, reached in goals if given.people == PEOPLE else [one for one in goals if "bytes" in one[0]]:
        goal(text, reached)


if __name__ == "__main__":
    main()
