import Civic
import Testing

@testable import Programme

/// Who signs, how decrees are numbered and checked, and what came back changed.
@Suite struct DecreeRuleTests {
    private func signOff(_ actors: [String], maker: String = "ratna") -> SignOff {
        let steps = ["kabid", "kadis", "sekda"]
        return SignOff(
            steps: steps, maker: maker,
            signed: zip(steps, actors).map { SignOff.Signed(step: $0, actor: $1) })
    }

    @Test func `steps follow one another, by others than the one before`() {
        #expect(signOff([]).next == "kabid")
        #expect(signOff(["ratna"]).next == "kadis")
        #expect(signOff([]).obstacle(to: "ratna") == nil)
        #expect(signOff(["ratna"]).obstacle(to: "ratna") == .twiceInARow)
        #expect(signOff(["ratna"]).obstacle(to: "lukman") == nil)
        #expect(signOff(["ratna", "lukman", "ratna"]).obstacle(to: "lukman") == .complete)
    }

    @Test func `whoever made the draft is not the last to check it`() {
        #expect(signOff(["ratna", "lukman"]).obstacle(to: "ratna") == .makerIsLast)
        #expect(signOff(["lukman", "ratna"], maker: "ratna").obstacle(to: "lukman") == nil)
    }

    /// The decree as it was published: 500.15.1/Kep.655-Disnaker/X/2025 (domain.md 4.2).
    @Test func `a number fits its pattern and its date`() throws {
        let form = try #require(DecreeNumbering("500.15.1/Kep.{nomor}-Disnaker/{bulan}/{tahun}"))
        let day = try #require(Day(iso: "2025-10-20"))
        #expect(form.text(655, on: day) == "500.15.1/Kep.655-Disnaker/X/2025")
        #expect(form.fits("500.15.1/Kep.655-Disnaker/X/2025", on: day))
        #expect(!form.fits("500.15.1/Kep.655-Disnaker/X/2025", on: day + 30))
        for wrong in [
            "500.15.1/Kep.-Disnaker/X/2025", "500.15.1/Kep.6a5-Disnaker/X/2025",
            "500.15.1/Kep.655-Disnaker/X/2024", "Kep.655-Disnaker/X/2025",
            "500.15.1/Kep.0-Disnaker/X/2025", "500.15.1/Kep.1234567-Disnaker/X/2025", "",
        ] { #expect(!form.fits(wrong, on: day), "\(wrong)") }
        #expect(DecreeNumbering("Kep/{tahun}") == nil)
    }

    @Test func `a code is read however it is typed, and no other`() throws {
        let code = PaperCode(bits: 0x0123_4567_89ab_cdef)
        #expect(code.text.count == 14)
        #expect(PaperCode(typed: code.text.lowercased()) == code)
        #expect(PaperCode(typed: code.text.filter { $0 != "-" }) == code)
        #expect(PaperCode(typed: code.text.split(separator: "-").joined(separator: "+")) == code)
        #expect(PaperCode(typed: "ilo0-0000-0000")?.text == "1100-0000-0000")
        for wrong in ["", "7K4M", "7K4M-92QX-H3TDX", "7K4M-92QX-H3T!", "7K4M-92QX-H3TÜ"] {
            #expect(PaperCode(typed: wrong) == nil)
        }
        #expect(Set((0..<500).map { _ in PaperCode() }).count == 500)
    }

    /// Every one of the 60 bits shows, so that codes are as many as they seem.
    @Test func `each bit of a code changes it`() {
        let codes = Set((0..<60).map { PaperCode(bits: 1 << UInt64($0)) } + [PaperCode(bits: 0)])
        #expect(codes.count == 61)
    }

    @Test func `a paper that came back is compared page by page`() {
        let comparison = PaperComparison(additions: ["Ditandatangani secara elektronik"])
        let draft = ["KEPUTUSAN\nNomor 1", "1 SITI\n2 BUDI", "3 DEWI"]
        #expect(comparison.differences(draft: draft, signed: draft).isEmpty)
        let signed = [
            "  KEPUTUSAN Nomor\n1", "1 SITI 2 BUDI\nditandatangani secara elektronik oleh X\n",
            "3 DEWI\u{c}",
        ]
        #expect(comparison.differences(draft: draft, signed: signed).isEmpty)
        let other = ["KEPUTUSAN Nomor 1", "1 SITI 2 BUDl", "3 DEWI", "4 AGUS"]
        #expect(
            comparison.differences(draft: draft, signed: other) == [
                PaperDifference(page: 2, kind: .text), PaperDifference(page: 4, kind: .added),
            ])
        #expect(
            comparison.differences(draft: draft, signed: ["KEPUTUSAN Nomor 1"]).map(\.kind)
                == [.missing, .missing])
    }

    @Test func `blanks of the wording are filled in`() {
        let wording = DecreePolicy.Wording(
            about: "A {tahun}", annexTitle: "", considering: [], recalling: [],
            deciding: ["{jumlah} ({terbilang}) orang, {mulai} sampai {sampai}, dari {dana}"])
        let text = wording.text(
            DecreeFacts(
                counts: [.add: 11_666],
                months: Month(year: 2026, month: 1)...Month(year: 2026, month: 12),
                funds: ["APBD", "CSR", "PSR"]))
        #expect(text.about == "A 2026")
        #expect(
            text.deciding == [
                "11.666 (sebelas ribu enam ratus enam puluh enam) orang, Januari 2026 sampai "
                    + "Desember 2026, dari APBD, CSR, dan PSR"
            ])
        #expect(wording.unknownBlank == nil)
        let winter = DecreeFacts(
            counts: [:], months: Month(year: 2026, month: 9)...Month(year: 2027, month: 2),
            funds: [])
        #expect(wording.text(winter).about == "A 2026–2027")
        let other = DecreePolicy.Wording(
            about: "{jumlah} {entah}", annexTitle: "", considering: [], recalling: [], deciding: [])
        #expect(other.unknownBlank == "entah")
    }

    @Test func `a decree in force goes nowhere else`() {
        #expect(DecreeState.inForce.next.isEmpty)
        #expect(DecreeState.draft.next == [.signing, .withdrawn])
        #expect(DecreeState.signing.next.contains(.numbered))
        #expect(!DecreeState.signing.next.contains(.inForce))
    }
}
