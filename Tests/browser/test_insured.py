"""The city after its first wave: what `make run` shows, and the way from a person to the payment."""

import re
import sqlite3
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import WIDTHS, fits, picture, sign_in

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PAGES = {
    "ratna": [
        "/kerja", "/kerja/dasbor", "/kerja/dana", "/kerja/gelombang", "/kerja/gelombang/1",
        "/kerja/gelombang/1/urutan", "/kerja/gelombang/1/dana", "/kerja/sk", "/kerja/sk/1",
        "/kerja/sk/1/lampiran", "/kerja/bpjs/keluar", "/kerja/bpjs/masuk", "/kerja/iuran",
        "/kerja/risiko-putus", "/kerja/mutasi", "/kerja/klaim", "/kerja/kartu", "/kerja/kartu?sk=1",
    ],
    "sari": ["/kerja", "/kerja/iuran", "/kerja/dana"],
    "reza": ["/kerja/bpjs/keluar", "/kerja/bpjs/masuk", "/kerja/sk/1", "/kerja/kartu"],
    "intan": ["/kerja", "/kerja/iuran", "/kerja/sk/1"],
}


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("login", PAGES)
def test_every_page_of_the_insured_city(chromium, insured, login, width):
    context = chromium.new_context(viewport={"width": width, "height": 800}, base_url=insured.url)
    page = context.new_page()
    page.width_name = str(width)
    sign_in(page, insured, login)
    for address in PAGES[login]:
        answer = page.goto(address)
        assert answer.status == 200, address
        picture(page, f"insured-{login}{address.replace('/', '-')}")
        assert fits(page), address
        found = Axe().run(page, options=RULES)
        assert not found.response["violations"], (address, found.generate_report())
    context.close()


def test_two_clicks_lead_from_a_member_to_the_payment(chromium, insured):
    context = chromium.new_context(
        viewport={"width": 1366, "height": 800}, java_script_enabled=False, base_url=insured.url)
    page = context.new_page()
    sign_in(page, insured, "ratna")
    store = sqlite3.connect(insured.folder / "sigap.db")
    number = store.execute("SELECT number FROM member WHERE state = 'active' ORDER BY id LIMIT 1").fetchone()[0]
    store.close()
    page.goto(f"/kerja/peserta/{number}/iuran")
    picture(page, "insured-bulan")
    page.locator("main a[href*='bulan=']").first.click()
    text = page.inner_text("main")
    for part in ["SK", "SPM-", "SP2D-", "Rp"]:
        assert part in text, part
    picture(page, "insured-jejak")
    context.close()


def test_papers_lie_where_they_are_needed(chromium, insured, tmp_path):
    """Every link to a paper on these pages gives a PDF whose text names the city's office or programme."""
    context = chromium.new_context(
        viewport={"width": 1366, "height": 800}, java_script_enabled=False, base_url=insured.url)
    page = context.new_page()
    sign_in(page, insured, "ratna")
    store = sqlite3.connect(insured.folder / "sigap.db")
    number = store.execute("SELECT number FROM member WHERE state = 'active' ORDER BY id LIMIT 1").fetchone()[0]
    store.close()
    expected = {
        "/kerja/iuran/tagihan/1": 2, "/kerja/kartu?sk=1": 2, "/kerja/gelombang/1/urutan": 1,
        f"/kerja/peserta/{number}": 1,
    }
    for address, least in expected.items():
        page.goto(address)
        links = page.eval_on_selector_all("main a[download]", "all => all.map(a => a.getAttribute('href'))")
        papers = [link for link in links if ".pdf" in link]
        assert len(papers) >= least, address
        for link in papers[:3]:
            answer = page.request.get(link)
            assert answer.status == 200 and answer.headers["content-type"] == "application/pdf", link
            file = tmp_path / "paper.pdf"
            file.write_bytes(answer.body())
            text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
            assert "SIGAP" in text or "DINAS TENAGA KERJA" in text, link
    context.close()
