"""Signing in with two steps, one's own account, and the accounts of others."""

import base64
import hashlib
import hmac
import re
import struct
import time

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import fits, picture, sign_in

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def code(secret: str, later: int = 0) -> str:
    """RFC 6238 once more, by another program."""
    key = base64.b32decode(secret)
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30 + later), hashlib.sha1).digest()
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place:place + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


def new_user(page, site, login, role="auditor"):
    """An account just made by the administrator; its first password."""
    sign_in(page, site, "bayu")
    page.goto("/kelola/pengguna/baru")
    page.fill("#pengguna", login)
    page.fill("#nama", f"Nama {login}")
    page.select_option("#peran", role)
    page.locator("main button").last.click()
    password = re.search(r"[2-9A-Z]{4}(-[2-9A-Z]{4}){3}", page.inner_text("main")).group(0)
    return password


def leave(page):
    page.locator("form[action='/keluar'] button").first.click()
    page.wait_for_url(re.compile("/masuk"))


def give_password(page, login, password):
    page.goto("/masuk")
    page.fill("#pengguna", login)
    page.fill("#sandi", password)
    page.click("main button")


def settle(page, login, first, password):
    """Changes the first password, as everybody has to."""
    give_password(page, login, first)
    assert page.inner_text("h1") == "Ganti kata sandi dulu"
    page.fill("#lama", first)
    page.fill("#baru", password)
    page.fill("#ulang", password)
    page.click("main button")
    assert "sudah diganti" in page.inner_text("main")


def test_the_sample_city_says_that_it_asks_for_no_second_step(open_page):
    open_page.goto("/masuk")
    assert "tidak mewajibkan langkah kedua" in open_page.inner_text("main")
    for login in ["ratna", "yuni", "dani", "hendra", "mira", "reza", "sari", "intan", "anwar", "bayu"]:
        assert f"sigap-{login}" in open_page.inner_text("main")
    assert fits(open_page)
    picture(open_page, "masuk")


@pytest.mark.parametrize("login", ["ratna", "yuni", "dani", "hendra", "mira", "reza", "sari", "intan", "anwar", "bayu"])
def test_every_role_of_the_sample_city_has_its_account(desk, site, login):
    sign_in(desk, site, login)
    desk.goto("/kerja/akun")
    assert desk.inner_text("h1") == "Akun saya"
    assert login in desk.inner_text("main")


def test_an_app_is_set_up_and_asked_for(open_page, site):
    login, password = f"app{open_page.width_name}", "sandi baru yang panjang"
    first = new_user(open_page, site, login)
    assert fits(open_page)
    picture(open_page, "sandi-awal")
    leave(open_page)
    settle(open_page, login, first, password)
    assert fits(open_page)
    picture(open_page, "akun")
    open_page.fill("#sandi-aplikasi", password)
    open_page.locator("form[action='/kerja/akun/aplikasi'] button").click()
    secret = open_page.inner_text(".rahasia").replace(" ", "")
    assert len(secret) == 32
    assert fits(open_page)
    picture(open_page, "aplikasi")
    open_page.fill("#kode", code(secret))
    open_page.click("main button")
    assert "Aplikasi sudah terpasang" in open_page.inner_text("main")
    leave(open_page)
    give_password(open_page, login, password)
    assert open_page.inner_text("h1") == "Satu langkah lagi"
    assert fits(open_page)
    picture(open_page, "kode")
    open_page.fill("#kode", "000000")
    open_page.click("main form:first-of-type button")
    assert "Sisa 4" in open_page.inner_text("main")
    open_page.fill("#kode", code(secret, 1))
    open_page.click("main form:first-of-type button")
    open_page.wait_for_url(re.compile("/kerja"))


def test_printed_codes_let_in_once(open_page, site):
    login, password = f"kode{open_page.width_name}", "sandi baru yang panjang"
    first = new_user(open_page, site, login)
    leave(open_page)
    settle(open_page, login, first, password)
    open_page.fill("#sandi-kode", password)
    open_page.locator("form[action='/kerja/akun/daftar-kode'] button").click()
    codes = open_page.locator(".kode-cetak li").all_inner_texts()
    assert len(set(codes)) == 10
    assert fits(open_page)
    picture(open_page, "daftar-kode")
    open_page.click("main a.tombol")
    assert "Sisa 10 kode" in open_page.inner_text("main")
    for typed, works in [(codes[3], True), (codes[3], False)]:
        leave(open_page)
        give_password(open_page, login, password)
        open_page.fill("#kode", typed.lower())
        open_page.click("main form:first-of-type button")
        assert open_page.url.endswith("/masuk/kode") != works
        if not works:
            break


def test_accounts_are_listed_and_changed(open_page, site):
    sign_in(open_page, site, "bayu")
    assert "/kelola/pengguna" in open_page.url
    assert fits(open_page)
    picture(open_page, "pengguna")
    open_page.goto("/kelola/pengguna/baru")
    open_page.locator("summary", has_text="Bekasi Timur").click()
    assert fits(open_page)
    picture(open_page, "pengguna-baru")
    login = f"ubah{open_page.width_name}"
    open_page.fill("#pengguna", login)
    open_page.fill("#nama", "Tuti")
    open_page.select_option("#peran", "village-operator")
    open_page.locator("main button").last.click()
    assert "memerlukan wilayah" in open_page.inner_text(".galat")
    open_page.locator("summary", has_text="Bekasi Timur").click()
    open_page.check("#w-3275011001")
    open_page.locator("main button").last.click()
    open_page.click("main a.tombol")
    assert open_page.is_checked("#w-3275011001")
    assert fits(open_page)
    picture(open_page, "pengguna-satu")
    open_page.locator("form[action$='/nonaktif'] button").click()
    assert "sudah dinonaktifkan" in open_page.inner_text("main")
    assert open_page.locator(".lencana", has_text="Nonaktif").count() == 1


def test_the_end_of_a_session_is_told_before(desk, site):
    desk.clock.install()
    sign_in(desk, site, "ratna")
    desk.goto("/kerja/akun")
    box = desk.locator("#jaga-sesi")
    desk.clock.run_for(24 * 60_000)
    assert not box.is_visible()
    desk.clock.run_for(70_000)
    assert "Anda tidak aktif 25 menit. Klik lanjut agar tidak keluar. Pekerjaan sudah tersimpan." in box.inner_text()
    picture(desk, "sesi-habis")
    with desk.expect_response("**/kerja/akun/lanjut") as answer:
        box.locator("button").click()
    assert answer.value.status == 204
    box.wait_for(state="hidden")
    assert desk.url.endswith("/kerja/akun")
    desk.clock.run_for(24 * 60_000)
    assert not box.is_visible()
    lose_session(desk)
    desk.clock.run_for(7 * 60_000)
    desk.wait_for_selector("#sandi")
    assert "lanjut=/kerja/akun" in desk.url


def lose_session(page):
    page.context.clear_cookies(name="sigap_sesi")


def test_what_was_typed_comes_back_after_signing_in_again(desk, site):
    sign_in(desk, site, "bayu")
    desk.goto("/kelola/pengguna/baru")
    desk.fill("#pengguna", "wati")
    desk.fill("#nama", "Wati Susanti")
    desk.select_option("#peran", "auditor")
    desk.locator("summary", has_text="Bekasi Barat").click()
    desk.check("#w-3275021001")
    lose_session(desk)
    desk.locator("main button").last.click()
    desk.wait_for_url(re.compile("/masuk"))
    desk.fill("#pengguna", "bayu")
    desk.fill("#sandi", site.password("bayu"))
    desk.click("main button")
    desk.wait_for_url(re.compile("/kelola/pengguna/baru"))
    assert desk.input_value("#nama") == "Wati Susanti"
    assert desk.input_value("#pengguna") == "wati"
    assert desk.input_value("#peran") == "auditor"
    assert desk.locator("#w-3275021001").is_checked()
    assert desk.locator("#isian-kembali").is_visible()
    picture(desk, "isian-kembali")
    desk.locator("main button").last.click()
    assert "Kata sandi awal untuk wati" in desk.inner_text("h1")
    desk.goto("/kelola/pengguna/baru")
    assert desk.input_value("#nama") == "", "what was sent is not given back"


def test_what_one_account_typed_is_not_shown_to_the_next(desk, site):
    sign_in(desk, site, "ratna")
    desk.goto("/kerja/peserta")
    desk.fill("#cari", "rahasia ratna")
    lose_session(desk)
    desk.goto("/kerja/peserta")
    assert "/masuk" in desk.url
    desk.fill("#pengguna", "intan")
    desk.fill("#sandi", site.password("intan"))
    desk.click("main button")
    desk.wait_for_url(re.compile("/kerja/peserta"))
    assert desk.input_value("#cari") == ""
    assert "rahasia ratna" not in desk.evaluate("JSON.stringify(sessionStorage)")


def test_passwords_are_never_kept_in_the_browser(desk, site):
    sign_in(desk, site, "sari")
    desk.goto("/kerja/akun")
    desk.fill("#lama", "sandi-yang-lama")
    desk.fill("#baru", "sandi-yang-baru")
    kept = desk.evaluate("JSON.stringify(sessionStorage) + JSON.stringify(localStorage)")
    assert "sandi-yang" not in kept


@pytest.mark.parametrize("path", ["/masuk", "/kerja/akun", "/kelola/pengguna", "/kelola/pengguna/baru", "/kelola/pengguna/1"])
def test_access_pages_have_no_accessibility_violation(desk, site, path):
    if path != "/masuk":
        sign_in(desk, site, "bayu")
    desk.goto(path)
    results = Axe().run(desk, options={"runOnly": RULES})
    assert results.violations_count == 0, results.generate_report()


def test_every_target_is_large_enough_on_a_phone(open_page, site):
    if open_page.width_name != "phone":
        pytest.skip("phones only")
    sign_in(open_page, site, "bayu")
    for path in ["/kerja/akun", "/kelola/pengguna", "/kelola/pengguna/1"]:
        open_page.goto(path)
        small = open_page.evaluate("""() => [...document.querySelectorAll('main button, main select, main summary, main input:not([type=hidden]):not([type=checkbox])')]
            .filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML)""")
        assert small == []
