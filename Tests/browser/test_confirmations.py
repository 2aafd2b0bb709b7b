"""An RW is asked who works: on paper, and by a link on a phone."""

import re
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import PICTURES, WIDTHS, fits, picture, sign_in

AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def accessible(page):
    results = Axe().run(page, options=AXE)
    assert results.violations_count == 0, results.generate_report()


@pytest.fixture
def office(chromium, site):
    """The operator's PC."""
    context = chromium.new_context(viewport={"width": 1366, "height": 800}, base_url=site.url)
    page = context.new_page()
    sign_in(page, site, "yuni")
    yield page
    context.close()


def make_round(page):
    """A list for the RW with most people who still wait; each test takes another one."""
    page.goto("/kerja/konfirmasi-rw")
    rows = page.locator("a.langkah-lanjut")
    counts = [int(text.replace(".", "")) for text in page.locator("tr:has(a.langkah-lanjut) td:nth-child(2)").all_inner_texts()]
    best = max(range(rows.count()), key=lambda row: counts[row])
    rows.nth(best).click()
    page.fill("#saksi", "Suparman")
    page.click("main form button")
    page.wait_for_url(re.compile(r"/konfirmasi-rw/\d+$"))
    return page.url, counts[best]


def make_link(page):
    page.click("form[action$='/tautan'] button")
    return page.input_value("#alamat"), page.inner_text(".kode-besar")


@pytest.fixture
def phone(chromium, site):
    """A cheap phone without JavaScript."""
    context = chromium.new_context(
        viewport={"width": 320, "height": 640}, java_script_enabled=False, base_url=site.url)
    page = context.new_page()
    page.width_name = "phone"
    yield page
    context.close()


def test_every_page_fits_and_is_accessible(chromium, site, office):
    _, _ = make_round(office)
    address = office.url
    for name, width in WIDTHS.items():
        office.set_viewport_size({"width": width, "height": 800})
        office.width_name = name
        for path, label in [("/kerja/konfirmasi-rw", "rw"), (address, "rw-daftar"),
                            (address + "?cetak=1", "rw-cetak")]:
            office.goto(path)
            assert fits(office), f"{path} scrolls sideways at {width}"
            accessible(office)
            picture(office, label)
        office.goto("/kerja/konfirmasi-rw")
        office.locator("a.langkah-lanjut").first.click()
        assert fits(office)
        accessible(office)
        picture(office, "rw-baru")
        office.goto(address)
        url, code = make_link(office)
        assert fits(office)
        accessible(office)
        picture(office, "rw-tautan")
        visitor = chromium.new_context(viewport={"width": width, "height": 640})
        page = visitor.new_page()
        page.width_name = name
        page.goto(url)
        assert fits(page)
        accessible(page)
        picture(page, "k-kode")
        page.fill("#kode", code)
        page.click("main button")
        assert fits(page)
        accessible(page)
        picture(page, "k-daftar")
        visitor.close()


def test_an_rw_answers_everybody_on_a_phone_without_scripts(phone, office):
    address, count = make_round(office)
    url, code = make_link(office)
    phone.goto(url)
    wrong = "0000" if code != "0000" else "1111"
    phone.fill("#kode", wrong)
    phone.click("main button")
    assert "Kode salah. Sisa 3 kali mencoba." in phone.inner_text("main")
    assert fits(phone)
    picture(phone, "k-salah")
    phone.fill("#kode", code)
    phone.click("main button")
    assert phone.url == url, "the code stands in no address"
    text = phone.inner_text("main")
    assert not re.search(r"\d{16}|BKS-|esil", text)
    people = phone.locator(".ketuk li")
    assert people.count() == count
    small = phone.evaluate(
        "() => [...document.querySelectorAll('.ketuk button')].filter(b => b.getBoundingClientRect().height < 44).length")
    assert small == 0
    for place in range(count):
        people.nth(place).locator("button").nth([0, 0, 1, 2][place % 4]).click()
        assert re.search(rf"{place + 1} dari {count}", phone.inner_text("h1"))
        if place == 2:
            # He stops and goes on later: the page itself remembers.
            phone.goto("about:blank")
            phone.goto(url)
    assert f"{count} dari {count} sudah dijawab. Terima kasih, Pak RW." in phone.inner_text("main")
    assert re.search(r"Tersimpan \d\d\.\d\d", phone.inner_text("main"))
    assert fits(phone)
    picture(phone, "k-selesai")
    office.goto(address)
    assert "Terima kasih" in office.inner_text("h1")
    assert office.locator("input:checked").count() == count


def test_a_tap_is_sent_by_itself_and_again_when_the_line_was_gone(chromium, site, office):
    _, count = make_round(office)
    url, code = make_link(office)
    context = chromium.new_context(viewport={"width": 320, "height": 640}, base_url=site.url)
    page = context.new_page()
    page.goto(url)
    page.fill("#kode", code)
    page.click("main button")
    people = page.locator(".ketuk li")
    people.nth(0).locator("button").nth(0).click()
    page.locator("[data-kata]", has_text=re.compile(r"Tersimpan \d\d\.\d\d")).wait_for()
    assert f"1 dari {count}" in page.inner_text("h1")
    context.set_offline(True)
    people.nth(1).locator("button").nth(1).click()
    third = people.nth(2 if count > 2 else 0)
    third.locator("button").nth(2).click()
    page.locator("[data-kata]", has_text="Belum terkirim").wait_for()
    kept = []
    page.on("response", lambda reply: kept.append(reply) if reply.request.method == "POST" and reply.ok else None)
    context.set_offline(False)
    for _ in range(200):
        if len(kept) == 2:
            break
        page.wait_for_timeout(100)
    assert len(kept) == 2
    page.reload()
    assert people.nth(1).locator("[aria-pressed=true]").inner_text() == "Tidak"
    assert third.locator("[aria-pressed=true]").inner_text() == "Tidak kenal"
    context.close()


def test_the_link_weighs_little(chromium, site, office):
    make_round(office)
    url, code = make_link(office)
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(url)
    page.fill("#kode", code)
    sizes = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    page.click("main button")
    page.wait_for_load_state("networkidle")
    assert len(page.content().encode()) <= 15_000
    assert sum(sizes) <= 15_000, sizes
    assert "woff2" not in page.evaluate("performance.getEntriesByType('resource').map(r => r.name).join()")
    context.close()


def test_paper_is_keyed_in_with_one_key_a_row(office):
    _, count = make_round(office)
    office.locator("#j1-ya").focus()
    for place in range(count):
        office.keyboard.press("123"[place % 3])
    office.locator("h1", has_text="Terima kasih").wait_for(timeout=20_000)
    office.reload()
    values = office.locator("input:checked").evaluate_all("inputs => inputs.map(input => input.value)")
    assert values == [["ya", "tidak", "tak-kenal"][place % 3] for place in range(count)]
    picture(office, "rw-diketik")


def test_paper_is_keyed_in_without_scripts(chromium, site):
    context = chromium.new_context(
        viewport={"width": 1366, "height": 800}, java_script_enabled=False, base_url=site.url)
    page = context.new_page()
    sign_in(page, site, "yuni")
    _, count = make_round(page)
    for place in range(1, count + 1):
        page.check(f"#j{place}-ya")
    page.click("form[action$='/jawaban'] button")
    assert f"{count} dari {count} sudah dijawab" in page.inner_text("h1")
    context.close()


@pytest.mark.parametrize("size", ["A4", "F4"])
def test_the_list_prints_with_its_heading_on_every_page(office, size, tmp_path):
    address, count = make_round(office)
    office.goto(address + "?cetak=1")
    # Long enough for several pages.
    office.evaluate(
        """() => { const body = document.querySelector('tbody');
        const rows = [...body.children];
        while (body.children.length < 70) body.append(rows[body.children.length % rows.length].cloneNode(true)); }""")
    paper = {"format": "A4"} if size == "A4" else {"width": "215mm", "height": "330mm"}
    file = tmp_path / f"{size}.pdf"
    office.pdf(path=file, **paper)
    assert len(re.findall(rb"/Type ?/Page\b", file.read_bytes())) >= 2
    office.emulate_media(media="print")
    style = "(tag, name) => getComputedStyle(document.querySelector(tag))[name]"
    assert office.evaluate(f"({style})('thead', 'display')") == "table-header-group"
    assert office.evaluate(f"({style})('tbody tr', 'breakInside')") == "avoid"
    assert not re.search(r"\d{16}|BKS-|esil", office.inner_text("main"))


def test_an_unknown_link_is_not_there(site):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{site.url}/k/{'A' * 43}")
    assert refused.value.code == 404
    assert refused.value.headers["Referrer-Policy"]
