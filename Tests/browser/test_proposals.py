"""An operator of a kelurahan brings in a dirty list of an RW: upload, paste, typing, correction, receipt."""

import io
import random
import re
import zipfile

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import fits, picture, sign_in

HEADINGS = ["No", "NIK", "Nama Lengkap", "Tgl Lahir", "L/P", "Alamat", "RT", "RW", "Pekerjaan", "No HP"]
NAMES = ["Siti", "Budi", "Nur", "Agus", "Dewi", "Slamet", "Wati", "Joko", "Rina", "Hadi"]
LAST = ["Aminah", "Santoso", "Hidayat", "Susilo", "Lestari", "Riyadi", "Ningsih", "Pratama", "Sari", "Wijaya"]


def people(count: int, seed: int):
    """Rows as an RW head writes them: most are right, some are not."""
    dice = random.Random(seed)
    rows = []
    for number in range(1, count + 1):
        day, month, year = dice.randint(1, 28), dice.randint(1, 12), dice.randint(1965, 2000)
        woman = dice.random() < 0.5
        serial = seed * 100 + number
        nik = f"327501{day + (40 if woman else 0):02}{month:02}{year % 100:02}{serial:04}"
        born = f"{day:02}-{month:02}-{year}"
        if number % 12 == 3:
            nik = nik[:-1]
        if number % 12 == 5:
            nik = nik[:8] + "O" + nik[9:] if nik[8] == "0" else nik
        if number % 12 == 7:
            born = f"{day:02}-{month:02}-{year - 1}"
        name = f"{dice.choice(NAMES)} {dice.choice(LAST)} {dice.choice(LAST)}"
        rows.append(
            [number, nik, name, born, "P" if woman else "L", f"Jl. Mawar {number}", 3, 5, "Pedagang kaki lima",
             f"0812{number:08}"]
        )
    rows[9][1], rows[9][2] = "", ""
    rows[20][2] = '=HYPERLINK("http://example.com";"x")'
    return rows


def workbook(rows) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["DAFTAR USULAN RW 005"])
    sheet.append([])
    sheet.append(HEADINGS)
    for row in rows:
        sheet.append(row)
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("="):
                cell.data_type = "s"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def archive(parts) -> bytes:
    """A workbook of one empty sheet, with other parts in their places."""
    out = io.BytesIO()
    book = openpyxl.Workbook()
    plain = io.BytesIO()
    book.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def counts(page) -> dict:
    names = {"Siap": "ready", "Perlu dilihat": "look", "Tidak bisa dibaca": "unreadable", "Dilewati": "ignored",
             "Terkirim": "sent"}
    found = {}
    for link in page.locator(".kelompok a").all():
        text = link.inner_text()
        for name, key in names.items():
            if text.startswith(name):
                found[key] = int(link.locator("b").inner_text().replace(".", ""))
    return found


def test_from_excel_to_receipt(open_page, site):
    page = open_page
    seed = 11 if page.width_name == "desk" else 12
    sign_in(page, site, "yuni")
    page.goto("/kerja/usulan")
    assert fits(page)
    picture(page, "usulan")
    page.set_input_files("#berkas", {"name": "rw005.xlsx", "mimeType": "application/zip", "buffer": workbook(people(60, seed))})
    page.fill("#rw-berkas", "5")
    page.click("form[enctype] button")
    if page.url.endswith("/kolom"):
        assert page.get_by_text("Kolom B tampaknya NIK").is_visible()
        assert page.get_by_text("Kolom C tampaknya Nama").is_visible()
        assert fits(page)
        picture(page, "usulan-kolom")
        page.click("main form .besar")
    found = counts(page)
    assert sum(found.values()) == 60
    assert found["ready"] >= 40 and found["look"] >= 5 and found["unreadable"] == 1
    assert fits(page)
    picture(page, "usulan-hasil")

    # One row in place.
    before = found["look"]
    page.locator(".baris-daftar button", has_text="Belum pasti").first.click()
    assert page.get_by_role("status").inner_text().startswith("Tersimpan")
    assert counts(page)["look"] == before - 1

    # The others in Excel.
    with page.expect_download() as download:
        page.locator("a", has_text="Unduh").click()
    book = openpyxl.load_workbook(io.BytesIO(download.value.path().read_bytes()))
    sheet = book["Perbaikan"]
    heads = [cell.value for cell in sheet[1]]
    assert heads[0] == "Baris" and heads[-1] == "Masalah"
    nik = heads.index("NIK")
    for row in sheet.iter_rows(min_row=2):
        assert row[-1].value
        assert not str(row[nik].value or "").startswith("=")
        text = str(row[nik].value or "")
        if len(text) == 15:
            row[nik].value = text + "1"
    out = io.BytesIO()
    book.save(out)
    page.set_input_files("#perbaikan", {"name": "perbaikan.xlsx", "mimeType": "application/zip", "buffer": out.getvalue()})
    page.locator(".unggah-lagi button").click()
    assert re.search(r"\d+ baris diperbaiki", page.get_by_role("status").inner_text())
    after = counts(page)
    assert after["look"] < before - 1
    assert sum(after.values()) == 60

    # Sent, once, with a receipt.
    ready = after["ready"]
    page.locator("button", has_text=f"Kirim {ready} usulan").click()
    line = page.locator(".p-bambu h2").inner_text()
    assert re.fullmatch(rf"{ready} usulan terkirim ke antrean verifikasi\. Tanda terima KEL-BJ-\d{{4}}-\d{{3}}\.", line)
    assert fits(page)
    picture(page, "usulan-terkirim")
    number = page.locator("tbody a").first.inner_text()
    page.locator("tbody a").first.click()
    assert number in page.content()
    page.go_back()
    page.locator("a", has_text="Cetak tanda terima").click()
    assert page.locator("tbody tr").count() == ready
    assert fits(page)
    picture(page, "tanda-terima")

    # The same file again changes nothing.
    page.goto("/kerja/usulan")
    page.set_input_files("#berkas", {"name": "lain.xlsx", "mimeType": "application/zip", "buffer": b"PK\x03\x04rusak"})
    page.click("form[enctype] button")
    assert page.locator(".galat").is_visible()


def test_paste_and_undo(open_page, site):
    page = open_page
    seed = 21 if page.width_name == "desk" else 22
    sign_in(page, site, "yuni")
    page.goto("/kerja/usulan")
    lines = ["\t".join(HEADINGS)] + ["\t".join(str(cell) for cell in row) for row in people(60, seed)]
    page.fill("#teks", "\n".join(lines))
    page.locator("button", has_text="Baca tempelan").click()
    if page.url.endswith("/kolom"):
        page.click("main form .besar")
    assert sum(counts(page).values()) == 60
    address = page.url
    page.goto("/kerja/usulan")
    page.fill("#teks", "\n".join(lines))
    page.locator("button", has_text="Baca tempelan").click()
    assert page.url.startswith(address.split("?")[0])
    assert "sudah pernah masuk" in page.get_by_role("status").inner_text()
    page.locator("button", has_text="Batalkan seluruh unggahan ini").click()
    page.goto(address)
    assert page.locator("h1").inner_text() == "Halaman tidak ada atau sudah pindah"


def test_typed_one_by_one(open_page, site):
    page = open_page
    sign_in(page, site, "yuni")
    page.goto("/kerja/usulan/ketik")
    assert fits(page)
    picture(page, "usulan-ketik")
    page.locator("main form .tombol").click()
    assert page.locator(".galat").is_visible()
    page.fill("#i-nik", "3275014107900" + ("817" if page.width_name == "desk" else "818"))
    page.fill("#i-name", "Rina Ketikan")
    for field, value in (("#hari", "1"), ("#bulan", "7"), ("#tahun", "1990")):
        page.fill(field, value)
    page.locator("main form .tombol").click()
    assert page.locator("h2", has_text="1 orang diketik").is_visible()
    page.locator("a", has_text="Selesai, lihat hasil").click()
    assert sum(counts(page).values()) == 1


def test_too_large_and_old_files(open_page, site):
    page = open_page
    sign_in(page, site, "yuni")
    page.goto("/kerja/usulan")
    big = b"PK\x03\x04" + bytes(6 * 1024 * 1024)
    page.set_input_files("#berkas", {"name": "besar.xlsx", "mimeType": "application/zip", "buffer": big})
    page.click("form[enctype] button")
    assert "lebih dari 5 MB" in page.locator(".galat").inner_text()
    old = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
    page.set_input_files("#berkas", {"name": "lama.xls", "mimeType": "application/x", "buffer": old})
    page.click("form[enctype] button")
    text = page.locator(".galat").inner_text()
    assert "lama.xls" in text and ".xlsx" in text
    for name, content in {
        "../../etc/bom.xlsx": archive({"xl/worksheets/sheet1.xml": b" " * 150_000_000}),
        "makro.xlsm": archive({"xl/vbaProject.bin": b"x"}),
        "putus.xlsx": archive({})[:-10],
    }.items():
        page.set_input_files("#berkas", {"name": name, "mimeType": "application/zip", "buffer": content})
        page.click("form[enctype] button")
        assert page.locator(".galat .kode").inner_text().startswith("workbook-"), name
        assert "etc/" not in page.locator(".galat").inner_text()
    assert fits(page)


@pytest.mark.parametrize("name", ["usulan", "ketik", "kolom", "hasil"])
def test_accessible(desk, site, name):
    sign_in(desk, site, "ratna" if name in ("kolom", "hasil") else "yuni")
    desk.goto("/kerja/usulan/ketik" if name == "ketik" else "/kerja/usulan")
    if name in ("kolom", "hasil"):
        lines = ["\t".join(["Nomer KTP", "Siapa", "Lahir"])]
        lines += ["\t".join([row[1], row[2], row[3]]) for row in people(24, 31 if name == "kolom" else 32)]
        desk.fill("#teks", "\n".join(lines))
        desk.locator("button", has_text="Baca tempelan").click()
    if name == "hasil" and desk.url.endswith("/kolom"):
        desk.click("main form .besar")
    results = Axe().run(desk, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    assert results.violations_count == 0, results.generate_report()
