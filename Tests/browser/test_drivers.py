"""A platform sends drivers and reads the answer; the city keeps the agreements. Without JavaScript."""

import csv
import datetime
import io
import re

from axe_playwright_python.sync_playwright import Axe

from conftest import fits, picture, sign_in
from people import truth


def consent(days=3):
    return datetime.date.today() - datetime.timedelta(days=days)


def drivers(site, start, count):
    """Lines of a platform's file, of drivers whom the sample city knows."""
    known = [person for person in truth(site) if len(person["nik"]) == 16][start:start + count]
    assert len(known) == count
    return [
        [person["nik"], person["name"], person["birth_date"], f"0812{7_000_000 + start + place}"]
        for place, person in enumerate(known)
    ]


def text(rows, *others):
    lines = [["NIK", "Nama", "Tanggal Lahir", "No HP", *others]]
    out = io.StringIO()
    csv.writer(out).writerows(lines + rows)
    return out.getvalue()


def send(page, content, day=None):
    page.goto("/mitra/pengemudi")
    if day:
        for field, value in zip(["hari", "bulan", "tahun"], [day.day, day.month, day.year]):
            page.fill(f"#{field}", str(value))
    page.set_input_files(
        "#berkas", {"name": "pengemudi.csv", "mimeType": "text/csv", "buffer": content.encode()})
    page.click("text=Periksa berkas")


def start_of(page):
    """Each width has drivers of its own, as whoever is sent twice is told so."""
    return {"phone": 0, "desk": 100}[page.width_name]


def test_a_platform_sends_drivers_and_reads_the_answer(open_page, site):
    page = open_page
    sign_in(page, site, "mira")
    assert "/mitra/pengemudi" in page.url
    assert "Hanya kirim NIK, nama, tanggal lahir, dan nomor HP." in page.inner_text("main")
    assert re.search(r"dihapus 30 hari sesudah dikirim: bila hari ini, \d+ \w+ 20\d\d", page.inner_text("main"))
    assert fits(page)
    picture(page, "mitra-kirim")

    rows = drivers(site, start_of(page), 60)
    content = text(
        [row + [consent().isoformat(), "1500000"] for row in rows]
        + [["3275", "Tanpa NIK", "1990-01-01", "081200000000", consent().isoformat(), "1"],
           ["3275010101900001", "Tanpa Persetujuan", "1990-01-01", "081200000001", "", "1"],
           rows[0] + [consent().isoformat(), "1"]],
        "Tanggal Persetujuan", "saldo")
    send(page, content)
    main = page.inner_text("main")
    assert "60 pengemudi siap dikirim" in main
    assert 'Kolom "saldo" tidak kami perlukan dan sudah kami buang.' in main
    assert "1 baris tanpa tanggal persetujuan pengemudi. Kami tidak menyimpan baris itu." in main
    assert "1 baris dengan NIK yang tidak terbaca." in main
    assert "1 baris dengan NIK yang sudah ada di atasnya." in main
    assert fits(page)
    picture(page, "mitra-periksa")

    page.click("text=Kirim 60 pengemudi ke kota")
    counts = [int(cell) for cell in page.locator("dl.angka-angka dd").all_inner_texts()]
    assert sum(counts) == 60 and counts[0] > 0
    main = page.inner_text("main")
    assert "desil" not in main.lower() and "kesejahteraan" not in main.lower()
    for row in rows:
        assert row[0] not in page.content() and row[1] not in page.content()
    assert fits(page)
    picture(page, "mitra-hasil")

    # The same file again says so.
    address = page.url
    send(page, content)
    assert "Tidak ada yang berubah." in page.inner_text("main")
    assert page.url.split("?")[0] == address

    # The result file has every row, with the partner's own numbers.
    result = page.request.get(address + "/hasil.csv").text()
    lines = list(csv.DictReader(io.StringIO(result)))
    assert [int(line["Baris"]) for line in lines] == list(range(2, 65))
    assert {line["Hasil"] for line in lines} <= {"Diterima", "Menunggu kuota", "Tidak", "Diperiksa", "Tidak disimpan"}
    assert all(re.fullmatch(r"\d{4}•{8}\d{4}|–", line["NIK"]) for line in lines)
    book = page.request.get(address + "/hasil.xlsx")
    assert book.ok and book.body()[:2] == b"PK"


def test_whoever_withdraws_is_gone_and_a_list_can_go_early(open_page, site):
    page = open_page
    sign_in(page, site, "bagas")
    rows = drivers(site, start_of(page) + 200, 5)
    send(page, text(rows), consent())
    page.click("text=Kirim 5 pengemudi ke kota")
    address = page.url
    page.goto("/mitra/pengemudi")
    page.fill("#nik", rows[1][0])
    page.click("text=Hapus pengemudi ini")
    assert "1 baris pengemudi itu sudah dihapus." in page.inner_text("main")
    assert rows[1][0] not in page.url
    page.goto(address)
    assert page.locator("table.tumpuk tbody tr").count() == 4
    page.click("text=Hapus seluruh daftar sekarang")
    page.click("text=Ya, hapus semua baris")
    assert "Data dihapus" in page.inner_text("main")
    page.locator("ul.pintu a").last.click()
    certificate = page.inner_text("main")
    assert "4 baris data pengemudi dihapus" in certificate
    assert re.search(r"\b[0-9a-f]{64}\b", certificate)
    assert fits(page)
    picture(page, "mitra-surat")
    # The other platform finds neither list nor certificate.
    surat = page.url
    page.click("text=Keluar")
    sign_in(page, site, "mira")
    assert page.goto(address).status == 404
    assert page.goto(surat).status == 404


def test_what_cannot_be_used_is_told(open_page, site):
    page = open_page
    sign_in(page, site, "mira")
    send(page, text(drivers(site, 300, 3)))
    assert "3 baris tanpa tanggal persetujuan pengemudi." in page.inner_text("[role=alert]")
    assert fits(page)
    picture(page, "mitra-tanpa-persetujuan")
    send(page, "Nama,Saldo\nA,1\n", consent())
    assert "Kolom ini tidak kami temukan: NIK" in page.inner_text("[role=alert]")


def test_the_city_closes_and_opens_the_call(open_page, site):
    page = open_page
    sign_in(page, site)
    page.goto("/kerja/mitra")
    assert fits(page)
    picture(page, "kerja-mitra")
    row = page.locator("tr", has_text="CONTOH/PKS/002")
    row.get_by_role("button", name="Tutup").click()
    page.click("text=Keluar")
    sign_in(page, site, "bagas")
    assert "Kota sedang tidak membuka panggilan usulan." in page.inner_text("main")
    assert page.locator("#berkas").count() == 0
    picture(page, "mitra-tutup")
    page.click("text=Keluar")
    sign_in(page, site)
    page.goto("/kerja/mitra")
    row = page.locator("tr", has_text="CONTOH/PKS/002")
    row.locator("input[type=date]").fill((datetime.date.today() + datetime.timedelta(days=30)).isoformat())
    row.get_by_role("button", name="Buka").click()
    assert "Panggilan dibuka" in page.locator("tr", has_text="CONTOH/PKS/002").inner_text()


def test_pages_about_drivers_have_no_barriers(desk, site):
    def check():
        found = Axe().run(desk, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        assert found.violations_count == 0, found.generate_report()

    sign_in(desk, site, "mira")
    check()
    rows = drivers(site, 400, 4)
    send(desk, text(rows + [["1", "X", "1990-01-01", "0812"]]), consent())
    check()
    desk.click("text=Kirim 4 pengemudi ke kota")
    check()
    address = desk.url
    desk.click("text=Hapus seluruh daftar sekarang")
    desk.click("text=Ya, hapus semua baris")
    check()
    desk.locator("ul.pintu a").last.click()
    check()
    desk.click("text=Keluar")
    sign_in(desk, site)
    desk.goto("/kerja/mitra")
    desk.click("text=Catat perjanjian baru")
    check()
    desk.goto(address)
    check()
