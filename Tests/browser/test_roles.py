"""Every page of every role's menu, on a phone, on an office PC and enlarged to twice the size."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import fits, picture, sign_in


@pytest.fixture(scope="module")
def site(insured):
    return insured

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
ROLES = ["ratna", "yuni", "hendra", "mira", "reza", "sari", "intan", "anwar", "bayu"]
# A window of 1366 px at 200 % has this many.
ENLARGED = 683


@pytest.mark.parametrize("width", [320, ENLARGED, 1366])
@pytest.mark.parametrize("login", ROLES)
def test_every_page_of_the_menu_fits_and_breaks_no_rule(chromium, site, login, width):
    context = chromium.new_context(viewport={"width": width, "height": 800}, base_url=site.url)
    page = context.new_page()
    page.width_name = str(width)
    sign_in(page, site, login)
    addresses = page.locator("header nav a").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    assert addresses
    for address in dict.fromkeys(addresses):
        answer = page.goto(address)
        assert answer.status == 200, address
        assert fits(page), address
        picture(page, f"menu-{login}-{address.strip('/').replace('/', '-')}")
        if width == ENLARGED:
            continue
        found = Axe().run(page, options=RULES)
        assert not found.response["violations"], (address, found.generate_report())
    context.close()
