import Civic
import HTTPTypes
import Store
import Testing

@testable import Office
@testable import Web

@Suite struct ContributionRouteTests {
    private static let month = "/kerja/iuran/\(ContributionSite.first.iso)"
    private static let bill = "/kerja/iuran/tagihan/1"

    @Test func `an older cohort comes in by its list, each NIK once`() async throws {
        let setup = try await ContributionSite()
        let ratna = try await setup.browser("ratna")
        let taken = try await setup.takeIn([0, 1, 2, 1], ratna)
        #expect(taken.status == 200)
        #expect(taken.text.contains("3 orang masuk; Rp201.600 disisihkan"))
        #expect(taken.text.contains("1 baris tidak dimasukkan"))
        #expect(!taken.text.contains(ContributionSite.nik(1)))
        let page = try await ratna.get("/kerja/iuran")
        #expect(page.text.contains("Dijamin kota: 3 orang"))
        let forbidden = try await setup.takeIn([7], try await setup.browser("intan"))
        #expect(forbidden.status == 403)
        #expect(try await setup.store.city.coverage(in: ContributionSite.first).count == 1)
    }

    /// From the promise to the payment, and back from a person to it in two clicks.
    @Test func `a month is reckoned, compared, ordered by one and paid by another`() async throws {
        let setup = try await ContributionSite()
        let (ratna, sari) = (try await setup.browser("ratna"), try await setup.browser("sari"))
        try await setup.takeIn([0, 1, 2], ratna)
        let before = try await ratna.get(Self.month)
        #expect(before.text.contains("Hitung iuran 3 orang"))
        #expect(before.text.contains("3 baru, 0 pindah dana, 0 keluar"))
        #expect(try await ratna.post(Self.month, "kunci=a").status == 303)
        #expect(try await ratna.post(Self.month, "kunci=b").status == 303)
        var page = try await ratna.get(Self.bill)
        #expect(page.text.contains("3 orang, Rp50.400"))
        // The insurer lacks one of ours and asks for somebody else, twice the price.
        let theirs = """
            NIK;Nama;Jumlah Iuran
            \(ContributionSite.nik(0));KETUA 0 SANTOSO;16.800
            \(ContributionSite.nik(1));KETUA 1 SANTOSO;16800
            \(ContributionSite.nik(9));BUKAN ANGGOTA;Rp33.600
            """
        let compared = try await ratna.send(
            "\(Self.bill)/bandingkan", ["kunci": "c", "kode": "KB-77"], file: "berkas", theirs)
        #expect(compared.status == 303, "\(compared.text)")
        page = try await ratna.get(Self.bill)
        #expect(page.text.contains("Tagihan BPJS Rp67.200 berbeda Rp16.800"))
        #expect(page.text.contains("BUKAN ANGGOTA") && page.text.contains("KETUA 2 SANTOSO"))
        #expect(try await ratna.get("\(Self.bill)/kuitansi.pdf").status == 404)
        #expect(!page.text.contains("kuitansi.pdf"))
        let early = try await ratna.post("\(Self.bill)/spm", "kunci=d&versi=2&spm=SPM-1")
        #expect(early.status == 422)
        #expect(early.text.contains("2 selisih dengan tagihan BPJS belum dijelaskan"))
        let explained = try await ratna.post(
            "\(Self.bill)/jelaskan", "kunci=e&langkah=semua&jelas=Menunggu+BPJS")
        #expect(explained.status == 303)
        let ordered = try await ratna.post("\(Self.bill)/spm", "kunci=f&versi=2&spm=SPM-1")
        #expect(ordered.status == 303, "\(ordered.text)")
        #expect(
            try await ratna.post("\(Self.bill)/bayar", "kunci=g&versi=3&sp2d=S").status == 403)
        let paid = try await sari.post(
            "\(Self.bill)/bayar", "kunci=h&versi=3&sp2d=01234%2FSP2D&hari=18&bulan=3&tahun=2026")
        #expect(paid.status == 303, "\(paid.text)")
        page = try await sari.get(Self.bill)
        #expect(page.text.contains("SP2D 01234/SP2D tanggal 18 Maret 2026."))
        let months = "/kerja/peserta/\(ContributionSite.number(1))/iuran"
        let list = try await sari.get(months)
        #expect(list.text.contains("1 dari 4 bulan lunas"))
        let trace = try await sari.get("\(months)?bulan=\(ContributionSite.first.iso)")
        for part in ["Dana apbd", Self.bill, "SPM-1", "01234/SP2D", "payment bill 1"] {
            #expect(trace.text.contains(part), "\(part)")
        }
        let annex = try await sari.get("\(Self.bill)/lampiran.xlsx")
        #expect(annex.status == 200 && annex.text.hasPrefix("PK"))
        try await expectPapers(setup, sari)
    }

    /// The papers of the paid bill and of its month, and where their codes lead.
    private func expectPapers(
        _ setup: ContributionSite, _ sari: ContributionSite.Browser
    ) async throws {
        let month = ContributionSite.first.iso
        let bill = try await sari.get(Self.bill)
        #expect(bill.text.contains("href=\"\(Self.bill)/lampiran.pdf\""))
        #expect(bill.text.contains("href=\"\(Self.bill)/kuitansi.pdf\""))
        let annex = try await sari.get("\(Self.bill)/lampiran.pdf")
        #expect(annex.isPaper("lampiran-spm-\(month)-1.pdf"))
        let receipt = try await sari.get("\(Self.bill)/kuitansi.pdf")
        #expect(receipt.isPaper("kuitansi-\(month)-1.pdf"))
        let words = try await PDFText(receipt.bytes).pages.joined()
        #expect(words.contains("Rp50.400") && words.contains("01234/SP2D"))
        let code = try #require(words.firstMatch(of: /\/v\/([0-9A-Z-]{14})/)).1
        let check = try await setup.site.ask("/v/\(code)")
        #expect(check.status == 200 && check.text.contains("Naskah ini asli dan berlaku"))
        #expect(check.text.contains("Kuitansi iuran") && check.text.contains("Rp50.400"))
        #expect(!check.text.contains("KETUA") && !check.text.contains("RTW-"))
        let report = try await sari.get("\(Self.month)/laporan.pdf")
        #expect(report.isPaper("laporan-bulanan-\(month).pdf"))
        #expect(try await sari.get(Self.month).text.contains("\(Self.month)/laporan.pdf"))
        let yuni = try await setup.browser("yuni")
        for path in ["\(Self.bill)/lampiran.pdf", "\(Self.bill)/kuitansi.pdf"] {
            #expect(try await yuni.get(path).status == 403)
        }
        #expect(try await yuni.get("\(Self.month)/laporan.pdf").status == 403)
    }

    @Test func `nobody pays an own order, and a number may follow a proof`() async throws {
        let setup = try await ContributionSite()
        let (sari, tono) = (try await setup.browser("sari"), try await setup.browser("tono"))
        try await setup.takeIn([0], try await setup.browser("ratna"))
        _ = try await sari.post(Self.month, "kunci=a")
        _ = try await sari.post(
            "\(Self.bill)/bandingkan?", "kunci=b&kode=KB&tagihan=16.800&orang=1")
        _ = try await sari.post("\(Self.bill)/spm", "kunci=c&versi=2&spm=SPM-1")
        let day = "hari=18&bulan=3&tahun=2026"
        let own = try await sari.post("\(Self.bill)/bayar", "kunci=d&versi=3&sp2d=S&\(day)")
        #expect(own.status == 422)
        #expect(own.text.contains("Yang menerbitkan SPM tidak boleh mencatat pembayarannya"))
        let bare = try await tono.post("\(Self.bill)/bayar", "kunci=e&versi=3&sp2d=&\(day)")
        #expect(bare.text.contains("sama-sama kosong"))
        let proved = try await tono.send(
            "\(Self.bill)/bayar",
            ["kunci": "f", "versi": "3", "sp2d": "", "hari": "18", "bulan": "3", "tahun": "2026"],
            file: "bukti", "bukti transfer")
        #expect(proved.status == 303, "\(proved.text)")
        #expect(try await tono.get(Self.bill).text.contains("SP2D menyusul"))
        _ = try await tono.post("\(Self.bill)/sp2d", "kunci=g&versi=4&sp2d=01234")
        #expect(try await tono.get(Self.bill).text.contains("SP2D 01234 tanggal"))
        let back = try await tono.post(
            "\(Self.bill)/kembali", "kunci=h&nomor=\(ContributionSite.number(0))&dasar=Surat+7")
        #expect(back.status == 303)
        let months = try await tono.get(
            "/kerja/peserta/\(ContributionSite.number(0))/iuran")
        #expect(months.text.contains("Dikembalikan"))
    }

    @Test func `a withdrawn bill is made anew`() async throws {
        let setup = try await ContributionSite()
        let ratna = try await setup.browser("ratna")
        try await setup.takeIn([0], ratna)
        _ = try await ratna.post(Self.month, "kunci=a")
        let empty = try await ratna.post("\(Self.bill)/tarik", "kunci=b&versi=1&sebab=")
        #expect(empty.status == 422)
        _ = try await ratna.post("\(Self.bill)/tarik", "kunci=c&versi=1&sebab=Salah+bulan")
        _ = try await ratna.post(Self.month, "kunci=d")
        let page = try await ratna.get(Self.month)
        #expect(page.text.contains("susulan ke-2") && page.text.contains("Ditarik"))
        #expect(page.text.contains("1 orang, Rp16.800"))
    }
}
