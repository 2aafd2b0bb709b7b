"""What staff see of how rows became people."""

import json
import re

from conftest import fits, picture, sign_in


def number(text):
    return int(re.sub(r"\D", "", text))


def test_the_page_adds_up_with_its_figures(open_page, site):
    sign_in(open_page, site)
    open_page.goto("/kerja/pencocokan")
    rows, people = re.search(r"([\d.]+) baris menjadi ([\d.]+) orang", open_page.inner_text("h1")).groups()
    assert number(rows) > number(people) > 0
    assert fits(open_page)
    picture(open_page, "pencocokan")
    bands = open_page.locator("table.berbatang tbody td.n").all_inner_texts()
    compared = open_page.locator("dl.angka-angka dd:not(.arti)").nth(2).inner_text()
    assert sum(number(band) for band in bands) == number(compared)


def test_one_threshold_is_in_use_and_right_shares_fall_with_it(open_page, site):
    sign_in(open_page, site)
    open_page.goto("/kerja/pencocokan")
    table = open_page.locator("table").first
    assert table.locator("b:has-text('dipakai')").count() == 1
    precision = [float(cell.split()[0].replace(".", "").replace(",", ".")) for cell in table.locator("td:nth-child(3)").all_inner_texts()]
    assert precision == sorted(precision, reverse=True)


def test_the_figures_can_be_downloaded(desk, site):
    sign_in(desk, site)
    desk.goto("/kerja/pencocokan.json")
    document = json.loads(desk.inner_text("body"))
    assert document["rows"] > document["people"]
    assert sum(band["pairs"] for band in document["weights"]) == document["pairs_compared"]
    fields = {level["field"] for level in document["model"]["levels"]}
    assert {"nik", "name", "birth", "mother", "card"} <= fields
