"""Pairs of people who may be one, judged with the keyboard, without scripts, and on a phone."""

import re

from axe_playwright_python.sync_playwright import Axe

from conftest import fits, picture, sign_in

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def open_pairs(page):
    page.goto("/kerja/pasangan")
    return int(re.sub(r"\D", "", page.inner_text("h1")))


def test_pairs_are_judged_without_scripts(open_page, site):
    sign_in(open_page, site)
    before = open_pairs(open_page)
    assert before >= 3
    assert fits(open_page)
    picture(open_page, "pasangan")
    open_page.locator("main tbody a.tombol").first.click()
    assert "satu orang?" in open_page.inner_text("h1")
    assert fits(open_page)
    picture(open_page, "pasangan-satu")
    open_page.click("button[value=beda]")
    assert "Tersimpan. Dua orang" in open_page.inner_text("[role=status]")
    assert fits(open_page)
    open_page.click("[role=status] button")
    assert open_pairs(open_page) == before


def test_three_pairs_are_judged_with_the_keyboard_alone(desk, site):
    sign_in(desk, site)
    before = open_pairs(desk)
    desk.keyboard.press("Tab")
    desk.locator("main tbody a.tombol").first.focus()
    desk.keyboard.press("Enter")
    desk.wait_for_selector("[data-pasangan]")
    for key in "BRS":
        address = desk.url
        desk.keyboard.press(key)
        desk.wait_for_url(lambda url: url != address)
        desk.wait_for_selector("[data-pasangan]")
    after = open_pairs(desk)
    # A person who was joined takes along other pairs between the same two.
    assert before - after >= 3
    desk.goto("/kerja/pasangan?status=putus")
    words = desk.locator("main tbody th").all_inner_texts()
    assert "Belum yakin" in words and "Dua orang" in words
    assert "Satu orang" in words or "Usul: satu orang" in words
    while desk.locator("main tbody form button").count():
        desk.locator("main tbody form button").first.click()
        desk.wait_for_load_state()
    assert open_pairs(desk) == before


def test_letters_do_nothing_while_typing_or_when_switched_off(desk, site):
    sign_in(desk, site)
    open_pairs(desk)
    desk.locator("main tbody a.tombol").first.click()
    desk.wait_for_selector("kbd:visible")
    address = desk.url
    desk.fill("#catatan", "")
    desk.locator("#catatan").press_sequentially("sbr")
    assert desk.input_value("#catatan") == "sbr"
    assert desk.url == address
    desk.click("[data-huruf-saklar]")
    assert desk.locator("kbd:visible").count() == 0
    desk.locator("h1").click()
    desk.keyboard.press("b")
    desk.reload()
    assert desk.url == address
    assert desk.locator("kbd:visible").count() == 0
    desk.click("[data-huruf-saklar]")
    assert desk.locator("kbd:visible").count() > 0


def test_a_joined_person_is_found_by_either_number_and_parted_again(desk, site):
    sign_in(desk, site)
    open_pairs(desk)
    desk.goto("/kerja/pasangan")
    row = desk.locator("main tbody tr", has=desk.locator("text=Bandingkan")).first
    numbers = re.findall(r"BKS-\w+-\d\d", row.inner_text())
    row.locator("a.tombol").click()
    needs_second = desk.locator(".catatan").count() > 0
    desk.click("button[value=sama]")
    assert "Tersimpan." in desk.inner_text("[role=status]")
    if not needs_second:
        ends = set()
        for number in numbers:
            desk.goto(f"/kerja/peserta/{number}")
            ends.add(desk.url)
        assert len(ends) == 1
        picture(desk, "orang-digabung")
        assert not Axe().run(desk, options=RULES).response["violations"]
        desk.click("section:has(h2:text('Penggabungan')) button")
    else:
        desk.click("[role=status] button")
    for number in numbers:
        desk.goto(f"/kerja/peserta/{number}")
        assert desk.url.endswith(number)


def test_pages_of_pairs_are_accessible(desk, site):
    sign_in(desk, site)
    for path in ["/kerja/pasangan", "/kerja/pasangan?status=putus", "/kerja/pasangan?status=ragu"]:
        desk.goto(path)
        assert not Axe().run(desk, options=RULES).response["violations"], path
    open_pairs(desk)
    desk.locator("main tbody a.tombol").first.click()
    desk.wait_for_selector("kbd:visible")
    assert not Axe().run(desk, options=RULES).response["violations"]
    picture(desk, "pasangan-satu")


def test_an_operator_judges_the_own_area_only(desk, site):
    sign_in(desk, site, "yuni")
    desk.goto("/kerja/pasangan")
    assert "menunggu" in desk.inner_text("h1")
    for row in desk.locator("main tbody tr").all():
        if "Orang di luar wilayah Anda" in row.inner_text():
            row.locator("a.tombol").click()
            assert desk.locator("button[name=putusan]").count() == 0
            assert "Pengelola program" in desk.inner_text("main")
            break
