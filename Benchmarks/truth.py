"""Compares the results of a run with the truth that `sigap synth` writes beside its lists."""

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass, field


@dataclass
class Score:
    rows_lost: int = 0
    rows_added: int = 0
    precision: float = 0
    recall: float = 0
    hard_pairs: Counter = field(default_factory=Counter)
    violations: Counter = field(default_factory=Counter)
    outcomes: Counter = field(default_factory=Counter)

    @property
    def f1(self):
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0

    def outcome(self, entitled, outcome):
        return self.outcomes[entitled, outcome]


def score(lists, result):
    """Scores one result folder against the truth beside its lists."""
    outcome, parts = compare(lists, links(lists / "truth/links.csv"), result / "links.csv")
    count_outcomes(lists, result, parts, outcome)
    return outcome


def score_links(lists, paths):
    """Scores files of links alone, whoever made them, against the truth beside the lists."""
    truth = links(lists / "truth/links.csv")
    return [compare(lists, truth, path)[0] for path in paths]


def compare(lists, truth, path):
    """The score of one file of links, and the persons found for each true person."""
    found = links(path)
    outcome = Score()
    outcome.rows_lost = sum(1 for row in truth if row not in found)
    outcome.rows_added = sum(1 for row in found if row not in truth)
    outcome.precision, outcome.recall = pairwise(truth, found)
    parts = defaultdict(Counter)
    for row, person in truth.items():
        if row in found:
            parts[person][found[row]] += 1
    count_hard_pairs(lists, parts, outcome)
    return outcome, parts


def links(path):
    """Person by row; a row is its list and its position in it."""
    sources = {}
    rows = {}
    for record in table(path):
        source = sources.setdefault(record["source"], record["source"])
        rows[source, int(record["row_id"])] = record["person_id"]
    return rows


def pairwise(truth, found):
    """Precision and recall over pairs of rows that are, or were taken for, one person."""
    together = Counter((person, found.get(row)) for row, person in truth.items() if row in found)
    right = sum(pairs(count) for count in together.values())
    claimed = sum(pairs(count) for count in Counter(found.values()).values())
    true = sum(pairs(count) for count in Counter(truth.values()).values())
    return (right / claimed if claimed else 1), (right / true if true else 1)


def pairs(count):
    return count * (count - 1) // 2


def count_hard_pairs(lists, parts, outcome):
    """Twins, namesakes, fathers and sons, borrowed numbers: two people who must stay two."""
    for record in table(lists / "truth/hard-pairs.csv"):
        first, second = parts.get(record["person_a"]), parts.get(record["person_b"])
        if not first or not second:
            continue
        outcome.hard_pairs[record["kind"]] += 1
        if first.keys() & second.keys():
            outcome.violations[record["kind"]] += 1


def count_outcomes(lists, result, parts, outcome):
    """Entitled or not in truth, against the outcome; of a person split in several, the best one."""
    order = {"eligible": 0, "review": 1, "ineligible": 2}
    decided = {record["person_id"]: record["outcome"] for record in table(result / "decisions.csv")}
    for record in table(lists / "truth/eligible.csv"):
        found = parts.get(record["person_id"])
        if found:
            best = min((decided[person] for person in found), key=order.__getitem__)
            outcome.outcomes[record["eligible"] == "true", best] += 1


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
