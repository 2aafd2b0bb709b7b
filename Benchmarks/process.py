"""The whole job on sample cities: time, memory, growth, and how right the results are.

    python Benchmarks/process.py .build/release/sigap [--full] [--people N ...] [--runs N]

Cities of 20,000 and 200,000 people; with --full also 1,000,000.
"""

import argparse
import json
import math
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

from measure import Run, goal, head, machine, program, run, say, table
from truth import score

SEED = 7
AS_OF = "2025-11-05"
USUAL = [20_000, 200_000]
LARGE = 1_000_000


@dataclass(frozen=True)
class City:
    people: int
    lists: Path
    result: Path
    runs: list[Run]
    summary: dict

    @property
    def rows(self):
        return self.summary["rows"]["read"]

    @property
    def seconds(self):
        return statistics.median(run.wall for run in self.runs)

    @property
    def fastest(self):
        return min(run.wall for run in self.runs)

    @property
    def cpu_seconds(self):
        return statistics.median(run.cpu for run in self.runs)

    @property
    def peak_kib(self):
        """The larger of what the program and what the kernel say, over all runs."""
        own = self.summary["run"]["peak_memory_kib"]
        return max([own] + [run.peak_kib for run in self.runs])


def measure(binary, work, people, runs):
    lists, result = work / f"lists-{people}", work / f"result-{people}"
    run([binary, "synth", "--people", str(people), "--seed", str(SEED), "--out", str(lists)])
    command = [binary, "process", str(lists), "--out", str(result), "--as-of", AS_OF]
    measured = [run(command) for _ in range(runs)]
    summary = json.loads((result / "summary.json").read_text())
    return City(people, lists, result, measured, summary)


def report_cost(cities):
    say("\nCost (wall: median; memory: largest)")
    table(
        ["people", "rows", "wall s", "min s", "max s", "CPU s", "peak MiB", "us/row"],
        [
            [
                f"{city.people:,}",
                f"{city.rows:,}",
                f"{city.seconds:.2f}",
                f"{city.fastest:.2f}",
                f"{max(run.wall for run in city.runs):.2f}",
                f"{city.cpu_seconds:.2f}",
                f"{city.peak_kib / 1024:.0f}",
                f"{city.seconds / city.rows * 1e6:.2f}",
            ]
            for city in cities
        ],
    )
    say("\nStages of the last run (ms)")
    stages = list(cities[0].summary["run"]["milliseconds"])
    table(
        ["people", *stages],
        [[f"{c.people:,}", *(c.summary["run"]["milliseconds"][s] for s in stages)] for c in cities],
    )


def report_growth(cities):
    """Time as a power of the rows, beside what n log n would give between the same sizes.

    Of the fastest runs, because whatever else the machine does only adds time.
    """
    if len(cities) < 2:
        return
    first, last = cities[0], cities[-1]
    growth = math.log(last.rows / first.rows)
    wall = math.log(last.fastest / first.fastest) / growth
    cpu = math.log(last.cpu_seconds / first.cpu_seconds) / growth
    allowed = 1 + math.log(math.log(last.rows) / math.log(first.rows)) / growth
    say(
        f"\nGrowth from {first.people:,} to {last.people:,} people: fastest wall rows^{wall:.3f}, "
        f"CPU rows^{cpu:.3f} (n log n would be rows^{allowed:.3f})"
    )
    goal("time grows no faster than n log n", max(wall, cpu) <= allowed)


def report_truth(cities):
    scores = [(city, score(city.lists, city.result)) for city in cities]
    say("\nLinking, by pairs of rows")
    table(
        ["people", "precision", "recall", "F1", "rows lost", "rows added"],
        [
            [f"{c.people:,}", f"{s.precision:.5f}", f"{s.recall:.5f}", f"{s.f1:.5f}", s.rows_lost, s.rows_added]
            for c, s in scores
        ],
    )
    say("\nPeople who must stay two (joined / pairs)")
    kinds = sorted({kind for _, s in scores for kind in s.hard_pairs})
    table(
        ["people", *kinds],
        [[f"{c.people:,}", *(f"{s.violations[k]} / {s.hard_pairs[k]}" for k in kinds)] for c, s in scores],
    )
    say("\nDecisions (truth > outcome)")
    cells = [(entitled, outcome) for entitled in (True, False) for outcome in ("eligible", "review", "ineligible")]
    table(
        ["people", *(f"{'yes' if entitled else 'no'} > {outcome}" for entitled, outcome in cells)],
        [[f"{c.people:,}", *(f"{s.outcome(*cell):,}" for cell in cells)] for c, s in scores],
    )


def report_goals(cities):
    by_people = {city.people: city for city in cities}
    if small := by_people.get(20_000):
        goal("20,000 people in 5 s and 500 MB", small.seconds <= 5 and small.peak_kib * 1024 <= 500e6)
    if large := by_people.get(LARGE):
        goal("1,000,000 people in 90 s and 4 GB", large.seconds <= 90 and large.peak_kib * 1024 <= 4e9)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("--full", action="store_true", help=f"also {LARGE:,} people")
    parser.add_argument("--people", type=int, nargs="+", help="other sizes")
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    binary = program(asked.binary)
    sizes = asked.people or USUAL + ([LARGE] if asked.full else [])
    head(
        "The whole job",
        machine=machine(),
        data=f"sigap synth --people {', '.join(f'{n:,}' for n in sizes)} --seed {SEED}: nine lists, CSV and XLSX",
        command=f"sigap process LISTS --out RESULT --as-of {AS_OF}, {asked.runs} times each",
    )
    with tempfile.TemporaryDirectory(prefix="sigap-process-") as folder:
        # All runs come before any scoring, which needs much memory; see measure.run.
        cities = [measure(binary, Path(folder), people, asked.runs) for people in sorted(sizes)]
        report_cost(cities)
        report_goals(cities)
        report_growth(cities)
        report_truth(cities)


if __name__ == "__main__":
    main()
