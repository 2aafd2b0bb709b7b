import Civic
import Testing

@testable import Programme

/// The annex of a decree: its order, its bytes, and what differs between two.
@Suite struct AnnexTests {
    private static let year = Month(year: 2026, month: 1)...Month(year: 2026, month: 12)

    private static func line(
        _ number: String, _ village: String? = "32.75.01.1001", name: String = "SITI AMINAH",
        fund: String = "apbd-2026", nik: UInt64 = 3_275_014_507_900_003
    ) -> DecreeLine {
        let place = village.flatMap { PlaceCode($0) }
        return DecreeLine(
            line: 0, number: number, name: name, nik: NIK(digits: nik), rt: 3, rw: 11,
            district: place?.district, village: place, occupation: "base_ojek",
            funding: [FundedMonths(year, fund: fund)])
    }

    @Test func `lines stand by district and village, then as they came`() {
        let lines = [
            Self.line("E", nil), Self.line("C", "32.75.02.1001"), Self.line("B", "32.75.01.1002"),
            Self.line("A"), Self.line("D", "32.75.01.1002"),
        ].numbered()
        #expect(lines.map(\.number) == ["A", "B", "D", "C", "E"])
        #expect(lines.map(\.line) == [1, 2, 3, 4, 5])
    }

    @Test func `the canonical text is what its form says`() {
        var second = Self.line("BKS-BBBB-02", nil, name: "A\tB\n", nik: 1)
        second.change = .remove
        second.funding = []
        second.endedMonth = Month(year: 2026, month: 4)
        second.cause = "dead"
        let text = AnnexText(.restricted, of: .amendment).text(
            [Self.line("BKS-AAAA-01"), second].numbered())
        #expect(
            text == """
                sigap-annex 1 restricted amendment
                1\tadd\tBKS-AAAA-01\tSITI AMINAH\t3275014507900003\t3\t11\t32.75.01\t32.75.01.1001\t\
                base_ojek\tapbd-2026:2026-01..2026-12\t\t
                2\tremove\tBKS-BBBB-02\tA B \t\t3\t11\t\t\tbase_ojek\t\t2026-04\tdead
                = 2

                """)
    }

    @Test func `the open edition tells no NIK and no address`() {
        let lines = [Self.line("BKS-AAAA-01")].numbered()
        let text = AnnexText(.open, of: .determination).text(lines)
        #expect(!text.contains("3275014507900003") && !text.contains("\t3\t11\t"))
        #expect(text.contains("SITI AMINAH\t\t\t\t32.75.01"))
    }

    @Test func `two annexes differ by who is added, removed and changed`() {
        let old = [Self.line("A"), Self.line("B"), Self.line("C")].numbered()
        let new = [Self.line("D"), Self.line("C", fund: "csr-x"), Self.line("A")].numbered()
        let difference = AnnexDifference(from: old, to: new)
        #expect(difference.added.map(\.number) == ["D"])
        #expect(difference.removed.map(\.number) == ["B"])
        #expect(difference.changed.map(\.after.number) == ["C"])
        #expect(AnnexDifference(from: old, to: old.reversed()).isEmpty)
    }

    @Test func `the difference turns any annex into the other`() {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<300 {
            let (old, new) = (Self.annex(&random), Self.annex(&random))
            let applied = AnnexDifference(from: old, to: new).applied(to: old)
            let texts = [applied, new].map { lines in
                AnnexText(.restricted, of: .determination).text(
                    lines.sorted { $0.number < $1.number }.numbered())
            }
            #expect(texts[0] == texts[1])
        }
    }

    private static func annex(_ random: inout SeededGenerator) -> [DecreeLine] {
        ["A", "B", "C", "D", "E"].filter { _ in Bool.random(using: &random) }.map { number in
            line(
                number,
                ["32.75.01.1001", "32.75.02.1001", nil][Int.random(in: 0..<3, using: &random)],
                fund: Bool.random(using: &random) ? "apbd" : "csr")
        }.numbered()
    }
}
