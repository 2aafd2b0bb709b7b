"""Contributions month by month: reckoned, compared, ordered, paid; and the guard of cover."""

import datetime
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import WIDTHS, fits, picture, sign_in

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PEOPLE = 14


def accessible(page):
    results = Axe().run(page, options=AXE)
    assert results.violations_count == 0, results.generate_report()


def month(offset: int) -> str:
    """The month so many months from today's, as 2026-03."""
    today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7)))
    number = today.year * 12 + today.month - 1 + offset
    return f"{number // 12}-{number % 12 + 1:02}"


def nik(serial: int) -> str:
    return str(3275011708850001 + serial)


def browser_of(chromium, site, login):
    context = chromium.new_context(viewport={"width": 1366, "height": 800}, base_url=site.url)
    page = context.new_page()
    page.width_name = "desk"
    sign_in(page, site, login)
    return page


def open_fund(page, source, name, group):
    page.goto("/kerja/dana")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.select_option("#sumber", source)
    page.fill("#nama", name)
    page.fill("#pemberi", f"Pemberi {name}")
    page.fill("#wadah", group)
    page.fill("#mulai", month(-2))
    page.fill("#sampai", month(9))
    page.locator("form:has(#sumber) button").click()
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    options = page.locator("#alokasi-dana option")
    value = [option.get_attribute("value") for option in options.all() if name in option.inner_text()]
    page.select_option("#alokasi-dana", value[0])
    page.fill("#jumlah", "90000000")
    page.fill("#dokumen", "DPA contoh")
    page.locator("form:has(#alokasi-dana) button").click()


@pytest.fixture(scope="module")
def paid(chromium, site):
    """A city whose RT heads are insured: the first of four months is paid, the others are not."""
    ratna, sari = browser_of(chromium, site, "ratna"), browser_of(chromium, site, "sari")
    open_fund(ratna, "apbd", "APBD Contoh", "NPW-9001")
    open_fund(ratna, "csr", "CSR Contoh", "NPW-9002")
    ratna.goto("/kerja/iuran")
    ratna.locator("details summary").last.click()
    ratna.select_option("#dana", label="APBD Contoh")
    ratna.fill("#dari", month(-2))
    ratna.fill("#sampai", month(1))
    rows = "".join(f"{nik(serial)},KETUA {serial} SANTOSO,1985-08-17,Bekasijaya\n" for serial in range(PEOPLE))
    ratna.set_input_files("#berkas", {
        "name": "rt.csv", "mimeType": "text/csv",
        "buffer": ("NIK,Nama,Tanggal Lahir,Kelurahan\n" + rows).encode()})
    ratna.locator("form:has(#kelompok) button").click()
    assert f"{PEOPLE} orang masuk" in ratna.inner_text("[role=status]")
    ratna.goto(f"/kerja/iuran/{month(-2)}")
    ratna.click("main form button")
    ratna.locator("table a[href*='/tagihan/']").first.click()
    yield ratna, sari, ratna.url
    ratna.context.close()
    sari.context.close()


def look(page, path, label):
    for name, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 800})
        page.width_name = name
        page.goto(path)
        assert fits(page), f"{path} scrolls sideways at {width}"
        accessible(page)
        picture(page, label)


def test_a_month_goes_from_the_promise_to_the_payment(paid):
    ratna, sari, bill = paid
    look(ratna, bill, "iuran-tagihan-baru")
    # The insurer lacks one of ours, and asks for a stranger.
    rows = "".join(f"{nik(serial)};KETUA {serial} SANTOSO;16.800\n" for serial in range(1, PEOPLE))
    ratna.fill("#kode", "KB-77")
    ratna.set_input_files("#berkas", {
        "name": "tagihan.csv", "mimeType": "text/csv",
        "buffer": ("NIK;Nama;Jumlah Iuran\n" + rows + f"{nik(50)};ORANG LAIN;16.800\n").encode()})
    ratna.locator("form:has(#kode) button").click()
    assert "2 nama berbeda" in ratna.inner_text("main")
    look(ratna, bill, "iuran-selisih")
    ratna.fill("#jelas", "Menunggu pembetulan BPJS")
    ratna.click("button[value=semua]")
    ratna.fill("#spm", "SPM-001")
    ratna.locator("form:has(#spm) button").click()
    assert ratna.locator("#sp2d").count() == 0
    look(sari, bill, "iuran-bayar")
    sari.fill("#sp2d", "01234/SP2D/2026")
    sari.locator("form:has(#sp2d) button").click()
    assert re.search(rf"lunas: {PEOPLE} orang, Rp235\.200, SP2D 01234/SP2D/2026", sari.inner_text("h1"))
    look(sari, bill, "iuran-lunas")


def test_a_person_leads_to_the_payment_in_two_clicks(paid):
    ratna, _, _ = paid
    ratna.goto("/kerja/risiko-putus")
    ratna.locator("table a[href$='/iuran']").first.click()
    address = ratna.url
    ratna.locator("table a[href*='bulan=']").first.click()
    assert "01234/SP2D/2026" in ratna.inner_text("#jejak")
    look(ratna, ratna.url, "iuran-jejak")
    look(ratna, address, "iuran-bulan")


def test_every_page_fits_and_is_accessible(paid):
    ratna, _, _ = paid
    look(ratna, "/kerja/iuran", "iuran")
    look(ratna, f"/kerja/iuran/{month(-2)}", "iuran-lunas-bulan")
    look(ratna, f"/kerja/iuran/{month(-1)}", "iuran-belum")
    look(ratna, "/kerja/risiko-putus", "risiko-putus")


def test_a_bridge_shows_what_it_does_first(paid):
    ratna, _, _ = paid
    ratna.set_viewport_size({"width": 1366, "height": 800})
    ratna.goto("/kerja/risiko-putus")
    before = ratna.inner_text("main")
    assert f"{PEOPLE} orang terancam putus" in before
    for box in ratna.locator("td.pilih input").all()[:3]:
        box.check()
    ratna.select_option("#dana", label="CSR Contoh")
    ratna.fill("#dari", month(-1))
    ratna.fill("#sampai", month(0))
    ratna.locator("#jembatan button").click()
    assert "mengambil alih 6 bulan dari 3 orang" in ratna.inner_text("h1")
    for name, width in WIDTHS.items():
        ratna.set_viewport_size({"width": width, "height": 800})
        ratna.width_name = name
        assert fits(ratna)
        accessible(ratna)
        picture(ratna, "jembatan")
    ratna.click("main form button")
    ratna.goto(f"/kerja/iuran/{month(-1)}")
    assert "CSR Contoh" in ratna.inner_text("main")


def test_a_month_paid_too_long_comes_back(paid):
    ratna, sari, _ = paid
    ratna.set_viewport_size({"width": 1366, "height": 800})
    ratna.goto("/kerja/mutasi")
    ratna.fill("#cari", "KETUA 3 SANTOSO")
    ratna.press("#cari", "Enter")
    ratna.click("text=Catat perubahan")
    ratna.click("text=Meninggal dunia")
    ratna.fill("#tanggal", f"{month(-3)}-10")
    ratna.select_option("#bukti", "death-letter")
    ratna.select_option("#sumber", "rw")
    ratna.click("text=Lihat akibatnya")
    ratna.click("text=Simpan mutasi")
    ratna.wait_for_url(re.compile(r"/kerja/mutasi/\d+$"))
    sari.set_viewport_size({"width": 1366, "height": 800})
    sari.goto("/kerja")
    assert "Minta kembali iuran yang telanjur dibayar" in sari.inner_text("main")
    address = "/kerja/iuran/pengembalian"
    sari.goto(address)
    assert "1 bulan iuran" in sari.inner_text("h1")
    look(sari, address, "pengembalian")
    sari.locator("td.pilih input").first.check()
    sari.fill("#surat", "500/7")
    sari.click("button[value=minta]")
    look(sari, f"{address}?status=diminta", "pengembalian-diminta")
    sari.set_viewport_size({"width": 1366, "height": 800})
    sari.fill("#surat", "BKT-1")
    sari.click("button[value=terima-semua]")
    look(sari, f"{address}?status=diterima", "pengembalian-diterima")
    assert "BKT-1" in sari.inner_text("main")
