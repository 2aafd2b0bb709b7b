"""What staff and partners wait for at their desks, through the running program.

    python Benchmarks/workroom.py .build/release/sigap

Each measurement drives the pages of `sigap demo` as a browser without scripts would.
"""

import argparse
import csv
import datetime
import http.client
import io
import re
import sys
import tempfile
import time
import uuid
from pathlib import Path

import openpyxl

from measure import goal, head, machine, program, say
from pages import Server, cookie

DRIVER_ROWS = 5000
DRIVER_LIMIT = 10.0
PROPOSED_ROWS = 500
PROPOSED_LIMIT = 3.0
MANY_ROWS = 200_000
LARGE_CITY = "200000"
DRIVERS = {
    "online_ojek", "base_ojek", "angkot_driver", "driver", "courier", "taxi_driver", "online_car_driver", "truck_driver",
}  # fmt: skip


class Desk:
    """Somebody signed in to a running server."""

    def __init__(self, server, login):
        self.server = server
        password = re.search(rf"^{login} / (\S+)  \(", server.log_path.read_text(), re.M).group(1)
        _, fields, _, page = server.get("/masuk", headers={"Cookie": ""})
        form = cookie(fields, "sigap_form")
        status, fields, _, _ = server.get(
            "/masuk", "POST", {"pengguna": login, "sandi": password, "csrf": token(page)},
            {"Cookie": f"sigap_form={form}"})
        self.session = cookie(fields, "sigap_sesi")
        if status not in (302, 303) or not self.session:
            sys.exit(f"Login as {login} failed with status {status}.")

    def get(self, path):
        status, _, _, page = self.server.get(path, headers={"Cookie": f"sigap_sesi={self.session}"})
        if status != 200:
            sys.exit(f"{path} answered {status}.")
        return page.decode()

    def post(self, path, fields):
        """Where the form leads to."""
        status, answer, _, page = self.server.get(
            path, "POST", fields, {"Cookie": f"sigap_sesi={self.session}"})
        return self.arrived(path, status, answer, page)

    def upload(self, path, fields, field, name, content):
        """Sends a form with one file, and returns where it leads to."""
        mark = uuid.uuid4().hex
        body = b""
        for key, value in fields.items():
            body += f'--{mark}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
        body += (
            f'--{mark}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        ).encode() + content + f"\r\n--{mark}--\r\n".encode()
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=120)
        try:
            connection.request("POST", path, body, {
                "Cookie": f"sigap_sesi={self.session}",
                "Content-Type": f"multipart/form-data; boundary={mark}"})
            answer = connection.getresponse()
            return self.arrived(path, answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def arrived(self, path, status, fields, page):
        if status != 303:
            sys.exit(f"{path} answered {status}:\n{page.decode(errors='replace')[:2000]}")
        return fields["Location"]


def token(page):
    text = page.decode() if isinstance(page, bytes) else page
    return re.search(r'name="csrf" value="([^"]+)"', text).group(1)


# Partners


def driver_file(server, count):
    """Drivers whom the city knows, as far as there are so many, and others."""
    lists = next(Path(server.log_path).parent.glob("sigap.db-lists-*"))
    with open(lists / "truth" / "persons.csv", encoding="utf-8") as file:
        people = [person for person in csv.DictReader(file) if len(person["nik"]) == 16][:count * 4 // 5]
    rows = [[p["nik"], p["name"], p["birth_date"], f"0812{7_000_000 + i}"] for i, p in enumerate(people)]
    for i in range(count - len(rows)):
        birth = datetime.date(1970, 1, 1) + datetime.timedelta(days=i)
        rows.append([
            f"321601{birth:%d%m%y}{i % 9999 + 1:04}", f"Orang Lain {i}", birth.isoformat(),
            f"0857{7_000_000 + i}"])
    day = (datetime.date.today() - datetime.timedelta(days=3)).isoformat()
    out = io.StringIO()
    csv.writer(out).writerows(
        [["NIK", "Nama", "Tanggal Lahir", "No HP", "Tanggal Persetujuan"]] + [row + [day] for row in rows])
    return out.getvalue().encode()


def partner(server):
    """A platform's file, from the upload to the last row of its result."""
    content = driver_file(server, DRIVER_ROWS)
    desk = Desk(server, "mira")
    form = desk.get("/mitra/pengemudi")
    begin = time.perf_counter()
    path = desk.upload("/mitra/pengemudi", {"csrf": token(form)}, "berkas", "pengemudi.csv", content)
    checked = time.perf_counter()
    page = desk.get(path)
    desk.post(f"{path}/kirim", {"csrf": token(page)})
    sent = time.perf_counter()
    result = desk.get(f"{path}/hasil.csv")
    end = time.perf_counter()
    rows = len(result.splitlines()) - 1
    if rows != DRIVER_ROWS:
        sys.exit(f"The result has {rows} rows.")
    say(f"check of form {checked - begin:.2f} s, checks of the city {sent - checked:.2f} s, result file {end - sent:.2f} s")
    goal(f"{DRIVER_ROWS} drivers from upload to result file within {DRIVER_LIMIT:.0f} s ({end - begin:.2f} s)",
         end - begin <= DRIVER_LIMIT)


# Proposals


def preselected(page):
    """The columns as the page proposes them for the first list of a place."""
    fields = {"csrf": token(page)}
    for name, options in re.findall(r'<select id="(kolom\d+)"[^>]*>(.*?)</select>', page, re.S):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        fields[name] = chosen.group(1) if chosen else ""
    return fields


def proposed(count, first):
    """People as an RW writes them down, most of them right."""
    rows = [["NIK", "Nama", "Tgl Lahir", "RW", "Pekerjaan"]]
    for i in range(first, first + count):
        birth = datetime.date(1965, 1, 1) + datetime.timedelta(days=i % 12_000)
        nik = f"327501{birth:%d%m%y}{i // 12_000 * 100 + i % 97 + 1:04}"
        rows.append([nik[:15] if i % 12 == 3 else nik, f"Warga Usulan {i}", f"{birth:%d-%m-%Y}", 5, "Pedagang"])
    return rows


def workbook(rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def separated(rows):
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def classified(server, login, name, content):
    """Seconds from the upload to an answer, and to the groups of all rows."""
    desk = Desk(server, login)
    form = desk.get("/kerja/usulan")
    begin = time.perf_counter()
    path = desk.upload("/kerja/usulan/unggah", {"csrf": token(form), "rw": "5"}, "berkas", name, content)
    answered = time.perf_counter() - begin
    if path.endswith("/kolom"):
        path = desk.post(path, preselected(desk.get(path)))
    while "http-equiv" in desk.get(path):
        time.sleep(1)
    return answered, time.perf_counter() - begin


def proposals(server):
    """A kelurahan's workbook at once, and a list of the whole city in the background."""
    _, whole = classified(server, "yuni", "usulan.xlsx", workbook(proposed(PROPOSED_ROWS, 0)))
    goal(f"{PROPOSED_ROWS} rows of a workbook read and put into groups within {PROPOSED_LIMIT:.0f} s ({whole:.2f} s)",
         whole <= PROPOSED_LIMIT)
    answered, whole = classified(server, "ratna", "kota.csv", separated(proposed(MANY_ROWS, PROPOSED_ROWS)))
    say(f"{MANY_ROWS} rows in the background: answer after {answered:.1f} s, groups of all rows after {whole:.0f} s")


# Answers


def register(folder):
    """All drivers of the city, as an agency that knows every one of them would list them."""
    lists = next(folder.glob("sigap.db-lists-*"))
    rows = [["Nama Lengkap", "No. KTP", "Tgl. Lahir", "Alamat"]]
    with open(lists / "truth" / "persons.csv", encoding="utf-8") as file:
        for person in csv.DictReader(file):
            if person["occupation"] in DRIVERS:
                rows.append([person["name"], person["nik"], person["birth_date"], "Bekasi"])
    return separated(rows)


def answers(server):
    """An agency's list, and yes to everybody found on it for certain."""
    content = register(Path(server.log_path).parent)
    desk = Desk(server, "hendra")
    form = desk.get("/kerja/acuan")
    day = datetime.date.today() - datetime.timedelta(days=20)
    begin = time.perf_counter()
    desk.upload(
        "/kerja/acuan", {"csrf": token(form), "tgl": day.day, "bln": day.month, "thn": day.year},
        "berkas", "dishub.csv", content)
    kept = time.perf_counter()
    page = desk.get("/kerja/jawaban")
    shown = time.perf_counter()
    form = re.search(r'<form[^>]*action="/kerja/jawaban/persis".*?</form>', page, re.S).group(0)
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
    asked = time.perf_counter()
    desk.post("/kerja/jawaban/persis", fields)
    end = time.perf_counter()
    count = int(re.search(r"([\d.]+)", re.sub(r"<[^>]+>", "", form)).group(1).replace(".", ""))
    say(f"agency's list kept in {kept - begin:.2f} s, its page {shown - kept:.2f} s, {count} answers at once {end - asked:.2f} s")


def main():
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("binary")
    asked = asked.parse_args()
    binary = program(asked.binary)
    head("The workroom", data="the sample city of `sigap demo`", command="python Benchmarks/workroom.py", machine=machine())
    with tempfile.TemporaryDirectory() as folder, Server(binary, folder) as server:
        partner(server)
        proposals(server)
    with tempfile.TemporaryDirectory() as folder, Server(binary, folder, "--people", LARGE_CITY) as server:
        answers(server)


if __name__ == "__main__":
    main()
