"""What all benchmarks share: the machine, timed runs of the program, and how results are printed."""

import os
import platform
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """What one run of a command cost: seconds of wall clock and of all cores, and KiB at its peak."""

    wall: float
    cpu: float
    peak_kib: int


def run(command, limit=900):
    """Runs a command to its end and measures it.

    The kernel starts the peak of a child with the memory of its parent, so the caller must itself
    be small while it measures.
    """
    start = time.perf_counter()
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen(command, stdout=nowhere, stderr=subprocess.PIPE)
    timer = threading.Timer(limit, process.kill)
    timer.start()
    try:
        complaint = process.stderr.read().decode(errors="replace")
        _, status, usage = os.wait4(process.pid, 0)
    finally:
        timer.cancel()
        process.stderr.close()
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{complaint}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)


def program(path):
    """The program to be measured, or the end of the benchmark."""
    found = Path(path).resolve()
    if not os.access(found, os.X_OK):
        sys.exit(f"There is no program at {path}. Build it first: make build")
    return str(found)


def machine():
    """CPU model, cores, memory and system, in one line."""
    model = next(
        (line.split(":", 1)[1].strip() for line in lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.processor() or "unknown CPU",
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    load = os.getloadavg()[0]
    return (
        f"{model}, {cores} cores, {memory:.1f} GiB, {platform.system()} {platform.release()}, "
        f"load at the start {load:.1f}"
    )


def lines(path):
    try:
        return Path(path).read_text().splitlines()
    except OSError:
        return []


def head(title, **facts):
    """The title of a benchmark and what it was made with."""
    say(f"\n== {title}")
    for name, fact in facts.items():
        say(f"{name.replace('_', ' ') + ':':10}{fact}")


def table(headings, rows):
    """Prints a table: the first column to the left, figures to the right."""
    cells = [headings] + [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(headings))]
    for row in cells:
        first = row[0].ljust(widths[0])
        rest = "".join("  " + cell.rjust(width) for cell, width in zip(row[1:], widths[1:]))
        say(first + rest)


def goal(text, reached):
    """A figure to reach, and whether it was."""
    say(f"goal: {text}: {'reached' if reached else 'MISSED'}")


def say(line=""):
    print(line, flush=True)
