"""A sample city served by the release program, and a browser to look at it."""

import os
import pathlib
import re
import socket
import subprocess
import time
import urllib.request

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
PICTURES = ROOT / ".build" / "browser-pictures"
PEOPLE = 6000
WIDTHS = {"phone": 320, "desk": 1366}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Site:
    """The running server."""

    def __init__(self, folder: pathlib.Path, stage: str = "lists"):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.folder = folder
        self.lists = folder / f"sigap.db-lists-{PEOPLE}"
        self.log = open(folder / "server.log", "wb")
        self.process = subprocess.Popen(
            [
                os.environ.get("SIGAP", str(ROOT / ".build" / "release" / "sigap")),
                "demo", "--store", str(folder / "sigap.db"), "--port", str(self.port),
                "--people", str(PEOPLE), "--stage", stage,
            ],
            stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL,
        )

    def wait(self):
        for _ in range(300):
            if self.process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"{self.url}/sehat", timeout=1):
                    return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError((self.folder / "server.log").read_text())

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.log.close()

    def password(self, login: str) -> str:
        text = (self.folder / "server.log").read_text()
        return re.search(rf"^{login} / (\S+)", text, re.M).group(1)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    running = Site(tmp_path_factory.mktemp("city"))
    try:
        running.wait()
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="module")
def own_site(tmp_path_factory):
    """A city for one file of tests, which may put what it likes into the store."""
    running = Site(tmp_path_factory.mktemp("own"))
    try:
        running.wait()
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="session")
def insured(tmp_path_factory):
    """A city whose staff have been through a whole wave."""
    running = Site(tmp_path_factory.mktemp("insured"), "insured")
    try:
        running.wait()
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="session")
def chromium():
    PICTURES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        yield browser
        browser.close()


@pytest.fixture(params=WIDTHS)
def open_page(request, chromium, site):
    """A page without JavaScript, at the width of a cheap phone and of an office PC."""
    context = chromium.new_context(
        viewport={"width": WIDTHS[request.param], "height": 800},
        java_script_enabled=False, base_url=site.url,
    )
    page = context.new_page()
    page.width_name = request.param
    yield page
    context.close()


@pytest.fixture
def desk(chromium, site):
    """An office PC with scripts on, for axe."""
    context = chromium.new_context(viewport={"width": 1366, "height": 800}, base_url=site.url)
    yield context.new_page()
    context.close()


def sign_in(page, site, login="ratna"):
    page.goto("/masuk")
    page.fill("#pengguna", login)
    page.fill("#sandi", site.password(login))
    with page.expect_navigation():
        page.click("main button")
    # What the page says of a refusal stands in the failure.
    assert re.search(r"/(kerja|mitra|kelola)", page.url), page.inner_text("main")


def fits(page) -> bool:
    """Whether nothing on the page is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def picture(page, name: str):
    page.screenshot(path=PICTURES / f"{name}-{getattr(page, 'width_name', 'desk')}.png", full_page=True)
