"""What a citizen, a council member or a journalist sees without signing in."""

import gzip
import json
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import fits, picture
from people import registered, somebody

PAGES = ["/", "/cek", "/syarat", "/kecelakaan", "/ahli-waris", "/kuota", "/data", "/bantuan",
         "/privasi", "/aksesibilitas", "/masuk"]
NAMES = {"/": "beranda"}


def name_of(path):
    return NAMES.get(path, path.strip("/").replace("/", "-"))


@pytest.mark.parametrize("path", PAGES)
def test_page_opens_fits_and_has_one_heading(open_page, path):
    response = open_page.goto(path)
    assert response.status == 200
    assert open_page.locator("h1").count() == 1
    assert open_page.locator("html").get_attribute("lang") == "id"
    assert fits(open_page), "the page scrolls sideways"
    picture(open_page, name_of(path))


@pytest.mark.parametrize("path", PAGES)
def test_page_has_no_accessibility_violation(desk, path):
    desk.goto(path)
    results = Axe().run(desk, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("path", PAGES)
def test_page_weighs_little_and_asks_nobody_else(desk, site, path):
    foreign = []
    desk.on("request", lambda request: foreign.append(request.url) if not request.url.startswith(site.url) else None)
    desk.goto(path)
    assert foreign == []
    request = urllib.request.Request(site.url + path, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as response:
        page = len(response.read())
        assert response.headers["Content-Encoding"] == "gzip"
    style = desk.locator("link[rel=stylesheet]").get_attribute("href")
    request = urllib.request.Request(site.url + style, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as response:
        page += len(response.read())
    assert page <= 20_000, f"{page} bytes"


def test_english_is_one_click_away_and_remembered(open_page):
    open_page.goto("/")
    open_page.click("footer a[hreflang=en]")
    assert open_page.locator("html").get_attribute("lang") == "en"
    open_page.goto("/cek")
    assert open_page.locator("html").get_attribute("lang") == "en"


def ask(page, person, year=None):
    page.goto("/cek")
    page.fill("#nik", person["nik"])
    year_born, month, day = person["birth_date"].split("-")
    page.fill("#hari", str(int(day)))
    page.fill("#bulan", str(int(month)))
    page.fill("#tahun", year or year_born)
    page.locator("form[action='/cek'] button").first.click()


def test_a_worker_reads_his_own_status(open_page, site):
    person = somebody(site, registered)
    ask(open_page, person)
    text = open_page.inner_text("main")
    assert "Kami tidak menemukan" not in text
    assert person["nik"] not in open_page.content()
    assert person["nik"] not in open_page.url
    assert "••••••••" + person["nik"][-4:] in text
    assert person["name"].upper() not in text.upper()
    assert "desil" not in text.lower()
    assert open_page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    picture(open_page, "cek-jawaban")


def test_unknown_and_half_known_people_get_the_same_answer(open_page, site):
    person = somebody(site, registered)
    ask(open_page, person, year=str(int(person["birth_date"][:4]) - 1))
    half_known = open_page.inner_text("main")
    ask(open_page, {"nik": "3275011708859999", "birth_date": "1985-08-17"})
    unknown = open_page.inner_text("main")
    assert "tidak menemukan" in unknown
    assert half_known == unknown


def test_a_form_with_mistakes_says_which_and_keeps_what_was_typed(open_page):
    open_page.goto("/cek")
    open_page.fill("#nik", "3275")
    open_page.locator("form[action='/cek'] button").first.click()
    assert open_page.locator("#nik").input_value() == "3275"
    assert open_page.locator("[aria-invalid=true]").count() >= 1
    picture(open_page, "cek-salah")


def test_published_figures_add_up_and_hide_small_cells(site):
    with urllib.request.urlopen(site.url + "/data/unduh.csv") as response:
        lines = response.read().decode().splitlines()
    assert lines[0] == "measure,area_code,area,group,value"
    assert len(lines) > 20
    for line in lines[1:]:
        value = line.rsplit(",", 1)[1]
        assert not (value.isdigit() and 0 < int(value) < 5), line
    with urllib.request.urlopen(site.url + "/data/keterangan.json") as response:
        assert json.loads(response.read())["columns"]


def test_security_headers_are_set(site):
    with urllib.request.urlopen(site.url + "/") as response:
        headers = response.headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


def test_missing_pages_say_what_to_do(open_page):
    response = open_page.goto("/tidak-ada")
    assert response.status == 404
    assert "tidak ada" in open_page.inner_text("main").lower()
    picture(open_page, "404")


def test_a_form_from_another_site_is_refused(site):
    request = urllib.request.Request(
        site.url + "/cek", data=b"cara=nik", headers={"Origin": "http://jahat.example"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)
    assert refused.value.code == 403


def test_too_many_tries_are_stopped_politely(site):
    """Last, because it locks this machine's address out of /cek for ten minutes."""
    status = 200
    for _ in range(12):
        request = urllib.request.Request(
            site.url + "/cek", headers={"Accept-Encoding": "gzip"},
            data=b"cara=nik&nik=3275011708859999&hari=17&bulan=8&tahun=1985")
        try:
            with urllib.request.urlopen(request) as response:
                status, body = response.status, response.read()
        except urllib.error.HTTPError as refused:
            status, body = refused.code, refused.read()
    assert status == 429
    assert "Terlalu banyak percobaan" in gzip.decompress(body).decode()
