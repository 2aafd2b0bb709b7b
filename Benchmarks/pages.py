"""Pages of the sample city: sizes on the wire and answer times.

    python Benchmarks/pages.py .build/release/sigap [--seconds N] [--rate N]

Needs wrk (closed loop, latency distribution). The open loop is ours: requests leave at a fixed rate
whether or not earlier answers came, and each is timed from the moment it was due.
"""

import argparse
import asyncio
import gzip
import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

from measure import goal, head, machine, program, say, table

PUBLIC = [
    "/", "/cek", "/syarat", "/kecelakaan", "/ahli-waris", "/kuota", "/data", "/bantuan", "/privasi",
    "/aksesibilitas", "/masuk",
]  # fmt: skip
STAFF = ["/kerja/dasbor", "/kerja/peserta"]
PUBLIC_MAX, STAFF_MAX = 20_000, 60_000
START_LIMIT, STOP_LIMIT = 180, 15
CONNECTIONS = 8


class Server:
    """`sigap demo` on a store of its own and a free port."""

    def __init__(self, binary, folder, *options):
        self.port = free_port()
        self.command = [binary, "demo", "--store", f"{folder}/sigap.db", "--port", str(self.port), *options]
        self.log_path = Path(folder) / "server.log"
        self.cookie = ""

    def __enter__(self):
        self.log = open(self.log_path, "wb")
        environment = dict(os.environ, SIGAP_LANGUAGE="en")
        self.process = subprocess.Popen(
            self.command, stdout=self.log, stderr=self.log, env=environment)
        try:
            self.wait_until_ready()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def wait_until_ready(self):
        end = time.monotonic() + START_LIMIT
        while time.monotonic() < end:
            if self.process.poll() is not None:
                sys.exit(f"The server ended:\n{self.log_path.read_text(errors='replace')}")
            try:
                if self.get("/sehat")[0] == 200:
                    return
            except OSError:
                time.sleep(0.2)
        sys.exit(f"No answer from the server within {START_LIMIT} s.")

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(STOP_LIMIT)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()

    def get(self, path, method="GET", form=None, headers=None):
        """Status, header fields, body on the wire and body in clear."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            fields = {"Accept-Encoding": "gzip", "Cookie": self.cookie, **(headers or {})}
            body = None
            if form is not None:
                body = urllib.parse.urlencode(form)
                fields["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request(method, path, body, fields)
            answer = connection.getresponse()
            wire = answer.read()
            packed = answer.getheader("Content-Encoding") == "gzip"
            return answer.status, answer.headers, wire, gzip.decompress(wire) if packed else wire
        finally:
            connection.close()

    def log_in(self):
        """As a browser does: the form brings a cookie and a token, and sends both back."""
        _, fields, _, page = self.get("/masuk")
        form_cookie = cookie(fields, "sigap_form")
        token = re.search(r'name="csrf" value="([^"]+)"', page.decode()).group(1)
        login, password = self.manager()
        status, fields, _, _ = self.get(
            "/masuk", "POST", {"pengguna": login, "sandi": password, "csrf": token},
            {"Cookie": f"sigap_form={form_cookie}"})
        session = cookie(fields, "sigap_sesi")
        if status not in (302, 303) or not session:
            sys.exit(f"Login as {login} failed with status {status}.")
        self.cookie = f"sigap_sesi={session}"

    def manager(self):
        """The first login that the program printed: `name / password  (role)`."""
        found = re.search(r"^(\S+) / (\S+)  \(", self.log_path.read_text(), re.MULTILINE)
        return found.group(1), found.group(2)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def cookie(fields, name):
    for line in fields.get_all("Set-Cookie") or []:
        if line.startswith(f"{name}="):
            return line[len(name) + 1 :].split(";")[0]
    return ""


# Sizes


def sizes(server, paths, is_staff):
    """Rows of the table and the largest first load, in bytes of bodies on the wire."""
    rows, largest = [], 0
    for path in paths:
        status, _, wire, page = server.get(path)
        if status != 200:
            sys.exit(f"{path} answered {status}.")
        extras = sum(len(server.get(address)[2]) for address in assets(server, page, is_staff))
        rows.append([shown(path), len(page), len(wire), extras, len(wire) + extras])
        largest = max(largest, len(wire) + extras)
    return rows, largest


def assets(server, page, is_staff):
    """What a browser fetches with a page: style sheet, sign and, on staff pages, the fonts."""
    linked = re.findall(r'<link [^>]*href="(/aset/[^"]+)"', page.decode())
    styles = [address for address in linked if ".css" in address]
    fonts = []
    if is_staff:
        for address in styles:
            fonts += re.findall(r"url\((/aset/[^)]+\.woff2[^)]*)\)", server.get(address)[3].decode())
    return sorted({address.replace("&amp;", "&") for address in linked + fonts})


def shown(path):
    """Numbers of people stay out of the report."""
    return "/kerja/peserta/NUMBER" if path.startswith("/kerja/peserta/") else path


def person_path(server):
    page = server.get("/kerja/peserta")[3].decode()
    return re.search(r'href="(/kerja/peserta/[A-Z]{3}-[^"?/]+)"', page).group(1)


# Answer times


def closed_loop(server, paths, seconds):
    if not shutil.which("wrk"):
        say("wrk is not installed; the closed loop is left out (apt-get install wrk).")
        return
    rows = []
    for path in paths:
        text = subprocess.run(
            ["wrk", "-t2", "-c4", f"-d{seconds}s", "--latency", "-H", f"Cookie: {server.cookie}",
             "-H", "Accept-Encoding: gzip", f"http://127.0.0.1:{server.port}{path}"],
            capture_output=True, text=True, timeout=seconds + 30, check=True,
        ).stdout
        latency = dict(re.findall(r"(50|75|90|99)%\s+(\S+)", text))
        rate = re.search(r"Requests/sec:\s+(\S+)", text).group(1)
        failed = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
        rows.append([shown(path), rate, *(latency[p] for p in ("50", "75", "90", "99")),
                     failed.group(1) if failed else 0])
    say(f"\nClosed loop: wrk -t2 -c4 -d{seconds}s --latency, page after page")
    table(["page", "requests/s", "p50", "p75", "p90", "p99", "failed"], rows)


class Connection:
    """One kept-alive connection that asks for one page at a time."""

    def __init__(self, port, cookie):
        self.port, self.cookie = port, cookie
        self.reader = self.writer = None

    async def ask(self, path):
        """The status of the answer, read to its end."""
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.writer.write(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n"
            f"Cookie: {self.cookie}\r\n\r\n".encode())
        top = (await self.reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = int(re.search(r"content-length: (\d+)", top).group(1))
        await self.reader.readexactly(length)
        return int(top.split(" ", 2)[1])

    def close(self):
        if self.writer:
            self.writer.close()
        self.reader = self.writer = None


async def open_loop(server, paths, rate, seconds):
    """Milliseconds from due moment to last byte, by page, and how many answers were not 200."""
    idle = asyncio.Queue()
    for _ in range(CONNECTIONS):
        idle.put_nowait(Connection(server.port, server.cookie))
    times, failed = {path: [] for path in paths}, 0

    async def one(path, due):
        nonlocal failed
        connection = await idle.get()
        try:
            status = await asyncio.wait_for(connection.ask(path), 10)
            failed += status != 200
        except (OSError, TimeoutError, asyncio.TimeoutError, asyncio.IncompleteReadError):
            failed += 1
            connection.close()
        times[path].append((time.perf_counter() - due) * 1000)
        idle.put_nowait(connection)

    start = time.perf_counter() + 0.05
    tasks = []
    for number in range(rate * seconds):
        due = start + number / rate
        await asyncio.sleep(max(0, due - time.perf_counter()))
        tasks.append(asyncio.create_task(one(paths[number % len(paths)], due)))
    await asyncio.gather(*tasks)
    while not idle.empty():
        idle.get_nowait().close()
    return times, failed


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def report_open_loop(server, paths, rate, seconds):
    # A second of the same beforehand, so that caches and connections are as in a working day.
    asyncio.run(open_loop(server, paths, rate, 1))
    times, failed = asyncio.run(open_loop(server, paths, rate, seconds))
    say(f"\nOpen loop: {rate} requests/s for {seconds} s over the mix, {CONNECTIONS} connections (ms)")
    everything = [value for values in times.values() for value in values]
    table(
        ["page", "requests", "p50", "p90", "p99", "max"],
        [
            [name, len(values), *(f"{percentile(values, share):.1f}" for share in (0.5, 0.9, 0.99)),
             f"{max(values):.1f}"]
            for name, values in [(shown(path), times[path]) for path in paths] + [("all", everything)]
        ],
    )
    say(f"failed: {failed}")
    goal(f"p99 at most 25 ms at {rate} requests/s", failed == 0 and percentile(everything, 0.99) <= 25)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--rate", type=int, default=200)
    asked = parser.parse_args()
    binary = program(asked.binary)
    with tempfile.TemporaryDirectory(prefix="sigap-pages-") as folder:
        head(
            "Pages",
            machine=f"{machine()}; client and server share it",
            data="the sample city of sigap demo (Data/regions/bekasi/demo.yaml)",
            command="sigap demo --store TEMPORARY --port FREE",
        )
        with Server(binary, folder) as server:
            measure(server, asked.seconds, asked.rate)


def measure(server, seconds, rate):
    headings = ["page", "clear", "gzip", "css, sign, fonts", "first load"]
    public, public_largest = sizes(server, PUBLIC, is_staff=False)
    server.log_in()
    person = person_path(server)
    staff, staff_largest = sizes(server, STAFF + [person], is_staff=True)
    say("\nBytes of bodies")
    table(headings, public + staff)
    goal("first load of public pages at most 20 KB", public_largest <= PUBLIC_MAX)
    goal("first load of staff pages at most 60 KB", staff_largest <= STAFF_MAX)
    mix = ["/", "/cek", "/data", "/kerja/dasbor", "/kerja/peserta", person]
    report_open_loop(server, mix, rate, seconds)
    closed_loop(server, mix, seconds)


if __name__ == "__main__":
    main()
