"""An agency answers for its own people: its list, the questions, the keys; the manager's side."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import fits, picture, sign_in

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def upload(page, site, year="2025"):
    page.goto("/kerja/acuan")
    for field, value in {"tgl": "1", "bln": "11", "thn": year}.items():
        page.fill(f"#{field}", value)
    page.set_input_files("#berkas", str(site.lists / "dishub-ojek.csv"))
    page.click("button:has-text('Ganti daftar')")


def number(text):
    found = re.search(r"([\d.]+)", text)
    return int(found.group(1).replace(".", ""))


def waiting(page):
    page.goto("/kerja/jawaban")
    return number(page.inner_text("h1"))


def test_tasks_are_the_first_page_after_signing_in(open_page, site):
    for login in ["ratna", "hendra", "yuni"]:
        sign_in(open_page, site, login)
        assert open_page.url.endswith("/kerja")
        assert fits(open_page)
        picture(open_page, f"tugas-{login}")
        open_page.goto("/kerja")
        if open_page.locator(".tugas li").count():
            assert number(open_page.inner_text(".tugas li")) > 0
        open_page.context.clear_cookies()


def test_an_agency_uploads_its_list_and_answers_without_scripts(open_page, site):
    sign_in(open_page, site, "hendra")
    open_page.goto("/kerja/acuan")
    assert fits(open_page)
    picture(open_page, "acuan")
    upload(open_page, site)
    assert "baris tersimpan" in open_page.inner_text("main")
    assert fits(open_page)
    picture(open_page, "acuan-baru")
    before = waiting(open_page)
    assert fits(open_page)
    picture(open_page, "jawaban")
    first = open_page.locator("tbody tr").first
    name = first.locator("th").inner_text().split("\n")[0]
    first.locator("button[value=tidak]").click()
    assert number(open_page.inner_text("h1")) == before - 1
    assert name not in open_page.locator("tbody tr").first.locator("th").inner_text()
    assert "Tersimpan" in open_page.inner_text("main")
    open_page.locator("button:has-text('Batalkan')").click()
    assert number(open_page.inner_text("h1")) == before
    open_page.goto("/kerja/jawaban?cocok=beberapa")
    assert fits(open_page)
    picture(open_page, "jawaban-beberapa")
    open_page.goto("/kerja/jawaban?cocok=mirip")
    assert fits(open_page)
    picture(open_page, "jawaban-mirip")
    open_page.goto("/kerja/jawaban/riwayat")
    assert fits(open_page)
    picture(open_page, "riwayat-jawaban")


def test_nothing_but_what_an_agency_may_see(open_page, site):
    sign_in(open_page, site, "hendra")
    open_page.goto("/kerja/jawaban")
    text = open_page.inner_text("main")
    assert "Desil" not in text and "Alasan" not in text
    assert not re.search(r"\b\d{16}\b", open_page.content())
    assert not re.search(r"\d{16}|lahir", open_page.url)


def test_all_exact_ones_at_once_and_the_rest_by_keys(desk, site):
    sign_in(desk, site, "hendra")
    upload(desk, site)
    before = waiting(desk)
    button = desk.locator("button:has-text('cocok persis')")
    exact = number(button.inner_text())
    assert exact > 0
    button.click()
    assert f"{exact} cocok" in desk.inner_text("main").replace(".", "")
    left = number(desk.inner_text("h1")) if "perlu jawaban" in desk.inner_text("h1") else 0
    assert left == before - exact
    for key in ["t", "x", "x"]:
        with desk.expect_navigation():
            desk.keyboard.press(key)
    assert number(desk.inner_text("h1")) == left - 3
    with desk.expect_navigation():
        desk.keyboard.press("z")
    assert number(desk.inner_text("h1")) == left - 2
    rows = desk.locator("tbody tr")
    if rows.count() > 2:
        desk.keyboard.press("j")
        place = desk.evaluate("[...document.querySelectorAll('tbody tr')].findIndex(r => r.classList.contains('kini'))")
        desk.keyboard.press("j")
        assert desk.evaluate(
            "[...document.querySelectorAll('tbody tr')].findIndex(r => r.classList.contains('kini'))") == place + 1
    desk.uncheck("#pakai-pintasan")
    desk.keyboard.press("t")
    desk.wait_for_timeout(300)
    assert number(desk.inner_text("h1")) == left - 2
    picture(desk, "jawaban-tombol")


@pytest.mark.parametrize("login,path", [
    ("hendra", "/kerja"), ("hendra", "/kerja/jawaban"), ("hendra", "/kerja/jawaban?cocok=beberapa"), ("hendra", "/kerja/jawaban/riwayat"),
    ("hendra", "/kerja/acuan"), ("ratna", "/kerja"), ("ratna", "/kerja/konflik"),
])
def test_axe_finds_nothing(desk, site, login, path):
    sign_in(desk, site, login)
    desk.goto(path)
    results = Axe().run(desk, options=RULES)
    assert results.violations_count == 0, results.generate_report()


def test_others_may_not(open_page, site):
    sign_in(open_page, site, "yuni")
    for path in ["/kerja/jawaban", "/kerja/acuan", "/kerja/jawaban/riwayat", "/kerja/konflik"]:
        assert open_page.goto(path).status == 403
