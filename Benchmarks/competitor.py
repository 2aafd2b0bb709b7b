"""What both Splink programs share: stages timed one by one, and results in the form of ours."""

import json
import logging
import os
import resource
import time
import warnings
from contextlib import contextmanager

import duckdb
import splink
from splink import DuckDBAPI

SEED = 7


class Stages:
    """Seconds of wall clock and of all cores for each part of a run, and the peak of memory so far."""

    def __init__(self):
        self.seconds = {}
        self.peak_mib = {}

    @contextmanager
    def stage(self, name):
        wall, cpu = time.perf_counter(), time.process_time()
        yield
        self.seconds[name] = {"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
        self.peak_mib[name] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

    def save(self, path, **facts):
        versions = {"splink": splink.__version__, "duckdb": duckdb.__version__}
        known = {"seconds": self.seconds, "peak_mib": self.peak_mib, "versions": versions, **facts}
        path.write_text(json.dumps(known, indent=2))


def quiet():
    """Splink explains every step on the terminal; here only figures count."""
    warnings.filterwarnings("ignore")
    logging.getLogger("splink").setLevel(logging.ERROR)


def database(connection):
    """Splink on DuckDB with every core of the machine."""
    cores = len(os.sched_getaffinity(0))
    connection.execute(f"SET threads = {cores}")
    connection.execute("SET enable_progress_bar = false")
    return DuckDBAPI(connection=connection)


def save_links(clusters, connection, path):
    """links.csv as `sigap process` writes it: list, row in it, person."""
    connection.execute(
        f"""COPY (
            SELECT replace(source_dataset, '_', '-') AS source, row_id, cluster_id AS person_id
            FROM {clusters.physical_name}
        ) TO '{path}' (HEADER)"""
    )
