"""A store on its own: loading, look-ups, lists, events, money, backup and restore, on both engines.

    python Benchmarks/store.py .build/release/store-bench [--people N]

PostgreSQL is measured where SIGAP_TEST_POSTGRES names one; see Scripts/with-postgres.sh.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import goal, head, machine, program, table

POSTGRES = os.environ.get("SIGAP_TEST_POSTGRES")
# Figure, goal and whether more is better; for SQLite and for PostgreSQL.
GOALS = {
    "load_speed": (100_000, 100_000, True),
    "look_up_p99": (2, 5, False),
    "verify_speed": (200_000, 200_000, True),
}
CARRY_MAX = 180


def measure(binary, place, key, people):
    """Figures by name, as (value, unit)."""
    run = subprocess.run([binary, place, key, str(people)], stdout=subprocess.PIPE, text=True)
    if run.returncode != 0:
        sys.exit(f"store-bench ended with {run.returncode}")
    found = {}
    for line in run.stdout.splitlines():
        name, value, unit = line.split("\t")
        found[name] = (float(value), unit)
    return found


def show(engine, found, place):
    rows = [(name, f"{value:,.3f}" if value < 1000 else f"{value:,.0f}", unit) for name, (value, unit) in found.items()]
    table(("figure", engine, "unit"), rows)
    for name, (sqlite, postgres, is_more) in GOALS.items():
        wanted, value = (sqlite, postgres)[place], found[name][0]
        goal(f"{name} {'≥' if is_more else '≤'} {wanted:,}", value >= wanted if is_more else value <= wanted)
    carried = found["backup_seconds"][0] + found["restore_seconds"][0]
    goal(f"backup and verified restore ≤ {CARRY_MAX} s", carried <= CARRY_MAX)
    city, village = found["list_city_p99"][0], found["list_kelurahan_p99"][0]
    goal("a list of one kelurahan is as quick as that of the city", village <= city * 1.1)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("binary")
    options.add_argument("--people", type=int, default=1_000_000)
    given = options.parse_args()
    binary = program(given.binary)
    head("One store", machine=machine(), data=f"{given.people:,} invented people, each on two lists")
    with tempfile.TemporaryDirectory(prefix="sigap-bench-") as folder:
        work = Path(folder)
        show("SQLite", measure(binary, str(work / "city.db"), str(work / "sqlite.key"), given.people), 0)
        if POSTGRES:
            place = f"{POSTGRES}?schema=bench"
            show("PostgreSQL", measure(binary, place, str(work / "postgres.key"), given.people), 1)


if __name__ == "__main__":
    main()
