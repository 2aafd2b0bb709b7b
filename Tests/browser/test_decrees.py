"""A decree goes from draft to number on paper and in the browser, and anybody can check it."""

import re
import sqlite3

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import WIDTHS, fits, picture, sign_in


@pytest.fixture(scope="module")
def site(own_site):
    return own_site

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
WAVE = 901
PEOPLE = 120


def accessible(page):
    results = Axe().run(page, options=AXE)
    assert results.violations_count == 0, results.generate_report()


def insert_wave(site):
    """A frozen wave of a fund without money, as the pages of waves leave it."""
    store = sqlite3.connect(site.folder / "sigap.db", timeout=30)
    first, last = 2026 * 12, 2026 * 12 + 11
    with store:
        store.execute(
            "INSERT INTO fund (id, source, title, payer, worker_group, first_month, last_month,"
            " restrictions, actor, at, version) VALUES ('uji-2026', 'apbd', 'APBD uji', 'Kota', 'W-uji',"
            " ?, ?, '{\"occupations\":[],\"places\":[]}', 'uji', 1, 1)", (first, last))
        store.execute(
            "INSERT INTO wave (id, title, quota, first_month, months, state, seed, digest, frozen_at,"
            " frozen_by, actor, at, version) VALUES (?, 'Gelombang uji', ?, ?, 12, 'frozen', '1', 'x',"
            " 1, 'ratna', 'ratna', 1, 1)", (WAVE, PEOPLE, first))
        chosen = store.execute(
            "SELECT number, district, village FROM person WHERE standing = 'selected' AND nik_index"
            " IS NOT NULL ORDER BY rank DESC LIMIT ?", (PEOPLE - 1,)).fetchall()
        dead = store.execute(
            "SELECT number, district, village FROM person WHERE evidence LIKE"
            " '%[\"alive\",\"failed\",\"dead\",%' AND village IS NOT NULL LIMIT 1").fetchall()
        assert len(chosen) == PEOPLE - 1 and len(dead) == 1
        for place, (number, district, village) in enumerate(chosen + dead, start=1):
            store.execute(
                "INSERT INTO wave_place (wave_id, place, number, district, village, hazard, draw,"
                " standing, village_place) VALUES (?, ?, ?, ?, ?, 1, '0', 'chosen', 1)",
                (WAVE, place, number, district, village))
            store.execute(
                "INSERT INTO wave_funding (wave_id, number, first_month, last_month, fund) VALUES"
                " (?, ?, ?, ?, 'uji-2026')", (WAVE, number, first, last))
    store.close()


@pytest.fixture(scope="module")
def staff(chromium, site):
    """Two managers at their PCs."""
    insert_wave(site)
    pages = {}
    for login in ["ratna", "lukman"]:
        context = chromium.new_context(
            viewport={"width": 1366, "height": 800}, base_url=site.url, accept_downloads=True)
        pages[login] = context.new_page()
        sign_in(pages[login], site, login)
    yield pages
    for page in pages.values():
        page.context.close()


def look(page, name):
    """The page as it is now, at the width of a phone and of a PC."""
    for width_name, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 800})
        assert fits(page), f"{name} at {width}"
        page.width_name = width_name
        picture(page, name)
    accessible(page)


def test_a_decree_is_drafted_signed_numbered_and_compared(staff, site, tmp_path):
    ratna, lukman = staff["ratna"], staff["lukman"]
    ratna.goto("/kerja/sk")
    look(ratna, "sk-daftar")
    ratna.click("text=Buat draf SK")
    ratna.wait_for_url(re.compile(r"/kerja/sk/\d+$"))
    address = ratna.url
    assert "meninggal menurut Dukcapil" in ratna.inner_text("main")
    look(ratna, "sk-temuan")
    dead = ratna.locator("form:has(input[name=temuan][value=dead])")
    dead.locator("input[name=alasan]").fill("Wafat, kata keluarga")
    dead.locator("button[value=keluar]").click()
    ratna.wait_for_url(address)
    for other in ["member", "same-nik", "no-nik", "ineligible", "unfunded"]:
        form = ratna.locator(f"form:has(input[name=temuan][value={other}])")
        if form.count():
            form.locator("input[name=alasan]").fill("Temuan")
            form.locator("button[value=keluar]").click()
            ratna.wait_for_url(address)
    look(ratna, "sk-siap")
    ratna.click("text=Bekukan dan mulai paraf")
    ratna.wait_for_selector("text=Paraf berikutnya")
    look(ratna, "sk-paraf")
    for turn in range(5):
        page = [lukman, ratna][turn % 2]
        page.goto(address)
        page.click("button:text-is('Paraf')")
        page.wait_for_url(address)
    ratna.goto(address)
    look(ratna, "sk-nomor")
    example = ratna.inner_text("#nomor-petunjuk").split(" ")[-1]
    ratna.fill("#nomor", example.replace("Kep.1-", "Kep.655-"))
    today = ratna.evaluate(
        "new Intl.DateTimeFormat('en-CA', {timeZone: 'Asia/Jakarta'}).format(new Date())").split("-")
    for box, part in zip(["#tahun", "#bulan", "#hari"], today):
        ratna.fill(box, part)
    ratna.click("text=Simpan nomor dan tanggal")
    ratna.wait_for_selector("text=Siap diterbitkan")

    # Our own paper comes back as it went; another one does not.
    with ratna.expect_download() as download:
        ratna.click("button:text-is('sk-lengkap.pdf')")
    paper = tmp_path / "sk.pdf"
    download.value.save_as(paper)
    with ratna.expect_download() as download:
        ratna.click("a:text-is('sk-umum.pdf')")
    public = tmp_path / "umum.pdf"
    download.value.save_as(public)
    ratna.set_input_files("#berkas", public)
    ratna.click("text=Unggah dan cocokkan")
    ratna.wait_for_selector("text=berbeda dengan draf yang diparaf")
    look(ratna, "sk-berbeda")
    ratna.goto(address)
    ratna.set_input_files("#berkas", paper)
    ratna.click("text=Unggah dan cocokkan")
    ratna.wait_for_selector("text=Sama dengan draf")
    look(ratna, "sk-sama")

    # The fund has no money: nothing is in force, and the page says how much is missing.
    ratna.click("text=Terbitkan SK")
    ratna.wait_for_selector("text=Dana tidak cukup")
    look(ratna, "sk-dana")

    ratna.goto(f"{address}/lampiran")
    look(ratna, "sk-lampiran")
    ratna.click("tbody th a >> nth=0")
    look(ratna, "sk-lampiran-kelurahan")
    assert not re.search(r"\b\d{16}\b", ratna.inner_text("main"))

    # Whoever has the paper checks its code.
    ratna.goto(address)
    code = ratna.inner_text("a[href^='/v/']")
    open_context = ratna.context.browser.new_context(
        viewport={"width": 320, "height": 640}, java_script_enabled=False, base_url=site.url)
    phone = open_context.new_page()
    phone.goto("/v")
    phone.fill("#kode", code.lower().replace("-", " "))
    phone.click("main button")
    assert "belum berlaku" in phone.inner_text("h1")
    phone.width_name = "phone"
    assert fits(phone)
    picture(phone, "cek-naskah")
    phone.goto("/v/0000-0000-0000")
    assert "tidak kami kenal" in phone.inner_text("h1")
    open_context.close()
    ratna.goto(f"/v/{code}")
    look(ratna, "cek-naskah-desk")
