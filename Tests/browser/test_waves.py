"""A wave is planned, its order frozen and proven, and funds matched to it."""

import hashlib
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import WIDTHS, fits, picture, sign_in


@pytest.fixture(scope="module")
def site(own_site):
    return own_site

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
MASK = (1 << 64) - 1


def accessible(page):
    results = Axe().run(page, options=AXE)
    assert results.violations_count == 0, results.generate_report()


@pytest.fixture(scope="module")
def office(chromium, site):
    """The programme manager's PC."""
    context = chromium.new_context(viewport={"width": 1366, "height": 800}, base_url=site.url)
    page = context.new_page()
    page.width_name = "desk"
    sign_in(page, site)
    yield page
    context.close()


@pytest.fixture(scope="module")
def fund(office):
    """A fund with money for some people, named in the browser."""
    office.goto("/kerja/dana")
    office.click("summary:has-text('Buka sumber dana baru')") if not office.is_visible("#nama") else None
    office.fill("#nama", "PSR ASN uji")
    office.select_option("#sumber", "psr")
    office.fill("#pemberi", "ASN Kota Bekasi")
    office.fill("#wadah", "NPW-UJI")
    office.fill("#mulai", "2026-01")
    office.fill("#sampai", "2026-12")
    office.click("button:has-text('Buka dana')")
    office.click("summary:has-text('Catat dana masuk')")
    options = office.locator("#alokasi-dana option")
    values = [o.get_attribute("value") for o in options.all() if "PSR ASN uji" in o.inner_text()]
    office.select_option("#alokasi-dana", values[0])
    office.fill("#jumlah", "Rp 10.080.000")
    office.fill("#dokumen", "Surat 900/12")
    office.click("form:has(#jumlah) button")
    office.wait_for_selector("td:has-text('Rp10.080.000')")
    return "PSR ASN uji"


@pytest.fixture(scope="module")
def wave(office, fund):
    """The address of a plan for 120 people."""
    office.goto("/kerja/gelombang")
    if not office.is_visible("#kuota"):
        office.click("summary:has-text('Rencanakan gelombang baru')")
    office.fill("#nama", "Gelombang uji")
    office.fill("#kuota", "120")
    office.select_option("#dana1", label=fund)
    office.click("button:has-text('Buat rencana')")
    office.wait_for_url(re.compile(r"/gelombang/\d+$"))
    return office.url


def test_every_page_fits_and_is_accessible(office, wave):
    for name, width in WIDTHS.items():
        office.set_viewport_size({"width": width, "height": 800})
        office.width_name = name
        for path, label in [("/kerja/dana", "dana"), ("/kerja/gelombang", "gelombang"),
                            (wave, "gelombang-rencana"), (f"{wave}/urutan", "gelombang-urutan"),
                            (f"{wave}/dana", "gelombang-dana")]:
            office.goto(path)
            assert fits(office), f"{path} scrolls sideways at {width}"
            accessible(office)
            picture(office, label)
        for path, label in [("/kerja/dana", "dana-isian"), ("/kerja/gelombang", "gelombang-isian")]:
            office.goto(path)
            office.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            assert fits(office), f"{path} scrolls sideways at {width}"
            accessible(office)
            picture(office, label)
    office.set_viewport_size({"width": 1366, "height": 800})


def test_a_plan_is_tried_out_before_it_is_saved(office, wave):
    office.goto(wave)
    office.fill("#kuota", "90")
    office.click("button:has-text('Hitung')")
    assert "kuota=90" in office.url
    assert "belum disimpan" in office.inner_text("main")
    office.goto(wave)
    assert office.input_value("#kuota") == "120"
    assert "orang selama" in office.inner_text("main")


def mix(value):
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
    return value ^ (value >> 31)


def draw(number, seed):
    spread = 0xCBF29CE484222325
    for byte in number.encode():
        spread = ((spread ^ byte) * 0x100000001B3) & MASK
    return f"{mix(spread ^ mix(seed)):016x}"


def test_an_auditor_proves_the_order_with_nothing_but_its_text(office, wave):
    office.goto(wave)
    button = office.locator("button:has-text('Bekukan urutan sekarang')")
    if button.count() == 0:
        pytest.skip("nobody is verified in this city yet")
    button.click()
    office.wait_for_url(re.compile(r"/urutan$"))
    for name, width in WIDTHS.items():
        office.set_viewport_size({"width": width, "height": 800})
        office.width_name = name
        office.goto(f"{wave}/urutan?periksa=1")
        assert "Urutan dan sidiknya cocok." in office.inner_text("main")
        assert fits(office)
        accessible(office)
        picture(office, "gelombang-beku")
        office.click("table a >> nth=0")
        office.click("text=Mengapa? >> nth=1")
        assert "Di belakang tempat" in office.inner_text("#mengapa")
        assert fits(office)
        accessible(office)
        picture(office, "gelombang-kelurahan")
    office.set_viewport_size({"width": 1366, "height": 800})
    office.goto(f"{wave}/urutan")
    text = office.request.get(f"{wave}/urutan.txt").body()
    assert hashlib.sha256(text).hexdigest() in office.inner_text("main")
    lines = [line.split("\t") for line in text.decode().splitlines()]
    seed = next(int(line[1]) for line in lines if line[0] == "benih")
    places = [line for line in lines if line[0] == "urutan"]
    assert places and all(line[9] == draw(line[2], seed) for line in places)


def test_funds_are_matched_and_kept(office, wave):
    office.goto(f"{wave}/dana")
    save = office.locator("button:has-text('Simpan pembagian dana')")
    if save.count() == 0:
        pytest.skip("no order is frozen")
    save.click()
    assert "Pembagian ini sudah disimpan." in office.inner_text("main")
    for name, width in WIDTHS.items():
        office.set_viewport_size({"width": width, "height": 800})
        office.width_name = name
        office.goto(f"{wave}/dana")
        assert fits(office)
        accessible(office)
        picture(office, "gelombang-dana-tersimpan")
