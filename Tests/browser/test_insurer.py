"""Files go to the insurer and come back, and a month is reconciled with its list."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import WIDTHS, fits, picture, sign_in

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
# Somebody whom no decree names.
STRANGER = "3275014507900003"
MONTH = "2031-05"


def accessible(page):
    results = Axe().run(page, options=AXE)
    assert results.violations_count == 0, results.generate_report()


@pytest.fixture
def liaison(chromium, site):
    """The PC of the insurer's liaison, without JavaScript."""
    context = chromium.new_context(
        viewport={"width": 1366, "height": 800}, java_script_enabled=False, base_url=site.url)
    page = context.new_page()
    sign_in(page, site, "reza")
    yield page
    context.close()


@pytest.fixture
def checked(chromium, site):
    """The same person in a browser in which axe can run."""
    context = chromium.new_context(viewport={"width": 1366, "height": 800}, base_url=site.url)
    page = context.new_page()
    sign_in(page, site, "reza")
    yield page
    context.close()


def send(page, text, kind="peserta", month=None):
    """Uploads a file of the insurer; the page that follows."""
    page.goto("/kerja/bpjs/masuk")
    page.check(f"input[name=jenis][value={kind}]")
    if month:
        page.select_option("#bulan", month)
    page.set_input_files(
        "#berkas", {"name": "cabang.csv", "mimeType": "text/csv", "buffer": text.encode()})
    page.click("main form button.tombol")
    return page


def months(page):
    page.goto("/kerja/bpjs/masuk")
    return page.locator("#bulan option").evaluate_all("all => all.map(one => one.value)")


def members(kpj):
    return f"Iuran;No KPJ;Nama Peserta;NIK\nRp16.800,00;{kpj};ORANG LAIN;{STRANGER}\n"


def test_every_page_fits_and_is_accessible(checked):
    month = months(checked)[0]
    send(checked, members("26000000011"), month=month)
    checked.wait_for_url(re.compile(r"/kerja/bpjs/\d+"))
    file = checked.url
    for name, width in WIDTHS.items():
        checked.set_viewport_size({"width": width, "height": 800})
        checked.width_name = name
        for path, label in [("/kerja/bpjs/keluar", "bpjs-keluar"), ("/kerja/bpjs/masuk", "bpjs-masuk"),
                            (file, "bpjs-berkas"), (f"/kerja/rekonsiliasi/{month}", "rekonsiliasi"),
                            (f"/kerja/rekonsiliasi/{month}/pertentangan", "rekonsiliasi-pertentangan"),
                            (f"/kerja/rekonsiliasi/{month}?bahasa=en", "rekonsiliasi-en")]:
            checked.goto(path)
            assert fits(checked), f"{path} scrolls sideways at {width}"
            accessible(checked)
            picture(checked, label)
        checked.goto("/kerja/bpjs/masuk?bahasa=id")
        send(checked, "Tanggal;Jumlah\n1;2\n")
        assert fits(checked)
        accessible(checked)
        picture(checked, "bpjs-galat")


def test_what_the_insurer_lists_is_compared_and_closed_once(liaison):
    month = months(liaison)[2]
    send(liaison, members("26000000012"), month=month)
    first = liaison.url
    assert STRANGER not in liaison.content()
    assert "3275••••••••0003" in liaison.content()
    # The same file again is the same file.
    send(liaison, members("26000000012"), month=month)
    assert liaison.url == first + "?sama=1"
    liaison.goto(f"/kerja/rekonsiliasi/{month}")
    assert "Jumlah di berkas BPJS 1" in liaison.inner_text("main")
    liaison.click("main form:has(input[name=kita]) button")
    assert "Berita acara REK-" in liaison.inner_text("main")
    assert liaison.locator("input[name=kita]").count() == 0
    liaison.click("a[href$='/berita-acara']")
    record = liaison.inner_text("main")
    assert len(re.findall(r"\b[0-9a-f]{64}\b", record)) == 2
    assert "ORANG LAIN" in record
    # A closed month takes no other list.
    send(liaison, members("26000000013"), month=month)
    assert "month-closed" in liaison.inner_text("[role=alert]")


def test_the_record_fits_on_paper(checked):
    month = months(checked)[3]
    send(checked, members("26000000014"), month=month)
    checked.goto(f"/kerja/rekonsiliasi/{month}")
    checked.click("main form:has(input[name=kita]) button")
    checked.click("a[href$='/berita-acara']")
    for name, width in WIDTHS.items():
        checked.set_viewport_size({"width": width, "height": 800})
        checked.width_name = name
        assert fits(checked)
        accessible(checked)
        picture(checked, "berita-acara")
    checked.emulate_media(media="print")
    assert not checked.locator("main .tanpa-cetak").first.is_visible()


def test_others_have_no_way_in(chromium, site):
    context = chromium.new_context(base_url=site.url)
    page = context.new_page()
    sign_in(page, site, "yuni")
    for path in ["/kerja/bpjs/keluar", "/kerja/bpjs/masuk", f"/kerja/rekonsiliasi/{MONTH}"]:
        assert page.goto(path).status == 403
    context.close()
