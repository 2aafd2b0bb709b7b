import Civic
import Pages
import Testing

/// What agencies and managers read.
@Suite struct AnswerSentenceTests {
    private func text(_ page: any Page) throws -> String {
        let html = try PageFiles.templates().html(of: page)
        return html.replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ")
    }

    @Test func `the list tells how many, until when, and of what age the agency's own list is`()
        throws
    {
        let page = try text(Samples.answers)
        #expect(page.contains("Dinas Perhubungan: 214 perlu jawaban, batas 27 Maret 2026"))
        #expect(
            page.contains(
                "Daftar acuan Dinas Perhubungan terakhir 14 bulan lalu. Anda tetap bisa menjawab, "
                    + "tetapi jawaban akan ditandai"))
        #expect(page.contains("Terima semua 188 yang cocok persis"))
        #expect(page.contains("Dua orang bernama mirip. Pilih yang benar atau jawab"))
        #expect(page.contains("214 dijawab: 188 cocok, 9 tidak, 17 tidak tahu."))
        #expect(page.contains("3 hari kerja lagi") && page.contains("Lewat 2 hari kerja"))
    }

    @Test func `an agency sees nothing but name, masked NIK, work and its own record`() throws {
        let html = try PageFiles.templates().html(of: Samples.answers)
        #expect(html.contains("3275••••••••0003"))
        #expect(!html.contains("3275014507900003"))
        for secret in ["Desil", "Alasan", "/kerja/peserta/BKS"] { #expect(!html.contains(secret)) }
    }

    @Test func `tasks begin with a number and a verb, and their end is good news`() throws {
        let page = try text(Samples.tasks)
        #expect(page.contains("Tugas hari ini: 318 verifikasi, 4 cek lapangan, 1 perlu jawaban"))
        #expect(page.contains("318 Verifikasi calon peserta"))
        #expect(try text(TasksPage(tasks: [])).contains("Tidak ada tugas tertunda."))
    }
}
