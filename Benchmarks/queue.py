"""The verification queue of a large city: answer times of the list for a kelurahan, a kecamatan and
the whole city, and of decisions.

    python Benchmarks/queue.py .build/release/sigap [--candidates N] [--requests N]

A sample city is made, and its candidates are copied in the database under other numbers and names
until there are as many as asked for, each in the place of its original. Copies have no NIK. One client
asks for page after page.
"""

import argparse
import re
import sqlite3
import sys
import tempfile
import time

from measure import goal, head, machine, program, run, say, table
from pages import Server, percentile

LIST_MAX, DECISION_MAX = 100, 300


# Letters of SIGAP numbers.
ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ"


def marked(number, mark):
    """The SIGAP number with two more letters, and the check digits that go with them."""
    prefix, body, _ = number.split("-")
    remainder = 0
    for letter in prefix + body + mark:
        remainder = (remainder * 100 + int(letter, 36)) % 97
    return f"{prefix}-{body}{mark}-{98 - remainder * 100 % 97:02}"


# Columns of a copy that differ from those of its original.
PERSON = {
    "id": "p.id + c.step * {n}", "number": "marked(p.number, c.mark)", "name": "p.name || ' ' || c.mark",
    "name_key": "p.name_key || ' ' || c.mark", "nik_sealed": "NULL", "nik_index": "NULL",
    "private_sealed": "NULL", "standing": "'review'", "rank": "NULL", "waiting_place": "NULL", "fund": "NULL",
}
CASE = {"number": "marked(p.number, c.mark)", "name_key": "p.name_key || ' ' || c.mark"}


def multiply(path, wanted):
    """Copies candidates until there are at least `wanted`; returns how many there are."""
    store = sqlite3.connect(path)
    store.create_function("marked", 2, marked, deterministic=True)
    count = store.execute("SELECT COUNT(*) FROM verification_case").fetchone()[0]
    highest = store.execute("SELECT MAX(id) FROM person").fetchone()[0]
    store.execute("CREATE TEMP TABLE copy (step INTEGER, mark TEXT)")
    size = len(ALPHABET)
    marks = [(step, ALPHABET[step // size] + ALPHABET[step % size]) for step in range(1, -(-wanted // count))]
    store.executemany("INSERT INTO copy VALUES (?, ?)", marks)
    for table_name, changed in [("person", PERSON), ("verification_case", CASE)]:
        columns = [row[1] for row in store.execute(f"PRAGMA table_info({table_name})")]
        values = [changed.get(column, f"p.{column}").format(n=highest) for column in columns]
        store.execute(
            f"INSERT INTO {table_name} ({', '.join(columns)}) SELECT {', '.join(values)} "
            f"FROM {table_name} p CROSS JOIN copy c WHERE p.number IN (SELECT number FROM verification_case)"
            if table_name == "person" else
            f"INSERT INTO {table_name} ({', '.join(columns)}) SELECT {', '.join(values)} "
            f"FROM {table_name} p CROSS JOIN copy c")
    store.execute(
        "INSERT INTO name_word SELECT w.word, w.person_id + c.step * ? FROM name_word w CROSS JOIN copy c "
        "JOIN person p ON p.id = w.person_id + c.step * ?", (highest, highest))
    total = store.execute("SELECT COUNT(*) FROM verification_case").fetchone()[0]
    store.commit()
    store.close()
    return total


class QueueServer(Server):
    login = "yuni"

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
    parser.add_argument("--candidates", type=int, default=200_000)
    parser.add_argument("--requests", type=int, default=60)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sigap-queue-") as folder:
        binary, store = program(asked.binary), f"{folder}/sigap.db"
        run([binary, "demo", "--store", store, "--no-serve"])
        total = multiply(store, asked.candidates)
        head(
            "Queue", machine=f"{machine()}; client and server share it",
            data=f"the sample city of sigap demo, its candidates copied to {total}",
            command="sigap demo --store TEMPORARY --port FREE")
        with QueueServer(binary, folder) as server:
            lists(server, asked.requests)
            decisions(server, asked.requests)


if __name__ == "__main__":
    main()
