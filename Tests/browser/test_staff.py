"""What the city's staff see after signing in."""

import csv
import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import fits, picture, sign_in
from people import registered, somebody


def test_without_signing_in_there_is_only_the_login_page(open_page):
    for path in [
        "/kerja/dasbor", "/kerja/peserta", "/kerja/peserta/BKS-7K4M-92", "/kerja/pencocokan", "/kerja/pencocokan.json",
    ]:
        open_page.goto(path)
        assert "/masuk" in open_page.url


def test_a_wrong_password_says_how_many_tries_are_left(open_page):
    open_page.goto("/masuk")
    open_page.fill("#pengguna", "siapa" + open_page.width_name)
    open_page.fill("#sandi", "bukan")
    open_page.click("main button")
    assert "Sisa 4" in open_page.inner_text("main")
    assert open_page.input_value("#pengguna") == "siapa" + open_page.width_name


def test_the_dashboard_tells_the_finding(open_page, site):
    sign_in(open_page, site)
    open_page.goto("/kerja/dasbor")
    title = open_page.inner_text("h1")
    assert re.search(r"\d", title) and "memenuhi syarat" in title
    assert fits(open_page)
    picture(open_page, "dasbor")


def test_every_tile_leads_to_its_people(open_page, site):
    sign_in(open_page, site)
    open_page.goto("/kerja/dasbor")
    links = open_page.locator("a[href*='/kerja/peserta?kec=']")
    assert links.count() >= 12
    open_page.goto(links.first.get_attribute("href"))
    assert open_page.locator("tbody tr").count() > 0
    picture(open_page, "peserta-kecamatan")


def test_pages_of_people_hold_everybody_once(desk, site):
    sign_in(desk, site)
    desk.goto("/kerja/peserta?hasil=layak")
    total = int(re.sub(r"\D", "", re.search(r"([\d.]+) orang", desk.inner_text("main")).group(1)))
    seen = []
    while True:
        seen += desk.locator("tbody a[href^='/kerja/peserta/']").evaluate_all(
            "links => links.map(link => link.getAttribute('href'))")
        following = desk.locator("a:has-text('Berikutnya')")
        if following.count() == 0:
            break
        following.first.click()
    assert len(seen) == len(set(seen)) == total


def test_a_person_is_found_by_name_nik_and_number(open_page, site):
    person = somebody(site, registered)
    sign_in(open_page, site)
    for typed in [person["name"], person["nik"]]:
        open_page.goto("/kerja/peserta")
        open_page.fill("#cari", typed)
        open_page.locator("form:has(#cari) button").first.click()
        assert person["nik"] not in open_page.url
        rows = open_page.locator("tbody tr")
        assert rows.count() >= 1
        assert person["nik"][-4:] in open_page.inner_text("tbody")
    number = open_page.locator("tbody a[href^='/kerja/peserta/']").first.get_attribute("href").split("/")[-1]
    open_page.goto("/kerja/peserta")
    open_page.fill("#cari", number)
    open_page.locator("form:has(#cari) button").first.click()
    assert open_page.locator("tbody tr").count() == 1
    assert fits(open_page)
    picture(open_page, "peserta-cari")


def test_a_person_page_explains_the_decision(open_page, site):
    sign_in(open_page, site)
    open_page.goto("/kerja/peserta?hasil=terpilih")
    open_page.locator("tbody a[href^='/kerja/peserta/']").first.click()
    text = open_page.inner_text("main")
    assert "Kota Bekasi" in text
    assert fits(open_page)
    picture(open_page, "orang")


def test_the_full_nik_is_shown_on_request_and_recorded(open_page, site):
    person = somebody(site, registered)
    sign_in(open_page, site)
    open_page.goto("/kerja/peserta")
    open_page.fill("#cari", person["nik"])
    open_page.locator("form:has(#cari) button").first.click()
    open_page.locator("tbody a[href^='/kerja/peserta/']").first.click()
    assert person["nik"] not in open_page.content()
    address = open_page.url
    open_page.locator("button:has-text('Tampilkan NIK')").click()
    assert person["nik"] in open_page.content().replace(" ", "")
    assert person["nik"] not in open_page.url
    open_page.goto(address)
    assert person["nik"] not in open_page.content()
    assert "NIK" in open_page.inner_text("main") and "Ratna" in open_page.inner_text("body")


def test_a_kelurahan_sees_its_own_people_only(open_page, site):
    sign_in(open_page, site, "yuni")
    open_page.goto("/kerja/peserta")
    places = open_page.locator("tbody tr").all_inner_texts()
    assert places and all("Bekasijaya" in place.replace(" ", "") for place in places)
    elsewhere = None
    with open(site.lists / "truth" / "persons.csv", encoding="utf-8") as file:
        elsewhere = next(p for p in csv.DictReader(file)
                         if registered(p) and p["kelurahan"] != "32.75.01.1001")
    open_page.fill("#cari", elsewhere["nik"])
    open_page.locator("form:has(#cari) button").first.click()
    assert open_page.locator("tbody tr").count() == 0


def test_signing_out_ends_the_session(open_page, site):
    sign_in(open_page, site)
    open_page.locator("form[action='/keluar'] button").first.click()
    open_page.goto("/kerja/dasbor")
    assert "/masuk" in open_page.url


def test_a_filter_that_does_not_exist_shows_nobody(desk, site):
    sign_in(desk, site)
    response = desk.goto("/kerja/peserta?kec=%3Cscript%3Ealert(1)%3C/script%3E")
    assert response.status == 404
    assert "<script>alert" not in desk.content()


@pytest.mark.parametrize("path", ["/kerja/dasbor", "/kerja/peserta", "/kerja/peserta?hasil=tidak", "/kerja/pencocokan", "person"])
def test_staff_pages_have_no_accessibility_violation(desk, site, path):
    sign_in(desk, site)
    if path == "person":
        desk.goto("/kerja/peserta?hasil=terpilih")
        desk.locator("tbody a[href^='/kerja/peserta/']").first.click()
    else:
        desk.goto(path)
    results = Axe().run(desk, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    assert results.violations_count == 0, results.generate_report()


def test_staff_pages_weigh_little(desk, site):
    sizes = {}
    desk.on("response", lambda response: sizes.__setitem__(response.url, response))
    sign_in(desk, site)
    for path in ["/kerja/dasbor", "/kerja/peserta"]:
        sizes.clear()
        desk.goto(path, wait_until="networkidle")
        total = sum(response.request.sizes()["responseBodySize"] for response in sizes.values())
        assert total <= 60_000, f"{path}: {total} bytes"


def test_a_forged_form_without_the_token_is_refused(site):
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    page = opener.open(site.url + "/masuk").read().decode()
    token = re.search(r'name="csrf" value="([^"]+)"', page).group(1)
    fields = {"csrf": token, "pengguna": "ratna", "sandi": site.password("ratna")}
    opener.open(site.url + "/masuk", urllib.parse.urlencode(fields).encode())
    with pytest.raises(urllib.error.HTTPError) as refused:
        opener.open(site.url + "/kerja/peserta/cari", b"cari=siti&csrf=salah")
    assert refused.value.code == 409
