"""A member dies: what follows is shown, noted, and put on an amendment."""

import datetime
import re
import sqlite3
import time

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import WIDTHS, fits, picture, sign_in


@pytest.fixture(scope="module")
def site(own_site):
    return own_site

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
DECREE = 801
MEMBERS = 6


def accessible(page):
    results = Axe().run(page, options=AXE)
    assert results.violations_count == 0, results.generate_report()


def today():
    return datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7))).date()


def insert_members(site):
    """Members of one kelurahan by a decree in force, paid until this month; one waits there."""
    store = sqlite3.connect(site.folder / "sigap.db", timeout=30)
    now = today()
    first = now.year * 12 + now.month - 1 - 4
    last = first + 10
    with store:
        store.execute(
            "INSERT INTO fund (id, source, title, payer, worker_group, first_month, last_month,"
            " restrictions, actor, at, version) VALUES ('mutasi', 'apbd', 'APBD uji', 'Kota', 'W-m',"
            " ?, ?, '{\"occupations\":[],\"places\":[]}', 'uji', 1, 1)", (first, last))
        store.execute(
            "INSERT INTO wave (id, title, quota, first_month, months, state, seed, digest, frozen_at,"
            " actor, at, version) VALUES (?, 'Gelombang mutasi', ?, ?, 11, 'decreed', '1', 'x', 1,"
            " 'ratna', 1, 1)", (DECREE, MEMBERS, first))
        store.execute(
            "INSERT INTO decree (id, code, kind, wave_id, title, body, state, number, signed_on,"
            " first_month, last_month, lines, digest, in_force_at, actor, at, version) VALUES (?,"
            " 'KODE-MUTASI', 'determination', ?, 'SK', '{}', 'in-force', '460/801/2026', 20000, ?, ?,"
            " ?, 'x', 1, 'ratna', 1, 1)", (DECREE, DECREE, first, last, MEMBERS))
        store.execute(
            "INSERT INTO bill (id, month, fund, turn, people, amount, state, digest, actor, at,"
            " version) VALUES (801, ?, 'mutasi', 1, ?, 1, 'draft', 'x', 'ratna', 1, 1)",
            (first, MEMBERS))
        village = store.execute(
            "SELECT village FROM verification_case WHERE village IS NOT NULL AND state = 'open'"
            " GROUP BY village ORDER BY village LIMIT 1").fetchone()[0]
        people = store.execute(
            "SELECT number, name, name_key, district, village FROM person WHERE village = ? AND"
            " standing = 'selected' AND nik_index IS NOT NULL ORDER BY rank DESC LIMIT ?",
            (village, MEMBERS)).fetchall()
        dead = store.execute(
            "SELECT number, name, name_key, district, village FROM person WHERE standing = 'refused'"
            " AND ';' || reasons || ';' LIKE '%;A13;%' AND village IS NOT NULL ORDER BY number"
            " DESC LIMIT 1").fetchone()
        waiting = people[-1]
        members = people[:-1] + [dead]
        assert len(members) == MEMBERS
        store.execute(
            "UPDATE verification_case SET standing = 'verified' WHERE number = ?", (waiting[0],))
        row = store.execute("SELECT COALESCE(MAX(id), 0) FROM member").fetchone()[0]
        for place, (number, name, key, district, home) in enumerate(members + [waiting], start=1):
            store.execute(
                "INSERT INTO wave_place (wave_id, place, number, district, village, hazard, draw,"
                " standing, village_place) VALUES (?, ?, ?, ?, ?, 1, '0', ?, ?)",
                (DECREE, place, number, district, home,
                 "chosen" if place <= MEMBERS else "waiting", place))
            if place > MEMBERS:
                continue
            store.execute(
                "INSERT INTO member (id, number, cohort, name, name_key, district, village, state,"
                " decree_id, line, first_month, last_month, participant, active_from, version) VALUES"
                " (?, ?, 'sigap', ?, ?, ?, ?, 'active', ?, ?, ?, ?, ?, 20000, 1)",
                (row + place, number, name, key, district, home, DECREE, place, first, last,
                 f"2600801000{place}"))
            for month in range(first, last + 1):
                is_paid = month < first + 5
                # Without money set aside: the ledger is not part of this test.
                store.execute(
                    "INSERT INTO cover_month (number, month, fund, decree_id, line, state, committed,"
                    " amount, bill_id) VALUES (?, ?, 'mutasi', ?, ?, ?, 0, ?, ?)",
                    (number, month, DECREE, place, "paid" if is_paid else "promised",
                     16800 if is_paid else None, 801 if is_paid else None))
    store.close()
    return [member[0] for member in members], waiting[0]


@pytest.fixture(scope="module")
def people(site):
    return insert_members(site)


@pytest.fixture(scope="module")
def ratna(chromium, site, people):
    context = chromium.new_context(viewport={"width": 1366, "height": 800}, base_url=site.url)
    page = context.new_page()
    sign_in(page, site, "ratna")
    yield page
    context.close()


def look(page, name):
    """The page as it is now, at the width of a phone and of a PC."""
    for width_name, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 800})
        assert fits(page), f"{name} at {width}"
        page.width_name = width_name
        picture(page, name)
    accessible(page)


def test_a_death_is_noted_within_ninety_seconds(ratna, people):
    members, waiting = people
    ratna.goto("/kerja/mutasi")
    assert "perlu dipastikan" in ratna.inner_text("h1")
    look(ratna, "mutasi")
    started = time.monotonic()
    ratna.fill("#cari", members[0])
    ratna.press("#cari", "Enter")
    look(ratna, "mutasi-cari")
    ratna.click("text=Catat perubahan")
    look(ratna, "mutasi-alasan")
    ratna.click("text=Meninggal dunia")
    look(ratna, "mutasi-isian")
    ratna.fill("#tanggal", today().isoformat())
    ratna.select_option("#bukti", "death-letter")
    ratna.select_option("#sumber", "rw")
    ratna.click("text=Lihat akibatnya")
    text = ratna.inner_text("main")
    assert "Jangan hentikan dulu" in text
    assert "Rp42.000.000 bila disetujui BPJS" in text
    assert waiting in text
    look(ratna, "mutasi-akibat")
    ratna.click("text=Simpan mutasi")
    ratna.wait_for_url(re.compile(r"/kerja/mutasi/\d+$"))
    assert time.monotonic() - started < 90
    assert "Hubungi keluarga paling lambat" in ratna.inner_text("main")
    look(ratna, "mutasi-satu")
    ratna.goto("/kerja/klaim")
    assert ratna.inner_text("h1") == "1 klaim menunggu"
    look(ratna, "klaim")
    ratna.goto(f"/kerja/peserta/{members[0]}")
    assert "Kepesertaan" in ratna.inner_text("main")
    look(ratna, "peserta-kartu")
    ratna.goto("/kerja")
    assert "Hubungi keluarga peserta yang meninggal" in ratna.inner_text("main")


def test_a_change_is_taken_back(ratna, people):
    members, _ = people
    ratna.goto(f"/kerja/mutasi/baru?peserta={members[1]}&alasan=moved")
    ratna.fill("#tanggal", today().isoformat())
    ratna.click("text=Lihat akibatnya")
    ratna.click("text=Simpan mutasi")
    ratna.wait_for_url(re.compile(r"/kerja/mutasi/\d+$"))
    ratna.click("text=Batalkan mutasi ini")
    assert "Dibatalkan" in ratna.inner_text("h1")
    look(ratna, "mutasi-batal")


def test_changes_become_an_amendment(ratna, people):
    _, waiting = people
    ratna.goto("/kerja/mutasi")
    ratna.click("text=Susun adendum")
    ratna.wait_for_url(re.compile(r"/kerja/adendum/\d+$"))
    assert ratna.inner_text("h1") == "1 diganti. Adendum nomor 1 berisi 2 perubahan."
    assert waiting in ratna.inner_text("main")
    look(ratna, "adendum")


def test_it_works_without_javascript(chromium, site, people):
    members, _ = people
    context = chromium.new_context(
        viewport={"width": 320, "height": 640}, java_script_enabled=False, base_url=site.url)
    page = context.new_page()
    sign_in(page, site, "ratna")
    page.goto(f"/kerja/mutasi/baru?peserta={members[2]}&alasan=withdrawn")
    page.fill("#tanggal", today().isoformat())
    page.click("text=Lihat akibatnya")
    assert fits(page)
    page.click("text=Simpan mutasi")
    page.wait_for_url(re.compile(r"/kerja/mutasi/\d+$"))
    assert fits(page)
    context.close()
