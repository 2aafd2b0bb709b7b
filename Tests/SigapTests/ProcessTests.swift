import Foundation
import Testing

@Suite("sigap process")
struct ProcessTests {
    private static let registry = """
        NIK;NO_KK;NAMA_LGKP;TGL_LHR;JENIS_KLMIN;JENIS_PKRJN;NAMA_KEL;NAMA_KEC;STATUS
        3275011708850001;3275010101100001;AHMAD SUPRIADI;17-08-1985;LAKI-LAKI;WIRASWASTA;BEKASIJAYA;BEKASI TIMUR;AKTIF
        3275014507900003;3275010101100001;DEWI LESTARI;05-07-1990;PEREMPUAN;MENGURUS RUMAH TANGGA;BEKASIJAYA;BEKASI TIMUR;AKTIF
        3275021203700002;3275020202110002;UDIN SAEPUDIN;12-03-1970;LAKI-LAKI;BURUH HARIAN LEPAS;KRANJI;BEKASI BARAT;MENINGGAL

        """
    private static let welfare = """
        NIK,Nama,Tgl Lahir,Desil,Pekerjaan
        3275011708850001,Ahmad Supriadi,1985-08-17,2,Buruh Harian Lepas
        3.27501E+15,Dewi Lestari,1990-07-05,2,Pedagang

        """
    private static let drivers = """
        No,Nama Lengkap,NIK,TTL,No HP
        1,"Moh. Ahmad Supriadi, S.Pd",327501170885O001,"Bekasi, 17 Agustus 1985",0812-3456-7890
        2,A. Supriadi,3275011708850001,"Bekasi, 17/08/85",+62 812 3456 7890
        ,JUMLAH,,,2

        """

    private func lists() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(ProcessTests.registry, to: "lists/dukcapil.csv")
        try folder.write(ProcessTests.welfare, to: "lists/dtsen.csv")
        try folder.write(ProcessTests.drivers, to: "lists/organda.csv")
        return folder
    }

    private func process(_ folder: TemporaryFolder, to name: String) throws -> Program.Outcome {
        try Program.run(
            "process", folder.path("lists"), "--out", folder.path(name), "--as-of", "2025-11-05")
    }

    @Test func `a folder of lists becomes people, decisions and an order`() throws {
        let folder = try lists()
        let outcome = try process(folder, to: "out")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let links = try folder.read("out/links.csv").split(separator: "\n")
        #expect(links[0] == "source,row_id,person_id")
        #expect(links.count == 8)
        let decisions = try folder.read("out/decisions.csv")
        #expect(decisions.contains(",AHMAD SUPRIADI,1985-08-17,eligible,\n"))
        #expect(decisions.contains(",UDIN SAEPUDIN,1970-03-12,ineligible,"))
        #expect(decisions.contains("A13"))
        let recipients = try folder.read("out/recipients.csv").split(separator: "\n")
        #expect(recipients.count == 3)
        #expect(recipients[1].hasPrefix("1,"))
        #expect(try folder.read("out/rejects.csv").contains("3.27501E+15,nik-scientific,"))
    }

    @Test func `one person's rows share one id, whatever was misspelt`() throws {
        let folder = try lists()
        _ = try process(folder, to: "out")
        var ids: [String: String] = [:]
        for line in try folder.read("out/links.csv").split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",").map(String.init)
            ids["\(cells[0]) \(cells[1])"] = cells[2]
        }
        #expect(ids["dukcapil 2"] == ids["dtsen 2"])
        #expect(ids["dukcapil 2"] == ids["organda 2"])
        #expect(ids["dukcapil 2"] == ids["organda 3"])
        #expect(ids["dukcapil 3"] == ids["dtsen 3"])
        #expect(Set(ids.values).count == 3)
        #expect(ids["organda 4"] == nil, "a totals row is no person")
    }

    @Test func `the same input gives the same bytes, apart from what the run cost`() throws {
        let folder = try lists()
        _ = try process(folder, to: "one")
        _ = try process(folder, to: "two")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("one")).sorted()
        #expect(files.count == 11)
        for file in files {
            var first = try Data(contentsOf: URL(filePath: folder.path("one/\(file)")))
            var second = try Data(contentsOf: URL(filePath: folder.path("two/\(file)")))
            if file == "summary.json" {
                first = Data(
                    String(decoding: first, as: UTF8.self).components(separatedBy: "\"run\":")[0]
                        .utf8)
                second = Data(
                    String(decoding: second, as: UTF8.self).components(separatedBy: "\"run\":")[0]
                        .utf8)
            }
            #expect(first == second, "\(file) differs")
        }
    }

    @Test func `the counts of the summary add up`() throws {
        let folder = try lists()
        _ = try process(folder, to: "out")
        let summary = try JSONSerialization.jsonObject(
            with: Data(contentsOf: URL(filePath: folder.path("out/summary.json"))))
        let rows = try #require((summary as? [String: Any])?["rows"] as? [String: Int])
        #expect(rows["read"] == 11)
        #expect(
            rows["read"] == (rows["linked"] ?? 0) + (rows["rejected"] ?? 0)
                + (rows["repeated_or_empty"] ?? 0))
    }

    @Test func `sources yaml names the agency of a file`() throws {
        let folder = try lists()
        try folder.write(ProcessTests.drivers, to: "lists/daftar-a.csv")
        try folder.write("daftar-a.csv: dishub\n", to: "lists/sources.yaml")
        let outcome = try process(folder, to: "out")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            try folder.read("out/summary.json").contains(
                "\"file\":\"daftar-a.csv\",\"agency\":\"dishub\""))
    }

    // MARK: Bad use

    @Test func `a missing folder is bad input`() throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run("process", folder.path("none"), "--out", folder.path("out"))
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("tidak ada"))
        #expect(folder.names.isEmpty, "nothing half-written is left")
    }

    @Test func `a folder without lists is nothing usable`() throws {
        let folder = try TemporaryFolder()
        try folder.write("halo", to: "lists/catatan.docx")
        let outcome = try Program.run("process", folder.path("lists"), "--out", folder.path("out"))
        #expect(outcome.status == 1)
        #expect(folder.names == ["lists"])
    }

    @Test func `files without people are nothing usable, and the first fault is told`() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "lists/kosong.csv")
        try folder.write("Barang,Harga\nBeras,12000\n", to: "lists/barang.csv")
        let outcome = try Program.run("process", folder.path("lists"), "--out", folder.path("out"))
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("barang.csv"))
        #expect(folder.names == ["lists"])
    }

    @Test func `a bad file beside good ones is told and harms nothing`() throws {
        let folder = try lists()
        try folder.write("PK\u{3}\u{4}rusak", to: "lists/rusak.xlsx")
        let outcome = try process(folder, to: "out")
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("rusak.xlsx"))
        #expect(try folder.read("out/summary.json").contains("rusak.xlsx"))
    }

    @Test func `an unknown region is a usage error that lists the known ones`() throws {
        let folder = try lists()
        let outcome = try Program.run(
            "process", folder.path("lists"), "--out", folder.path("out"), "--region", "atlantis")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("bekasi"))
    }

    @Test func `somebody's folder is never overwritten`() throws {
        let folder = try lists()
        try folder.write("penting", to: "out/skripsi.txt")
        let outcome = try process(folder, to: "out")
        #expect(outcome.status == 3)
        #expect(try folder.read("out/skripsi.txt") == "penting")
    }

    @Test func `an earlier result is replaced whole`() throws {
        let folder = try lists()
        _ = try process(folder, to: "out")
        try folder.write("sisa", to: "out/lama.txt")
        let outcome = try process(folder, to: "out")
        #expect(outcome.status == 0)
        #expect(!FileManager.default.fileExists(atPath: folder.path("out/lama.txt")))
    }

    @Test func `wrong options are usage errors`() throws {
        let folder = try lists()
        for option in [["--as-of", "5 November"], ["--quota", "-3"], ["--start", "2026-13"]] {
            let outcome = try Program.run(
                "process", folder.path("lists"), "--out", folder.path("out"), option[0], option[1])
            #expect(outcome.status == 2, "\(option)")
            #expect(outcome.errors.contains(option[0]))
        }
        #expect(try Program.run("process").status == 2)
        #expect(folder.names == ["lists"])
    }

    @Test func `messages come in English when asked for`() throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run(
            "process", folder.path("none"), "--out", folder.path("out"), language: "en")
        #expect(outcome.errors.contains("There is no folder"))
    }

    @Test func `a full disk leaves the earlier result as it was`() throws {
        let outcome = try Program.run(
            "process", try lists().path("lists"), "--out", "/proc/sigap-out")
        #expect(outcome.status == 3 || outcome.status == 4)
        #expect(!outcome.errors.contains("Fatal"))
    }
}
