"""People matched to funds: the most covered person-months, then priority, then least cost.

    python Benchmarks/funding.py .build/release/funding-bench Data [--people N] [--funds N]

Three waves of twelve months in a city of 56 kelurahan and 12 occupations. Funds differ in months, area, occupation and
months a person, and hold together about nine tenths of the promise at the full price: `open` at one price, `mixed` at
the prices of PP 50/2025 from January 2026, `packages` where a quarter of the funds give whole packages.
"""

import argparse
import subprocess
import sys
import threading
import time

from measure import goal, head, machine, program, say, table

GOAL_SECONDS = 5
KINDS = ("open", "mixed", "packages")
FIGURES = (
    *("match_seconds", "processor_seconds", "promised", "covered", "bound"),
    *("proven_most", "proven_fairest", "proven_cheapest", "handed_over"),
)


def measure(command):
    """Figures by name, and the peak of memory in MiB."""
    peak = 0
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)

    def watch():
        nonlocal peak
        while process.poll() is None:
            try:
                with open(f"/proc/{process.pid}/status") as status:
                    peak = max(peak, *(int(line.split()[1]) for line in status if line.startswith("VmHWM")), 0)
            except (OSError, ValueError, TypeError):
                pass
            time.sleep(0.05)

    watcher = threading.Thread(target=watch)
    watcher.start()
    output = process.stdout.read()
    process.wait()
    watcher.join()
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return dict((name, float(value)) for name, value, _ in (line.split("\t") for line in output.splitlines())), peak / 1024


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("binary")
    options.add_argument("data")
    options.add_argument("--people", type=int, default=1_000_000)
    options.add_argument("--funds", type=int, default=200)
    given = options.parse_args()
    binary = program(given.binary)
    head("People matched to funds", machine=machine(), data=f"{given.people:,} people, {given.funds} funds, 12 months")
    found = {kind: measure([binary, given.data, str(given.people), str(given.funds), kind]) for kind in KINDS}
    rows = [[figure, *(f"{found[kind][0][figure]:,.2f}".removesuffix(".00") for kind in KINDS)] for figure in FIGURES]
    rows.append(["peak MiB", *(f"{found[kind][1]:.0f}" for kind in KINDS)])
    table(("figure", *KINDS), rows)
    for kind in KINDS:
        goal(f"{kind}: matched in ≤ {GOAL_SECONDS} s", found[kind][0]["match_seconds"] <= GOAL_SECONDS)
    say("Proven: 1 where nothing better exists, 0 where only the bound is known.")


if __name__ == "__main__":
    main()
