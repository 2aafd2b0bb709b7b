"""Linking against Splink, tuned for the same cities: how right, how fast, how much memory.

    python Benchmarks/linkage.py .build/release/sigap [--full] [--people N ...] [--runs N]
        [--without-splink | --splink-only]

Cities of 20,000 and 200,000 people, with --full also 1,000,000; then a dirtier city, the calibration of
our probabilities, and the public FEBRL sets. Our linking is `run.milliseconds.link` of summary.json.
Splink runs once for each city: it is trained, scores pairs and clusters; reading and cleaning the lists
is told apart. It clusters in three ways: plain connected components, the best links that Splink offers,
and those links ranked by weight, which is our help to it (see splink_city.py). Of several thresholds for
best links the one that the truth favours is reported; whole wall and CPU leave the other ways out.
"""

import argparse
import csv
import json
import statistics
import subprocess
import sys
import tempfile
from bisect import bisect_right
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import febrl
import known
from measure import Run, goal, head, machine, program, run, say, table
from truth import Score, links, score_links

SEED = 7
AS_OF = "2025-11-05"
USUAL = [20_000, 200_000]
MIDDLE, LARGE = 200_000, 1_000_000
SWEEP = [
    "components:0.95", "registry:0.05", "registry:0.5", "registry:0.95", "registry-by-weight:0.02",
    "registry-by-weight:0.05", "registry-by-weight:0.2", "registry-by-weight:0.5", "registry-by-weight:0.95",
]  # fmt: skip
# Where no smaller city was tried before.
LARGE_WAYS = ["components:0.95", "registry:0.5", "registry-by-weight:0.05"]
SPLINK_LIMIT = 3600
BINS = [0.2, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999]


@dataclass(frozen=True)
class Linked:
    """One city linked by one engine in one way."""

    people: int
    rows: int
    engine: str
    score: Score
    cleaning: float | None
    linking: float
    cost: Run

    @property
    def violations(self):
        return self.score.violations.total() / max(self.score.hard_pairs.total(), 1)

    @property
    def bytes_per_row(self):
        return self.cost.peak_kib * 1024 / self.rows


def in_child(function, *arguments):
    """Scoring takes much memory, so a child does it: the parent must stay small, see measure.run."""
    with ProcessPoolExecutor(max_workers=1) as pool:
        return pool.submit(function, *arguments).result()


def make_city(binary, folder, people, dirt=1):
    lists = folder / f"lists-{people}-{dirt}"
    run([binary, "synth", "--people", str(people), "--seed", str(SEED), "--dirt", str(dirt), "--out", str(lists)])
    return lists


def link_ours(binary, lists, people, runs):
    """The median of the runs; the largest of their peaks."""
    result = lists.with_name(lists.name.replace("lists", "result"))
    costs, linking = [], []
    for _ in range(runs):
        costs.append(run([binary, "process", str(lists), "--out", str(result), "--as-of", AS_OF]))
        summary = json.loads((result / "summary.json").read_text())
        linking.append(summary["run"]["milliseconds"]["link"] / 1000)
    peak = max([summary["run"]["peak_memory_kib"]] + [cost.peak_kib for cost in costs])
    cost = Run(
        statistics.median(cost.wall for cost in costs), statistics.median(cost.cpu for cost in costs), peak
    )
    [score] = in_child(score_links, lists, [result / "links.csv"])
    return Linked(people, summary["rows"]["read"], "sigap", score, None, statistics.median(linking), cost)


def link_by_splink(lists, people, ways):
    """One run of Splink, and what it came to by each method at the best of the thresholds asked for."""
    out = lists.with_name(lists.name.replace("lists", "splink"))
    here = Path(__file__).parent
    command = [sys.executable, str(here / "splink_city.py"), str(lists), "--out", str(out), "--ways", *ways]
    cost = run(command, limit=SPLINK_LIMIT)
    facts = json.loads((out / "stages.json").read_text())
    scores = dict(zip(ways, in_child(score_links, lists, [out / links_name(way) for way in ways])))
    report_sweep(people, scores, facts)
    methods = dict.fromkeys(method_of(way) for way in ways)
    best = [max((way for way in ways if method_of(way) == m), key=lambda way: scores[way].f1) for m in methods]
    return best, [told_apart(people, way, scores[way], facts, cost) for way in best]


def method_of(way):
    return way.split(":")[0]


def links_name(way):
    return f"links-{way.replace(':', '-')}.csv"


def told_apart(people, way, score, facts, cost):
    """The cost of a run with this way of clustering alone."""
    seconds = facts["seconds"]
    others = [seconds[name] for name in seconds if name.startswith("cluster ") and name != f"cluster {way}"]
    linking = sum(seconds[name]["wall"] for name in ("train", "predict", f"cluster {way}"))
    alone = Run(
        cost.wall - sum(other["wall"] for other in others),
        cost.cpu - sum(other["cpu"] for other in others),
        cost.peak_kib,
    )
    return Linked(people, facts["rows"], f"Splink {way}", score, seconds["clean"]["wall"], linking, alone)


def report_sweep(people, scores, facts):
    versions = ", ".join(f"{name} {version}" for name, version in facts["versions"].items())
    say(f"\nWays of clustering, {people:,} people, {facts['pairs']:,} pairs kept ({versions})")
    table(
        ["way", "F1", "precision", "recall", "joined", "seconds"],
        [
            [
                way,
                f"{score.f1:.5f}",
                f"{score.precision:.5f}",
                f"{score.recall:.5f}",
                score.violations.total(),
                f"{facts['seconds'][f'cluster {way}']['wall']:.1f}",
            ]
            for way, score in scores.items()
        ],
    )


def report_linked(linked):
    say("\nLinking (joined: people who must stay two, of all such pairs)")
    table(
        [
            "people", "engine", "F1", "precision", "recall", "joined", "cleaning s", "linking s", "wall s",
            "CPU s", "peak MiB", "bytes/row",
        ],
        [
            [
                f"{one.people:,}",
                one.engine,
                f"{one.score.f1:.5f}",
                f"{one.score.precision:.5f}",
                f"{one.score.recall:.5f}",
                f"{one.score.violations.total()} / {one.score.hard_pairs.total()}",
                "-" if one.cleaning is None else f"{one.cleaning:.1f}",
                f"{one.linking:.2f}",
                f"{one.cost.wall:.2f}",
                f"{one.cost.cpu:.2f}",
                f"{one.cost.peak_kib / 1024:.0f}",
                f"{one.bytes_per_row:.0f}",
            ]
            for one in linked
        ],
    )  # fmt: skip
    kinds = sorted({kind for one in linked for kind in one.score.hard_pairs})
    say("\nPeople who must stay two (joined / pairs)")
    table(
        ["people", "engine", *kinds],
        [
            [f"{one.people:,}", one.engine]
            + [f"{one.score.violations[kind]} / {one.score.hard_pairs[kind]}" for kind in kinds]
            for one in linked
        ],
    )


def report_goals(linked):
    for one in linked:
        if one.engine == "sigap" and one.people == MIDDLE:
            goal("200,000 people: F1 at least 0.9985", one.score.f1 >= 0.9985)
            goal("200,000 people: at most 0.3 % joined who must stay two", one.violations <= 0.003)
            goal("200,000 people: linked in 3 s", one.linking <= 3)
            goal("200,000 people: at most 700 bytes a row", one.bytes_per_row <= 700)
        if one.engine == "sigap" and one.people == LARGE:
            goal("1,000,000 people: F1 at least 0.998", one.score.f1 >= 0.998)
            goal("1,000,000 people: at most 0.5 % joined who must stay two", one.violations <= 0.005)
            goal("1,000,000 people: linked in 18 s", one.linking <= 18)
            goal("1,000,000 people: at most 700 bytes a row", one.bytes_per_row <= 700)
            within = one.cost.wall <= 60 and one.cost.peak_kib * 1024 <= 3e9
            goal("1,000,000 people: the whole job in 60 s and 3 GB", within)


def report_ratios(linked):
    """How many times faster we link than Splink, and whether at least as rightly."""
    for own in (one for one in linked if one.engine == "sigap"):
        others = [one for one in linked if one.people == own.people and one is not own]
        for other in others:
            ratio = other.linking / max(own.linking, 0.001)
            difference = own.score.f1 - other.score.f1
            say(f"{own.people:,} people: {ratio:.1f} times faster than {other.engine}, F1 {difference:+.5f}")
        if others:
            other = max(others, key=lambda one: one.score.f1)
            faster = other.linking >= 15 * own.linking and own.score.f1 >= other.score.f1
            goal(f"{own.people:,} people: 15 times faster than Splink at its best, F1 not lower", faster)


def report_dirt(binary, folder, usual, runs):
    """Twice as many mistakes cost little."""
    dirty = link_ours(binary, make_city(binary, folder, MIDDLE, dirt=2), MIDDLE, runs)
    lost = usual.score.f1 - dirty.score.f1
    say(f"\nTwice the mistakes, {MIDDLE:,} people: F1 {dirty.score.f1:.5f}, {lost:.5f} less")
    say(f"joined who must stay two: {dirty.score.violations.total()} / {dirty.score.hard_pairs.total()}")
    goal("twice the mistakes cost at most 0.005 of F1", lost <= 0.005)


def report_calibration(binary, lists, folder):
    """Of pairs with one probability, as many should be true."""
    usage = subprocess.run([binary, "process", "--help"], capture_output=True, text=True).stdout
    if "--pairs" not in usage:
        return say("\nThis program has no option --pairs: calibration is left out.")
    result = folder / "result-pairs"
    run([binary, "process", str(lists), "--out", str(result), "--as-of", AS_OF, "--pairs"])
    counts, right = in_child(count_pairs, lists, result / "pairs.csv")
    say("\nCalibration: pairs scored, and how many are one person")
    rows = []
    for place, start in enumerate(BINS):
        end = BINS[place + 1] if place + 1 < len(BINS) else 1
        share = right[place] / counts[place] if counts[place] else 0
        rows.append([f"{start} to {end}", f"{counts[place]:,}", f"{100 * share:.1f} %"])
    table(["probability", "pairs", "true"], rows)
    place = BINS.index(0.9)
    share = right[place] / counts[place] if counts[place] else 0
    goal("of pairs at 0.9 to 0.95, between 85 and 98 % are true", 0.85 <= share <= 0.98)


def count_pairs(lists, pairs):
    """Pairs, and true pairs, in each bin of probability."""
    persons = links(lists / "truth/links.csv")
    counts, right = [0] * len(BINS), [0] * len(BINS)
    with open(pairs, encoding="utf-8", newline="") as file:
        for pair in csv.DictReader(file):
            place = bisect_right(BINS, float(pair["probability"])) - 1
            if place < 0:
                continue
            first = persons.get((pair["source_a"], int(pair["row_a"])))
            second = persons.get((pair["source_b"], int(pair["row_b"])))
            counts[place] += 1
            right[place] += first is not None and first == second
    return counts, right


def measure(binary, folder, sizes, asked):
    """Every city by both engines. In large ones Splink takes the thresholds that were best before."""
    linked, best = [], LARGE_WAYS
    for people in sizes:
        lists = make_city(binary, folder, people)
        if not asked.splink_only:
            linked.append(link_ours(binary, lists, people, asked.runs))
        if not asked.without_splink:
            best, found = link_by_splink(lists, people, SWEEP if people < LARGE else best)
            linked += found
    return linked


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("--full", action="store_true", help=f"also {LARGE:,} people")
    parser.add_argument("--people", type=int, nargs="+", help="other sizes")
    parser.add_argument("--runs", type=int, default=3, help="runs of ours for each city")
    alone = parser.add_mutually_exclusive_group()
    alone.add_argument("--without-splink", action="store_true")
    alone.add_argument("--splink-only", action="store_true")
    asked = parser.parse_args()
    binary = program(asked.binary)
    sizes = sorted(asked.people or USUAL + ([LARGE] if asked.full else []))
    head(
        "Linking",
        machine=machine(),
        data=f"sigap synth --people {', '.join(f'{n:,}' for n in sizes)} --seed {SEED}, and FEBRL 1 to 4",
        command=f"sigap process LISTS --out RESULT --as-of {AS_OF}, {asked.runs} times each; splink_city.py once",
    )
    with tempfile.TemporaryDirectory(prefix="sigap-linkage-") as name:
        folder = Path(name)
        linked = measure(binary, folder, sizes, asked)
        report_linked(linked)
        report_goals(linked)
        report_ratios(linked)
        if not asked.splink_only:
            own = {one.people: one for one in linked if one.engine == "sigap"}
            if MIDDLE in own:
                report_dirt(binary, folder, own[MIDDLE], asked.runs)
            smaller = [people for people in sizes if people <= MIDDLE] or sizes
            report_calibration(binary, folder / f"lists-{max(smaller)}-1", folder)
            known.report(binary, folder / f"lists-{max(sizes)}-1", folder)
        febrl.report(binary, folder, not asked.splink_only, not asked.without_splink)


if __name__ == "__main__":
    main()
