"""A new list against everybody known: part of linkage.py.

The civil registry of the invented city is linked once by `sigap link --known`; then come 10,000 rows of
the welfare register, which are taken back at the end. Both lists are written anew with the columns
that they share, because `sigap link` reads lists of any kind by one schema.
"""

import csv
import json
from itertools import islice

from measure import goal, run, say, table

NEW_ROWS = 10_000
COLUMNS = ["name", "born", "number", "address", "village"]
SCHEMA = """\
name: [name]
birth_date: born
number: number
attributes: [address, village]
each_person_once: [register]
"""
REGISTER = (";", ["NAMA_LGKP", "TGL_LHR", "NIK", "ALAMAT", "NAMA_KEL"])
WELFARE = (",", ["Nama", "Tgl Lahir", "NIK", "Alamat", "Kelurahan"])


def write(source, target, layout, rows=None):
    """The columns of `layout`, under our names; returns how many rows there were."""
    separator, columns = layout
    count = 0
    with open(source, encoding="utf-8-sig", newline="") as file, open(target, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        for count, record in enumerate(islice(csv.DictReader(file, delimiter=separator), rows), start=1):
            writer.writerow([record[column] for column in columns])
    return count


def report(binary, lists, folder):
    register, welfare, schema = folder / "register.csv", folder / "welfare.csv", folder / "known.yaml"
    known = write(lists / "dukcapil.csv", register, REGISTER)
    write(lists / "dtsen.csv", welfare, WELFARE, NEW_ROWS)
    schema.write_text(SCHEMA)
    state = folder / "known.bin"
    shared = ["--schema", str(schema), "--known", str(state), "--out", str(folder / "known-result")]
    steps = [
        ("first", [str(register)], None),
        (f"{NEW_ROWS:,} rows more", [str(welfare)], 0),
        ("taken back", ["--withdraw", "welfare"], 0),
    ]
    lines = []
    for name, arguments, step in steps:
        cost = run([binary, "link", *arguments, *shared])
        facts = json.loads((folder / "known-result/linkage.json").read_text())
        linking = "-" if step is None else f"{facts['steps'][step]['milliseconds'] / 1000:.2f}"
        lines.append([name, linking, f"{cost.wall:.2f}", f"{cost.peak_kib / 1024:.0f}"])
        if name.startswith(f"{NEW_ROWS:,}"):
            seconds = facts["steps"][step]["milliseconds"] / 1000
    say(f"\nA list more, {known:,} rows known, {state.stat().st_size / 2**20:.0f} MiB kept")
    table(["step", "linking s", "wall s", "peak MiB"], lines)
    if known >= 900_000:
        goal("10,000 rows against 1,000,000 people known in 2 s", seconds <= 2)
