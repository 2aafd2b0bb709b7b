import Civic
import Pages
import Testing

/// The sentences that must be right, whatever else changes.
@Suite struct PageSentenceTests {
    private func text(_ page: any Page, _ language: Language = .indonesian) throws -> String {
        let html = try PageFiles.templates().html(of: page, in: language)
        return html.replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ")
    }

    @Test func `the dashboard's title is the finding`() throws {
        let page = try PageFiles.templates().html(of: Samples.dashboard)
        #expect(page.contains("<h1>11.666 orang terpilih dari 13.420 yang memenuhi syarat</h1>"))
        let english = try PageFiles.templates().html(of: Samples.dashboard, in: .english)
        #expect(english.contains("<h1>11,666 people selected of 13,420 who are eligible</h1>"))
    }

    @Test func `the plan says when the money ends and what it would pay for`() throws {
        let page = try text(Samples.dashboard)
        #expect(page.contains("Uang tidak cukup untuk November 2026: kurang Rp351,86 juta"))
        #expect(
            page.contains(
                "Rp2.000.000.000 cukup untuk 11.666 orang selama 10,2 bulan, "
                    + "atau 9.920 orang selama 12 bulan."))
        #expect(
            try text(Samples.calmDashboard).contains(
                "Anggaran cukup untuk 12 bulan yang dijanjikan"))
        #expect(try text(Samples.calmDashboard).contains("Tidak ada tugas tertunda."))
        #expect(
            try text(Samples.openDashboard).contains(
                "Kebutuhan Rp2,35 miliar; anggaran belum diisi"))
        #expect(try text(Samples.emptyDashboard).contains("Minta berkas dari dinas"))
    }

    @Test(arguments: [
        (CheckAnswerPage.Standing.checking, "Data Anda sedang diperiksa"),
        (.selected(payer: nil), "Perlindungan belum berlaku."),
        (
            .waiting(position: 214, village: "Bekasi Jaya"),
            "Anda nomor 214 di daftar tunggu Kelurahan Bekasi Jaya."
        ),
        (.refused([Samples.outOfCity]), "KTP Anda terdaftar di luar Kota Bekasi."),
        (.insured, "Anda sudah menjadi peserta BPJS Ketenagakerjaan"),
        (.toCorrect([Samples.nameDiffers]), "Ada data yang perlu diperbaiki di kelurahan"),
    ])
    func `answers in one sentence`(standing: CheckAnswerPage.Standing, sentence: String) throws {
        let page = try text(Samples.answer(standing))
        #expect(page.contains(sentence))
        #expect(page.contains("D**I S*******A"))
        #expect(!page.contains("Supriatna"))
        #expect(!page.contains("3275014507900003"))
        #expect(page.contains("175"))
    }

    @Test func `only the covered are told to call themselves members`() throws {
        let claim = "“Saya peserta BPJS Ketenagakerjaan.”"
        #expect(try text(Samples.answer(.insured)).contains(claim))
        #expect(try !text(Samples.answer(.checking)).contains(claim))
        #expect(try text(Samples.answer(.checking)).contains("belum berlaku untuk Anda"))
    }

    @Test func `the share text has the SIGAP number and not the NIK`() throws {
        let html = try PageFiles.templates().html(of: Samples.answer(.insured))
        let link = try #require(html.firstMatch(of: /href="(https:\/\/wa\.me\/[^"]*)"/)?.1)
        #expect(link.contains("BKS-7K4M-92"))
        #expect(!link.contains("3275"))
    }

    @Test func `a form keeps what was typed and says what is wrong`() throws {
        let html = try PageFiles.templates().html(
            of: CheckFormPage(
                entry: Samples.typed, way: .nik, trouble: .fields([.nik, .birthDate])))
        #expect(html.contains("value=\"32750145079\""))
        #expect(html.contains("Ada 2 hal yang perlu diperbaiki"))
        #expect(html.contains("Isi NIK dengan 16 angka."))
        let locked = try PageFiles.templates().html(
            of: CheckFormPage(trouble: .tooMany(minutes: 10)))
        #expect(locked.contains("Coba lagi 10 menit lagi"))
        #expect(!locked.contains("name=\"nik\""))
    }

    @Test func `a person's page shows every verdict and hides the NIK until asked`() throws {
        let page = try text(Samples.waitingPerson)
        #expect(page.contains("8 dari 9 syarat terpenuhi"))
        #expect(page.contains("35 tahun (syarat 18–64)"))
        #expect(page.contains("Desil 2 (syarat 1–5)"))
        #expect(page.contains("Urutan 11.880 dari 13.420"))
        #expect(page.contains("3275••••••••0003"))
        #expect(!page.contains("3275014507900003"))
        #expect(page.contains("Tampilkan NIK (dicatat)"))
        #expect(try text(Samples.revealedPerson).contains("3275 0145 0790 0003"))
    }

    @Test func `public figures hide small cells`() throws {
        let page = try text(Samples.publicData)
        #expect(page.contains("Menolak ikut &lt;5"))
        #expect(page.contains("Tercatat meninggal 118"))
        // Nelayan has 3, so the next smallest group is withheld.
        #expect(page.contains("Nelayan &lt;5"))
        #expect(page.contains("Sopir angkot –*"))
    }

    @Test(arguments: [
        (ErrorPage.Kind.notFound, "Halaman tidak ada atau sudah pindah"),
        (.forbidden, "Anda tidak berhak membuka halaman ini"),
        (.tooMany(minutes: 3), "Coba lagi 3 menit lagi."),
        (.fault(reference: "7F2C"), "Data yang sudah tersimpan aman."),
        (.fault(reference: "7F2C"), "7F2C"),
    ])
    func `errors say what happened and what to do`(kind: ErrorPage.Kind, sentence: String) throws {
        #expect(try text(ErrorPage(kind)).contains(sentence))
    }

    @Test func `the heirs page states amounts from its input`() throws {
        let page = try text(Samples.heirs)
        #expect(page.contains("Rp42.000.000 bila sudah menjadi peserta 3 bulan atau lebih."))
        #expect(page.contains("Beasiswa sampai Rp174.000.000 untuk 2 anak"))
    }
}
