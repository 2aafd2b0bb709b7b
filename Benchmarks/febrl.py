"""The public FEBRL sets, linked by `sigap link` and by Splink: part of linkage.py."""

import csv
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from measure import Run, goal, run, say, table
from truth import Score, links, pairwise

HERE = Path(__file__).parent
SETS = {"FEBRL 1": ["febrl1"], "FEBRL 2": ["febrl2"], "FEBRL 3": ["febrl3"], "FEBRL 4": ["febrl4a", "febrl4b"]}
SCHEMAS = {False: HERE / "febrl.yaml", True: HERE / "febrl-with-number.yaml"}
GOALS = {"FEBRL 3": 0.997, "FEBRL 4": 0.9995}
USUAL_THRESHOLD = "0.95"


@dataclass(frozen=True)
class Linked:
    name: str
    with_number: bool
    engine: str
    score: Score
    cost: Run


def write_sets(folder):
    run([sys.executable, str(HERE / "febrl_sets.py"), str(folder)])


def truth(folder, files):
    """Person by row: rec-7-org and rec-7-dup-0 are one person."""
    persons = {}
    for name in files:
        with open(folder / f"{name}.csv", encoding="utf-8", newline="") as file:
            for row_id, record in enumerate(csv.DictReader(file), start=2):
                persons[name, row_id] = record["rec_id"].split("-")[1]
    return persons


def scored(persons, path):
    result = Score()
    result.precision, result.recall = pairwise(persons, links(path))
    return result


def ours(binary, folder, name, with_number):
    files, out = SETS[name], folder / f"ours-{SETS[name][0]}-{with_number}"
    paths = [str(folder / f"{file}.csv") for file in files]
    cost = run([binary, "link", *paths, "--schema", str(SCHEMAS[with_number]), "--out", str(out)])
    return [Linked(name, with_number, "sigap", scored(truth(folder, files), out / "links.csv"), cost)]


def splink(folder, name, with_number):
    """Splink at its usual threshold, and at the one that happens to be best."""
    files, out = SETS[name], folder / f"splink-{SETS[name][0]}-{with_number}"
    paths = [str(folder / f"{file}.csv") for file in files]
    number = ["--number"] if with_number else []
    cost = run([sys.executable, str(HERE / "splink_febrl.py"), *paths, "--out", str(out), *number])
    persons = truth(folder, files)
    scores = {path.stem.removeprefix("links-"): scored(persons, path) for path in sorted(out.glob("links-*.csv"))}
    best = max(scores, key=lambda threshold: scores[threshold].f1)
    return [
        Linked(name, with_number, f"Splink at {USUAL_THRESHOLD}", scores[USUAL_THRESHOLD], cost),
        Linked(name, with_number, f"Splink at its best, {best}", scores[best], cost),
    ]


def knows_link(binary):
    """Whether this program has the command `link`, which came later than `process`."""
    usage = subprocess.run([binary, "link", "--help"], capture_output=True, text=True).stdout
    return "--schema" in usage


def report(binary, folder, with_sigap, with_splink):
    if with_sigap and not knows_link(binary):
        say("\nThis program has no command `link`: FEBRL is left out for it.")
        with_sigap = False
    if not (with_sigap or with_splink):
        return
    write_sets(folder)
    linked = []
    for with_number in (False, True):
        for name in SETS:
            linked += ours(binary, folder, name, with_number) if with_sigap else []
            linked += splink(folder, name, with_number) if with_splink else []
    report_table(linked)
    for one in linked:
        if one.engine == "sigap" and not one.with_number and one.name in GOALS:
            goal(f"{one.name} without the number: F1 at least {GOALS[one.name]}", one.score.f1 >= GOALS[one.name])


def report_table(linked):
    say("\nFEBRL (public), by pairs of rows")
    table(
        ["set", "number", "engine", "F1", "precision", "recall", "wall s", "CPU s", "peak MiB"],
        [
            [
                one.name,
                "with" if one.with_number else "without",
                one.engine,
                f"{one.score.f1:.5f}",
                f"{one.score.precision:.5f}",
                f"{one.score.recall:.5f}",
                f"{one.cost.wall:.2f}",
                f"{one.cost.cpu:.2f}",
                f"{one.cost.peak_kib / 1024:.0f}",
            ]
            for one in linked
        ],
    )
