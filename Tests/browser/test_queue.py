"""The verification queue as an operator works through it: by keyboard, offline, two at once, and
without a script."""

import json
import re
import time

import conftest
import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Site, fits, picture, sign_in

QUEUE = "/kerja/antrean"
# So many people that one kelurahan has more than two pages of candidates.
PEOPLE = 40_000


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    small, conftest.PEOPLE = conftest.PEOPLE, PEOPLE
    running = Site(tmp_path_factory.mktemp("queue"))
    try:
        running.wait()
        yield running
    finally:
        running.stop()
        conftest.PEOPLE = small


@pytest.fixture
def browse(chromium, city):
    """Opens the queue for an account, on an office PC unless told otherwise."""
    contexts = []

    def open_queue(login="yuni", width=1366, height=768, script=True):
        context = chromium.new_context(
            viewport={"width": width, "height": height}, base_url=city.url, java_script_enabled=script)
        contexts.append(context)
        page = context.new_page()
        page.width_name = {320: "phone"}.get(width, str(width))
        sign_in(page, city, login)
        page.goto(QUEUE)
        return page

    yield open_queue
    for context in contexts:
        context.close()


def waiting(page) -> int:
    return int(re.sub(r"\D", "", page.inner_text("#menunggu")))


def done(page) -> int:
    return int(re.sub(r"\D", "", page.inner_text("#selesai")))


def current(page) -> str:
    return page.locator("tr.kini").get_attribute("data-n")


def until(page, holds, limit=10.0):
    """Waits from outside: the site's policy forbids what the browser would evaluate."""
    end = time.monotonic() + limit
    while not holds():
        assert time.monotonic() < end, "it did not come about"
        page.wait_for_timeout(30)


def saved(page):
    """Waits until everything has been sent."""
    until(page, lambda: page.inner_text("#simpan").startswith("Tersimpan"))


def without_serious_faults(page):
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}).response
    assert not found["violations"], json.dumps(
        [(v["id"], [n["html"][:160] for n in v["nodes"]]) for v in found["violations"]], indent=1)


def test_a_hundred_are_verified_by_keyboard_alone(browse):
    page = browse("yuni")
    before, already = waiting(page), done(page)
    assert before > 120, "the sample has too few candidates"
    assert page.locator("tr[data-s=open]").count() == 100
    posts, presses = [], 0
    page.on("request", lambda request: request.method == "POST" and posts.append(request))

    def press(key):
        nonlocal presses
        presses += 1
        page.keyboard.press(key)

    started = time.monotonic()
    for number in range(100):
        if number % 5 == 4:
            press("t")
            press(str(1 + number % 9))
        elif number % 10 == 3:
            press("b")
        else:
            press("r" if number % 2 else "y")
            press("s")
    # The page brings the next ones by itself.
    until(page, lambda: page.locator("tr[data-s=open]").count() > 0 and waiting(page) == before - 100, 60)
    seconds = time.monotonic() - started
    sizes = [request.sizes() for request in posts]
    largest = max(size["requestBodySize"] + size["requestHeadersSize"] for size in sizes)
    body = max(size["requestBodySize"] for size in sizes)
    print(f"\n100 verifications: {presses} presses, {seconds:.1f} s, {len(posts)} requests, "
          f"largest {largest} bytes of which body {body}")
    assert presses <= 260
    assert seconds <= 60
    assert largest <= 1024 and body <= 300
    assert done(page) == already + 100
    assert re.search(r"Sisa \d+, dengan kecepatan Anda selesai", page.inner_text("#laju"))


def test_keys_do_what_the_card_of_keys_says(browse):
    page = browse("yuni")
    first = current(page)
    page.keyboard.press("j")
    second = current(page)
    assert second != first
    page.keyboard.press("ArrowUp")
    assert current(page) == first
    # Without the answer nobody is approved.
    page.keyboard.press("s")
    assert "Belum bisa disetujui: status bekerja belum diisi. Tekan Y, R, atau B." in page.inner_text("#kabar")
    assert current(page) == first
    before = waiting(page)
    page.keyboard.press("y")
    saved(page)
    page.keyboard.press("s")
    until(page, lambda: waiting(page) == before - 1)
    assert page.locator(f"tr[data-n='{first}']").get_attribute("data-s") == "approved"
    assert current(page) == second
    # Two events, taken back one after the other.
    page.keyboard.press("z")
    until(page, lambda: waiting(page) == before)
    assert current(page) == first
    # Typing is typing.
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "cari"
    page.keyboard.type("sjl")
    assert page.input_value("#cari") == "sjl"
    assert waiting(page) == before
    # Switched off, and remembered.
    page.click("#saklar")
    page.locator(f"tr[data-n='{first}'] th a").focus()
    page.keyboard.press("l")
    page.reload()
    page.keyboard.press("l")
    assert waiting(page) == before
    page.click("#saklar")
    page.locator(f"tr[data-n='{first}'] th a").click()
    page.keyboard.press("Space")
    assert page.locator(f"#p-{first}").is_checked()
    page.keyboard.press("?")
    page.wait_for_url(re.compile("/tombol$"))
    picture(page, "antrean-tombol")
    without_serious_faults(page)


def test_many_are_approved_after_one_question(browse):
    page = browse("yuni")
    page.keyboard.press("Shift+S")
    assert "Belum ada yang dipilih. Tandai kotak di kiri nama." in page.inner_text("#kabar")
    page.goto(f"{QUEUE}?cek=siap")
    chosen = 0
    for _ in range(4):
        if chosen < 3:
            page.keyboard.press("y")
            chosen += 1
        page.keyboard.press("Space")
        page.keyboard.press("j")
    saved(page)
    page.keyboard.press("Shift+S")
    page.wait_for_selector("h1:has-text('Setujui 3 orang yang lolos semua pemeriksaan?')")
    assert "1 orang dilewati" in page.inner_text("main")
    picture(page, "antrean-tanya")
    without_serious_faults(page)
    page.keyboard.press("Enter")
    page.wait_for_selector("#kabar:has-text('3 orang: Disetujui.')")


def test_seven_decisions_outlast_the_line(browse):
    page = browse("yuni")
    before = waiting(page)
    page.context.set_offline(True)
    names = page.locator("tr[data-n] th a").all_inner_texts()
    for number in range(7):
        if number == 3:
            page.keyboard.press("l")
        else:
            page.keyboard.press("y")
            page.keyboard.press("s")
    sentence = ("Internet terputus. 7 keputusan tersimpan di komputer ini dan dikirim begitu tersambung. "
                "Jangan tutup halaman.")
    page.wait_for_selector(f"#kabar:has-text('{sentence}')")
    assert page.inner_text("#simpan") == "Belum terkirim (7)"
    picture(page, "antrean-putus")
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert len(set(re.findall(r"BKS-\w+-\d\d", kept))) == 7
    assert not [name for name in names if name in kept]
    page.context.set_offline(False)
    page.wait_for_selector("#kabar:has-text('Tersambung lagi. 7 keputusan terkirim.')", timeout=15_000)
    assert waiting(page) == before - 7
    page.reload()
    assert waiting(page) == before - 7
    assert page.evaluate("Object.entries(localStorage).filter(([k]) => k.includes('antrean')).map(([, v]) => v)") == ["[]"]


def test_decisions_outlast_the_session(browse, city):
    page = browse("yuni")
    before = waiting(page)
    page.context.clear_cookies()
    page.keyboard.press("l")
    page.wait_for_selector("#kabar:has-text('Sesi Anda berakhir. 1 keputusan tersimpan di komputer ini')")
    page.click("#kabar button:has-text('Masuk lagi')")
    page.fill("#pengguna", "yuni")
    page.fill("#sandi", city.password("yuni"))
    page.click("main button")
    page.wait_for_url(re.compile(QUEUE))
    page.wait_for_selector("#kabar:has-text('Tersambung lagi. 1 keputusan terkirim.')")
    assert waiting(page) == before - 1


def test_two_operators_at_one_row(browse):
    yuni, dani = browse("yuni"), browse("dani")
    number = current(yuni)
    assert current(dani) == number
    dani.keyboard.press("t")
    dani.keyboard.press("1")
    saved(dani)
    yuni.keyboard.press("y")
    news = yuni.locator("#kabar")
    yuni.wait_for_selector("#kabar button")
    assert re.search(
        r"Baris ini baru saja diputuskan Dani \(\d\d\.\d\d: Ditolak: .+ \(A1\)\)\. Keputusan Anda belum disimpan\.",
        news.inner_text())
    assert yuni.locator(f"tr[data-n='{number}']").get_attribute("data-s") == "refused"
    picture(yuni, "antrean-bentrok")
    without_serious_faults(yuni)
    news.locator("button:has-text('Pakai keputusan Dani')").click()
    # With an answer of her own she may decide over it.
    yuni.locator(f"tr[data-n='{number}'] th a").click()
    yuni.keyboard.press("y")
    yuni.keyboard.press("s")
    until(yuni, lambda: yuni.locator(f"tr[data-n='{number}'] .lencana").inner_text() == "Disetujui")
    # A decision taken over another's.
    yuni.locator(f"tr[data-n='{number}'] th a").click()
    other = yuni.locator("tr[data-s=open]").first.get_attribute("data-n")
    yuni.locator(f"tr[data-n='{other}'] th a").click()
    dani.locator(f"tr[data-n='{other}'] th a").click()
    dani.keyboard.press("l")
    saved(dani)
    yuni.keyboard.press("t")
    yuni.keyboard.press("2")
    yuni.click("#kabar button:has-text('Ganti dengan keputusan saya')")
    until(yuni, lambda: yuni.locator("#kabar button").count() == 0)
    saved(yuni)
    yuni.goto(f"{QUEUE}/{other}")
    assert "Ditolak" in yuni.inner_text("#kartu h2")
    events = yuni.inner_text("#kartu .lini")
    assert "Yuni" in events and "Dani" in events


def test_forms_do_the_work_without_a_script(browse):
    page = browse("dani", script=False)
    before = waiting(page)
    link = page.locator("tr[data-s=open] th a").first
    name = link.inner_text()
    link.click()
    assert name in page.inner_text("h1")
    page.click("#putus button[value=setuju]")
    assert "Belum bisa disetujui: status bekerja belum diisi." in page.inner_text("#kartu")
    page.check("#k-kata")
    page.fill("#saksi", "Pak Slamet")
    page.click("#putus button[value=setuju]")
    assert "1 orang: Disetujui." in page.inner_text("#kabar")
    assert waiting(page) == before - 1
    page.click("button:has-text('Batalkan keputusan terakhir')")
    assert waiting(page) == before
    assert "Keputusan dibatalkan" in page.inner_text("#kabar")
    page.select_option("#alasan", "A9")
    page.click("#putus button[value=tolak]")
    assert "1 orang: Ditolak." in page.inner_text("#kabar")
    page.locator("tr[data-s=open] input").first.check()
    page.click("#pilihan button[value=lapangan]")
    page.click("button:has-text('Ya, lanjutkan')")
    assert "1 orang: Cek lapangan." in page.inner_text("#kabar")


def test_eleven_rows_are_seen_at_once(browse):
    page = browse("yuni")
    boxes = page.locator("tr[data-n]").evaluate_all(
        "rows => rows.map(row => row.getBoundingClientRect()).map(box => [box.top, box.bottom, box.height])")
    assert all(35 <= height <= 37.5 for _, _, height in boxes), boxes[:3]
    seen = sum(bottom <= 768 for _, bottom, _ in boxes)
    print(f"\nrows visible at 1366x768: {seen}")
    assert seen >= 11
    assert page.locator("aside #kartu").is_visible()


@pytest.mark.parametrize("width", [320, 1366])
def test_pages_of_the_queue_fit_and_are_accessible(browse, width):
    page = browse("yuni", width=width)
    number = page.locator("tr[data-n]").first.get_attribute("data-n")
    for name, path in [
        ("antrean", QUEUE), ("antrean-lapangan", f"{QUEUE}?status=lapangan"),
        ("antrean-kartu", f"{QUEUE}/{number}"), ("antrean-tombol", f"{QUEUE}/tombol"),
        ("antrean-berita-acara", f"{QUEUE}/berita-acara"), ("antrean-kosong", f"{QUEUE}?rw=999"),
        ("antrean-orang", f"/kerja/peserta/{number}"),
    ]:
        page.goto(path)
        assert fits(page), path
        picture(page, name)
        without_serious_faults(page)


def test_the_record_adds_up_and_prints(browse):
    page = browse("yuni")
    page.click("a:has-text('Cetak berita acara')")
    text = page.inner_text("main")
    counts = [int(re.sub(r"\D", "", n)) for n in re.findall(r": ([\d.]+) orang", text)[:5]]
    assert counts[0] == sum(counts[1:])
    assert counts[1] > 0 and counts[2] > 0
    table = page.locator("table").first.locator("tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.querySelectorAll('td')].map(cell => +cell.textContent.replace(/\\D/g, '')))")
    assert [sum(column) for column in zip(*table)] == counts
    assert re.search(r"SHA-256\): [0-9a-f]{64}", text)
    assert not re.search(r"\d{16}", text)
    page.emulate_media(media="print")
    picture(page, "antrean-berita-acara-cetak")


def test_another_kelurahan_is_closed(browse):
    page = browse("yuni", script=False)
    page.goto("/kerja/peserta")
    assert page.goto(f"{QUEUE}?kel=kayuringin-jaya").status in (200, 404)
    assert page.locator("tr[data-n]").count() == 0
