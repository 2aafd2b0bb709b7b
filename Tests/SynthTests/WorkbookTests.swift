import Foundation
import Testing

/// The workbooks, read as the stored text they are.
@Suite struct WorkbookTests {
    private let city: SampleCity

    init() throws { city = try SampleCity(people: 4000, seed: 17, asText: false) }

    private func text(_ list: String) throws -> String {
        let bytes = try #require(
            FileManager.default.contents(atPath: "\(city.folder)/\(list).xlsx"))
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: ["pkh", "diskopukm", "organda", "kelurahan"])
    func `every linked row is a row of the sheet`(list: String) throws {
        let text = try text(list)
        let rows = Set(text.matches(of: /<row r="(\d+)">/).compactMap { Int($0.1) })
        let linked = try #require(city.links[list])
        #expect(!linked.isEmpty)
        #expect(rows.isSuperset(of: linked.keys))
    }

    @Test func `empty rows are left out and still counted`() throws {
        let text = try text("kelurahan")
        #expect(!text.contains("<row r=\"403\">"))
        #expect(text.contains("<row r=\"404\">"))
        #expect(city.links["kelurahan"]?[403] == nil)
        #expect(city.links["kelurahan"]?[404] != nil)
    }

    @Test func `damaged identity numbers are numbers, the others text`() throws {
        let text = try text("diskopukm")
        let numbers = text.matches(of: /<c r="D\d+"><v>(\d{16})<\/v>/)
        let texts = text.matches(of: /<c r="D\d+" t="inlineStr">/)
        #expect(numbers.count > 20)
        #expect(texts.count > numbers.count)
        #expect(numbers.allSatisfy { $0.1.hasSuffix("0") })
    }

    @Test func `dates of the welfare list are dates of the spreadsheet`() throws {
        #expect(try text("pkh").contains(/<c r="E\d+" s="1"><v>\d{5}<\/v>/))
    }

    @Test func `the transport list has a second sheet without people`() throws {
        let text = try text("organda")
        #expect(text.contains("<sheet name=\"Data Sopir\""))
        #expect(text.contains("<sheet name=\"Rekap Trayek\""))
        #expect(try !self.text("pkh").contains("sheet2.xml"))
    }

    @Test func `the title stands in merged cells`() throws {
        let text = try text("diskopukm")
        #expect(text.contains("<mergeCell ref=\"A1:K1\"/>"))
    }
}
