"""Why somebody is not covered yet, on one sheet; and data that are put right."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import fits, picture, sign_in

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def refused(page):
    """Somebody whom only the welfare data hold back, and about whom nobody asked anything yet: the
    phone begins at the end of the list, so that each width has people of its own."""
    page.goto("/kerja/peserta?alasan=A3")
    addresses = page.locator("tbody a[href^='/kerja/peserta/']").evaluate_all(
        "links => links.map(link => link.getAttribute('href'))")
    if getattr(page, "width_name", "desk") == "phone":
        addresses.reverse()
    for address in addresses:
        page.goto(address)
        codes = page.locator(".alasan .kode").all_inner_texts()
        if codes == ["A3"] and "PRB-" not in page.inner_text("main"):
            return address
    raise AssertionError("nobody is held back by welfare data alone")


def test_the_card_is_one_sheet_and_tells_no_decile(open_page, site):
    sign_in(open_page, site, "yuni")
    address = refused(open_page)
    open_page.click("text=Kenapa belum dapat?")
    assert open_page.url.endswith(address + "/alasan")
    assert open_page.inner_text("h1") == "Anda belum memenuhi syarat"
    text = open_page.inner_text("main")
    for words in ["Sumber:", "Tanggal data:", "Yang bisa dilakukan:", "Yang dapat memperbaiki:", "sanggahan sampai"]:
        assert words in text
    assert "esil" not in text
    assert fits(open_page)
    picture(open_page, "kartu-alasan")
    sheet = open_page.pdf(format="A4", margin={side: "15mm" for side in ["top", "bottom", "left", "right"]})
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
    open_page.emulate_media(media="print")
    picture(open_page, "kartu-alasan-cetak")


def test_a_request_is_answered_and_the_person_waits_for_quota(open_page, site):
    sign_in(open_page, site, "yuni")
    address = refused(open_page)
    open_page.goto(address + "/alasan")
    open_page.click("text=Ajukan perbaikan data")
    assert fits(open_page)
    picture(open_page, "perbaikan-pilih")
    open_page.click("main a:has-text('Desil kesejahteraan')")
    open_page.select_option("#nilai", "2")
    open_page.check("input[name=bukti][value=letter]")
    assert fits(open_page)
    picture(open_page, "perbaikan-isi")
    open_page.click("text=Kirim permintaan")
    receipt = open_page.url.split("/")[-1]
    assert re.fullmatch(r"PRB-\w+-\d\d", receipt)
    assert "Menunggu jawaban" in open_page.inner_text("main")
    assert open_page.locator("text=Simpan data yang benar").count() == 0
    assert fits(open_page)
    picture(open_page, "perbaikan-tanda-terima")
    open_page.goto(address)
    assert receipt in open_page.inner_text("main")

    open_page.locator("form[action='/keluar'] button").first.click()
    sign_in(open_page, site, "ratna")
    open_page.goto("/kerja/perbaikan")
    assert fits(open_page)
    picture(open_page, "perbaikan-daftar")
    open_page.click(f"text={receipt}")
    assert open_page.input_value("#nilai") == "2"
    assert fits(open_page)
    picture(open_page, "perbaikan-jawab")
    open_page.click("text=Simpan data yang benar")
    assert "Syarat diperiksa ulang" in open_page.inner_text("main")
    open_page.goto(address)
    text = open_page.inner_text("main")
    assert "Layak, menunggu kuota" in text and receipt in text
    assert fits(open_page)
    picture(open_page, "perbaikan-hasil")
    open_page.goto("/kerja/perbaikan?status=diterima")
    assert receipt in open_page.inner_text("tbody")


def test_an_agency_sees_only_what_it_must_answer(open_page, site):
    sign_in(open_page, site, "yuni")
    address = refused(open_page)
    receipts = {}
    for field in ["decile", "occupation"]:
        open_page.goto(f"{address}/perbaikan?data={field}")
        open_page.select_option("#nilai", index=3)
        open_page.check("input[name=bukti][value=none]" if field == "decile" else "input[name=bukti][value=letter]")
        open_page.click("text=Kirim permintaan")
        receipts[field] = open_page.url.split("/")[-1]
    open_page.goto(f"/kerja/perbaikan/{receipts['decile']}")
    picture(open_page, "perbaikan-teruskan")
    assert open_page.locator("text=Teruskan ke dinas").count() == 1
    open_page.locator("form[action='/keluar'] button").first.click()
    sign_in(open_page, site, "hendra")
    open_page.goto("/kerja/perbaikan")
    assert receipts["decile"] not in open_page.inner_text("main")
    assert open_page.goto(f"/kerja/perbaikan/{receipts['decile']}").status == 404


@pytest.mark.parametrize("path", ["card", "choose", "birth", "occupation", "working", "list", "request"])
def test_these_pages_have_no_accessibility_violation(desk, site, path):
    sign_in(desk, site)
    address = refused(desk)
    if path == "request":
        desk.goto(f"{address}/perbaikan?data=willing")
        desk.check("input[name=nilai][value=no]")
        desk.check("input[name=bukti][value=none]")
        desk.click("text=Kirim permintaan")
        assert "Menunggu jawaban" in desk.inner_text("main")
    else:
        desk.goto({"card": f"{address}/alasan", "choose": f"{address}/perbaikan", "list": "/kerja/perbaikan"}.get(
            path, f"{address}/perbaikan?data={path}"))
    results = Axe().run(desk, options=WCAG)
    assert results.violations_count == 0, results.generate_report()
