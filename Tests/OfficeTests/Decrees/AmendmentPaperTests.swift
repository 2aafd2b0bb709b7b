import Civic
import Foundation
import Jamsostek
import Programme
import Testing

@testable import Office
@testable import Store

/// The paper of an amendment, as somebody reads it who holds it beside the decree.
@Suite struct AmendmentPaperTests {
    private static let july = Month(year: 2026, month: 7)
    private static let rest = july...(july + 5)
    private static let numbers = (0..<7).map { PersonNumber(prefix: "BKS", serial: $0).text }

    /// A decree in force of six people; the seventh is known and on no decree.
    private func setup() async throws -> (DecreeDesk, decree: Int) {
        let setup = try await DecreeDesk(.sqlite, people: 7, budget: 100_000_000)
        try await setup.desk.store.openFund(
            Fund(
                id: "csr-2026", source: .csr, title: "CSR 2026", payer: "PT Contoh",
                workerGroup: "W2", months: Self.rest), by: DecreeDesk.act())
        try await setup.desk.store.allot(
            Rupiah(1_000_000), to: "csr-2026", note: "Hibah", key: "2", by: DecreeDesk.act())
        let id = try await setup.desk.draftDecree(fromWave: 1, key: "d", for: setup.ratna)
        try await setup.desk.mark(
            [Self.numbers[6]], on: id, .omit, reason: "Menunggu", key: "o", for: setup.ratna)
        try await setup.number(id, 655)
        try await setup.desk.putInForce(id, key: "f", for: setup.ratna)
        return (setup, id)
    }

    /// One leaves and another takes the place, and a third is paid by somebody else.
    private func amend(_ setup: DecreeDesk, _ decree: Int) async throws -> Int {
        let id = try await setup.desk.draftAmendment(
            of: decree,
            lines: [
                .remove(Self.numbers[0], from: Self.july, cause: "A13"),
                .add(Self.numbers[6], [FundedMonths(Self.rest, fund: "apbd-2026")]),
                .alter(Self.numbers[1], [FundedMonths(Self.rest, fund: "csr-2026")]),
            ], key: "a", for: setup.ratna)
        try await setup.engine.write { writer throws(Problem) in
            try writer.execute(
                """
                INSERT INTO member_change (id, number, kind, day, evidence, source, state,
                before_state, ended_month, replaced_by, amendment, actor, at, version)
                VALUES (1, $1, 'death', 20600, 'death-letter', 'rw', 'noted', 'determined', $2,
                $3, $4, 'ratna', 1, 1)
                """,
                [
                    .text(Self.numbers[0]), SQLValue(Self.july), .text(Self.numbers[6]),
                    SQLValue(id),
                ])
        }
        return id
    }

    private func paper(_ setup: DecreeDesk, _ id: Int) async throws -> [UInt8] {
        try await setup.desk.decreeFile(
            id, .paper, .restricted, site: DecreeDesk.site, for: setup.ratna)
    }

    /// The words of the annex, apart by single blanks.
    private func words(_ paper: [UInt8]) async throws -> String {
        let text = try await PDFText(paper).pages.joined(separator: " ")
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func `it says who and what stood there before`() async throws {
        let (setup, decree) = try await setup()
        let id = try await amend(setup, decree)
        try await setup.number(id, 656)
        let text = try await words(try await paper(setup, id))
        let added = try #require(text.range(of: "A. Ditambahkan: 1 orang"))
        let removed = try #require(text.range(of: "B. Dikeluarkan: 1 orang"))
        let changed = try #require(text.range(of: "C. Diubah: 1 orang"))
        let parts = [
            text[added.upperBound..<removed.lowerBound],
            text[removed.upperBound..<changed.lowerBound], text[changed.upperBound...],
        ]
        #expect(parts[0].contains("Semula"))
        // A line may break at a hyphen, which the reading then leaves out.
        let marks = parts[0].replacing("-", with: "")
        for number in [Self.numbers[6], Self.numbers[0]] {
            #expect(marks.contains(number.replacing("-", with: "")))
        }
        #expect(parts[0].contains("NAMA0 CONTOH"))
        #expect(parts[1].contains(Self.numbers[0]) && parts[1].contains("APBD, Januari 2026"))
        #expect(parts[2].contains(Self.numbers[1]) && parts[2].contains("APBD, Januari 2026"))
        #expect(parts[2].contains("CSR, Juli 2026"))
    }

    @Test func `what comes into force later changes nothing about it`() async throws {
        let (setup, decree) = try await setup()
        let id = try await amend(setup, decree)
        try await setup.number(id, 656)
        let before = try await words(try await paper(setup, id))
        let other = try await setup.desk.draftAmendment(
            of: decree,
            lines: [
                .remove(Self.numbers[3], from: Self.july, cause: "A1"),
                .alter(Self.numbers[1], [FundedMonths(Self.rest, fund: "csr-2026")]),
            ], key: "b", for: setup.ratna)
        try await setup.number(other, 657)
        try await setup.desk.putInForce(other, key: "f2", for: setup.ratna)
        #expect(try await words(try await paper(setup, id)) == before)
        #expect(try await setup.desk.decree(id, for: setup.ratna)?.peopleBefore == 6)
        // Whoever amends now finds what was said last, month by month.
        let third = try await setup.desk.draftAmendment(
            of: decree, lines: [.remove(Self.numbers[1], from: Self.july + 3, cause: "A1")],
            key: "c", for: setup.ratna)
        let stood = try await setup.desk.store.annexBefore(of: third)
        #expect(
            stood.funding[Self.numbers[1]] == [
                FundedMonths(Month(year: 2026, month: 1)...(Self.july + -1), fund: "apbd-2026"),
                FundedMonths(Self.rest, fund: "csr-2026"),
            ])
        #expect(try await setup.desk.decree(third, for: setup.ratna)?.peopleBefore == 5)
        #expect(try await setup.desk.store.annexBefore(of: decree) == .nothing)
    }
}
