import Civic
import Foundation
import Intake
import Papers
import Testing

@testable import Office

/// Lists as a browser sends them: bytes in memory, or a text that was pasted.
@Suite("Lists that come in through the browser")
struct UploadReaderTests {
    private let region: Region
    private let agency: Agency
    private let reader: UploadReader

    init() throws {
        region = try DataFolder.find(RepositoryData.path).region("bekasi")
        agency = try #require(region.nominator)
        let today = try #require(Day(iso: "2026-03-05"))
        reader = UploadReader(context: region.intake(asOf: today))
    }

    @Test func `pasted cells are rows with their numbers, values and faults`() throws {
        let list = try reader.read(
            pasted: """
                Daftar RW 005
                No\tNIK\tNama Lengkap\tTgl Lahir\tSaldo
                1\t3275014507900003\tSITI AMINAH\t05-07-1990\t12

                2\t32750145079000\tBudi S\t17/08/1985\t
                3\t\t\t\t99
                """, agency: agency)
        #expect(list.headings == ["No", "NIK", "Nama Lengkap", "Tgl Lahir", "Saldo"])
        #expect(list.columns == [nil, .nik, .name, .birthDate, nil])
        #expect(list.rows.map(\.number) == [3, 5, 6])
        #expect(list.rows[0].person?.nik == 3_275_014_507_900_003)
        #expect(list.rows[0].faults.isEmpty)
        #expect(list.rows[1].faults == [CellFault(column: .nik, code: .nikLength)])
        #expect(list.rows[2].person == nil)
        #expect(list.rows[2].faults == [CellFault(column: nil, code: .rowWithoutPerson)])
        #expect(list.cell(.name, of: list.rows[1]) == "Budi S")
        #expect(list.preview.count == 3)
    }

    @Test func `given columns count, whatever the headings say`() throws {
        let text = "A;B;C\n3275014507900003;SITI AMINAH;1990-07-05\n"
        let list = try reader.read(
            bytes: Array(text.utf8), fileName: "x.csv", agency: agency,
            columns: [nil, .name, .birthDate])
        #expect(list.columns == [nil, .name, .birthDate])
        #expect(list.rows.first?.person?.nik == 0)
        let nobody = try reader.read(
            bytes: Array(text.utf8), fileName: "x.csv", agency: agency, columns: [nil, nil])
        #expect(!nobody.holdsPeople)
        #expect(nobody.rows.count >= 1)
    }

    @Test func `a workbook in memory is read like one on a disk`() throws {
        let folder = try TestFolder()
        var book = try WorkbookWriter(
            path: folder.path("usulan.xlsx"), created: try #require(Day(iso: "2026-03-05")))
        try book.beginSheet(
            "Data", columns: [SheetColumn("NIK", width: 20), SheetColumn("Nama", width: 20)])
        try book.append([.text("3275014507900003"), .text("=HYPERLINK(\"x\")")])
        try book.beginSheet(
            "Lain", columns: [SheetColumn("NIK", width: 20), SheetColumn("Nama", width: 20)])
        try book.append([.text("3275014507900011"), .text("Adi")])
        try book.append([.text("3275014507900012"), .text("Ida")])
        try book.finish()
        let bytes = try Array(Data(contentsOf: URL(filePath: folder.path("usulan.xlsx"))))
        let list = try reader.read(bytes: bytes, fileName: "../../etc/usulan.xlsx", agency: agency)
        #expect(list.fileName == "usulan.xlsx")
        #expect(
            list.rows.map(\.cells) == [["3275014507900011", "Adi"], ["3275014507900012", "Ida"]])
        #expect(list.warnings.map(\.code) == ["sheet-left-out"])
        #expect(list.digest == Fingerprint.of(bytes))
    }

    @Test func `what cannot be read is refused under the sender's name for it`() throws {
        let old: [UInt8] =
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
            + [UInt8](
                repeating: 0, count: 600)
        let problem = #expect(throws: Problem.self) {
            try reader.read(bytes: old, fileName: "lama.xls", agency: agency)
        }
        #expect(problem?.spot?.file == "lama.xls")
        #expect(problem?.code == "workbook-old-format")
        let empty = #expect(throws: Problem.self) {
            try reader.read(pasted: " \n\t\n", agency: agency)
        }
        #expect(empty?.code == "file-empty")
    }

    @Test func `a column that Excel has cut is told, and the rest is kept`() throws {
        var text = "NIK\tNama\n"
        for row in 1...40 {
            let last = row <= 30 ? "0" : "\(row % 9 + 1)"
            text += "327501450790\(String(format: "%03d", row + 100))\(last)\tWarga \(row)\n"
        }
        let list = try reader.read(pasted: text, agency: agency)
        #expect(list.warnings.map(\.code) == ["nik-column-cut-by-excel"])
        #expect(list.rows.count { $0.faults.map(\.code) == [.nikCutByExcel] } == 30)
        #expect(list.rows.count { $0.person?.nik != 0 } == 10)
    }

    @Test func `records of known columns are read one by one`() throws {
        let today = try #require(Day(iso: "2026-03-05"))
        var list = RecordList(
            columns: [.nik, .name, .village], agency: agency, context: region.intake(asOf: today))
        list.append(4, ["3275014507900003", "SITI AMINAH", "Bekasi Jaya"])
        list.append(9, ["12", "", ""])
        list.append(11, ["", "BUDI", ""])
        let delivery = list.finish(source: "usulan", file: "usulan")
        #expect(delivery.roster.rows.map(\.number) == [4, 11])
        #expect(delivery.rejects.entries.map(\.row) == [9])
        #expect(delivery.counts.read == 3)
    }
}
