"""The verification queue of a large city: answer times of the list for a kelurahan, a kecamatan and
the whole city, and of decisions.

    python Benchmarks/queue.py .build/release/sigap [--people N] [--requests N] [--store FILE]

Every candidate of a run waits in the queue, so the sample is made large enough for the number of
candidates that is asked for. One client asks for page after page.
"""

import argparse
import re
import sys
import tempfile
import time

import pages
from measure import goal, head, machine, program, say, table
from pages import Server, percentile

LIST_MAX, DECISION_MAX = 100, 300
# A large sample takes long to be made.
pages.START_LIMIT = 3600


class QueueServer(Server):
    def __init__(self, binary, folder, people, store):
        super().__init__(binary, folder)
        self.command += ["--people", str(people)]
        if store:
            self.command[self.command.index("--store") + 1] = store
        self.login = "yuni"

    def manager(self):
        found = re.search(rf"^({self.login}) / (\S+)  \(", self.log_path.read_text(), re.MULTILINE)
        return found.group(1), found.group(2)

    def sign_in(self, login):
        self.login, self.cookie = login, ""
        self.log_in()


def timed(ask, count):
    """Milliseconds of each answer, and the last answer."""
    times = []
    for number in range(count):
        start = time.perf_counter()
        answer = ask(number)
        times.append((time.perf_counter() - start) * 1000)
        if answer[0] not in (200, 422):
            sys.exit(f"The server answered {answer[0]}.")
    return times, answer


def number_in(page, element):
    return int(re.sub(r"\D", "", re.search(rf'id="{element}">([^<]*)', page).group(1)))


def lists(server, count):
    """The first page, filtered pages and a page in the middle, for each width of scope."""
    rows, slowest = [], 0.0
    scopes = [("kelurahan", "yuni", ""), ("kecamatan", "ratna", "kec=bekasi-timur"), ("city", "ratna", "")]
    for name, login, place in scopes:
        server.sign_in(login)
        first = server.get(f"/kerja/antrean?{place}")[3].decode()
        following = re.search(r'href="(/kerja/antrean\?[^"]*sesudah=[^"]+)" rel="next"', first)
        after = following.group(1).replace("&amp;", "&").split("?")[1] if following else place
        waiting = number_in(first, "menunggu")
        for shape, query in [
            ("first page", place), ("next page", after), ("ready", f"{place}&cek=siap"),
            ("one RW, unanswered", f"{place}&rw=7&jawab=belum"),
            ("one occupation", f"{place}&kerja=street_vendor"), ("all states", f"{place}&status=semua"),
        ]:
            path = f"/kerja/antrean?{query.strip('&')}"
            server.get(path)
            times, _ = timed(lambda _: server.get(path), count)
            slowest = max(slowest, percentile(times, 0.95))
            rows.append([name, waiting, shape, *(f"{percentile(times, share):.1f}" for share in (0.5, 0.95)),
                         f"{max(times):.1f}"])
    say("\nThe queue (ms)")
    table(["scope", "waiting", "list", "p50", "p95", "max"], rows)
    goal(f"p95 of the list at most {LIST_MAX} ms", slowest <= LIST_MAX)


def decisions(server, count):
    server.sign_in("yuni")
    page = server.get("/kerja/antrean")[3].decode()
    token = re.search(r'name="csrf" value="([^"]+)"', page).group(1)
    rows = re.findall(r'data-n="([^"]+)" data-v="(\d+)"', page)[:count]

    def decide(number):
        person, version = rows[number]
        form = {"csrf": token, "kunci": f"b{number}", "versi": version, "langkah": "setuju", "kerja": "tahu"}
        return server.get(f"/kerja/antrean/{person}", "POST", form, {"Accept": "application/json"})

    times, _ = timed(decide, len(rows))
    say(f"\nDecisions, each saved at once: {len(rows)} (ms)")
    table(["p50", "p95", "max"], [[*(f"{percentile(times, s):.1f}" for s in (0.5, 0.95)), f"{max(times):.1f}"]])
    goal(f"p95 of a decision at most {DECISION_MAX} ms", percentile(times, 0.95) <= DECISION_MAX)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("--people", type=int, default=450_000)
    parser.add_argument("--requests", type=int, default=60)
    parser.add_argument("--store", help="a store that a run before has left; else a new one")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sigap-workroom-") as folder:
        head(
            "Workroom", machine=f"{machine()}; client and server share it",
            data=f"a sample city of {asked.people} invented people",
            command=f"sigap demo --store TEMPORARY --port FREE --people {asked.people}")
        with QueueServer(program(asked.binary), folder, asked.people, asked.store) as server:
            lists(server, asked.requests)
            decisions(server, asked.requests)


if __name__ == "__main__":
    main()
