"""How fast lists are read: CSV and XLSX, against Python's csv and openpyxl in the same run.

    python Benchmarks/intake.py .build/release/sigap [--rows N] [--sheet-rows N] [--runs N]

Our figure is `run.milliseconds.read` of summary.json: hashing the file, reading it and making typed
rows of it, on one core because there is one file. The peers only take cells apart.
"""

import argparse
import csv
import datetime
import json
import random
import statistics
import tempfile
import time
from pathlib import Path

import openpyxl

from measure import goal, head, machine, program, run, say, table

HEADINGS = [
    "NIK", "No KK", "Nama", "Tempat Lahir", "Tgl Lahir", "L/P", "Ibu Kandung", "Alamat", "RT", "RW",
    "Kelurahan", "Kecamatan", "Pekerjaan", "No HP", "Tgl Usulan",
]  # fmt: skip
CSV_COLUMNS = 14
AS_OF = "2025-11-05"


class Words:
    """Names, places and trades of the sample city, from the tables beside the program."""

    def __init__(self, data):
        self.men, self.women = [], []
        for row in read_table(data / "synth/given-names.tsv"):
            if len(row["name"]) > 2:
                (self.men if row["sex"] == "m" else self.women).append(row["name"])
        places = {row["code"]: row["name"] for row in read_table(data / "regions/bekasi/places.tsv")}
        self.villages = [
            (code, name, places[code[:8]]) for code, name in places.items() if len(code) > 8
        ]
        self.streets = [row["name"] for row in read_table(data / "synth/streets.tsv")]
        self.trades = [
            row["lists"].split(";")[0] for row in read_table(data / "synth/occupation-words.tsv")
        ]


def read_table(path):
    with open(path, encoding="utf-8") as file:
        yield from csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")


def people(count, seed, words):
    """Rows of a clean list, all of different people; the same seed gives the same rows."""
    chance = random.Random(seed)
    first = datetime.date(1955, 1, 1)
    for number in range(count):
        birth = first + datetime.timedelta(days=chance.randrange(18_000))
        is_woman = chance.random() < 0.5
        code, village, district = chance.choice(words.villages)
        day = birth.day + 40 if is_woman else birth.day
        place = code[:8].replace(".", "")
        names = words.women if is_woman else words.men
        yield [
            f"{place}{day:02}{birth:%m%y}{number % 9999 + 1:04}",
            f"{place}{chance.randrange(1, 29):02}{chance.randrange(1, 13):02}15{number % 9999 + 1:04}",
            f"{chance.choice(names)} {chance.choice(words.men)} {chance.choice(names)}",
            "Bekasi",
            birth.isoformat(),
            "P" if is_woman else "L",
            f"{chance.choice(words.women)} {chance.choice(words.women)}",
            f"Jl. {chance.choice(words.streets)} No. {chance.randrange(1, 200)}",
            f"{chance.randrange(1, 12):03}",
            f"{chance.randrange(1, 25):03}",
            village,
            district,
            chance.choice(words.trades),
            f"0812{chance.randrange(10**8):08}",
            "2025-10-01",
        ]


def write_csv(path, count, words):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS[:CSV_COLUMNS])
        writer.writerows(row[:CSV_COLUMNS] for row in people(count, 1, words))


def write_xlsx(path, count, words):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Daftar")
    sheet.append(HEADINGS)
    for row in people(count, 2, words):
        sheet.append(row)
    book.save(path)


def read_with_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file))


def read_with_openpyxl(path):
    book = openpyxl.load_workbook(path, read_only=True)
    rows = sum(1 for _ in book.active.iter_rows(values_only=True))
    book.close()
    return rows


def timed(work, path, rows, runs):
    """Median seconds of a peer, which has to find the rows and the header."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        found = work(path)
        seconds.append(time.perf_counter() - start)
        if found != rows + 1:
            raise SystemExit(f"{work.__name__} found {found} rows, not {rows + 1}")
    return statistics.median(seconds)


def our_seconds(binary, folder, rows, runs):
    """Median seconds of the read stage."""
    out = folder.parent / f"{folder.name}-result"
    seconds = []
    for _ in range(runs):
        run([binary, "process", str(folder), "--out", str(out), "--as-of", AS_OF])
        summary = json.loads((out / "summary.json").read_text())
        if summary["rows"]["linked"] != rows:
            raise SystemExit(f"{summary['rows']['linked']} of {rows} rows were read")
        seconds.append(summary["run"]["milliseconds"]["read"] / 1000)
    return statistics.median(seconds)


def measure(binary, work_folder, name, rows, write, peer, runs, words):
    """Times both on one file; gives its size in megabytes and the seconds of each."""
    kind = name.rsplit(".", 1)[1]
    folder = work_folder / kind
    folder.mkdir()
    path = folder / name
    write(path, rows, words)
    size = path.stat().st_size / 1e6
    ours = our_seconds(binary, folder, rows, runs)
    theirs = timed(peer, path, rows, runs)
    return size, ours, theirs


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--sheet-rows", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    binary = program(asked.binary)
    words = Words(Path(__file__).resolve().parent.parent / "Data")
    head(
        "Reading lists",
        machine=machine(),
        data=f"CSV {asked.rows:,} rows x {CSV_COLUMNS}, XLSX {asked.sheet_rows:,} rows x {len(HEADINGS)}, "
        "seeded, clean, just written (in the page cache)",
        command=f"sigap process FOLDER --out RESULT --as-of {AS_OF}, {asked.runs} times, median of the "
        "read stage; it includes SHA-256 of the file and typed rows",
        peers=f"csv.reader and openpyxl {openpyxl.__version__} read_only, cells only, {asked.runs} times, median",
    )
    with tempfile.TemporaryDirectory(prefix="sigap-intake-") as work:
        folder = Path(work)
        text = measure(
            binary, folder, "kelurahan.csv", asked.rows, write_csv, read_with_csv, asked.runs, words)
        sheet = measure(
            binary, folder, "kelurahan.xlsx", asked.sheet_rows, write_xlsx, read_with_openpyxl,
            asked.runs, words)
    report("CSV", asked.rows, text, "csv")
    report("XLSX", asked.sheet_rows, sheet, "openpyxl")
    goal("CSV at least 200 MB/s per core", text[0] / text[1] >= 200)
    goal("XLSX at least 3 times as fast as openpyxl", sheet[2] / sheet[1] >= 3)


def report(kind, rows, figures, peer):
    size, ours, theirs = figures
    say(f"\n{kind}, {size:.1f} MB")
    table(
        ["reader", "seconds", "MB/s per core", "rows/s"],
        [
            [name, f"{seconds:.2f}", f"{size / seconds:.0f}", f"{rows / seconds:,.0f}"]
            for name, seconds in (("sigap", ours), (peer, theirs))
        ],
    )
    say(f"ratio: sigap reads {theirs / ours:.1f} times as fast as {peer}")


if __name__ == "__main__":
    main()
