import Civic
import Intake
import Programme
import Testing

@testable import Office
@testable import Store

/// The list that goes to the insurer.
@Suite struct RefundSheetTests {
    @Test func `it names whose month, of which worker group, and no full NIK`() async throws {
        let setup = try await DecreeDesk(.sqlite, people: 3, budget: 100_000_000)
        let id = try await setup.numbered()
        try await setup.desk.putInForce(id, key: "f", for: setup.ratna)
        try await pay(setup)
        let rows = try await setup.desk.refunds(.open, for: setup.ratna)
        #expect(rows.map(\.due.place.month.iso) == ["2026-01", "2026-02"])
        let bytes = try await setup.desk.refundSheet(
            .open, fund: "apbd-2026", .indonesian, for: setup.ratna)
        let sheets = try TableReader.read(try MemoryFile(bytes), name: "a.xlsx")
        let list = try #require(sheets.first)
        let head = list.records.cells(0)
        #expect(head.contains("Wadah") && head.contains("Nomor peserta (KPJ)"))
        let first = Dictionary(
            zip(head, list.records.cells(1)).map { ($0, $1) }, uniquingKeysWith: { $1 })
        #expect(first["Bulan iuran"] == "2026-01" && first["Alasan"] == "Meninggal dunia")
        #expect(first["Wadah"] == "W1" && first["Sumber dana"] == "APBD 2026")
        #expect(first["Nomor SIGAP"] == rows[0].member.number && first["Iuran"] == "16800")
        let nik = try #require(rows[0].member.nik)
        #expect(first["NIK"] == nik.masked)
        let cells = (0..<list.records.count).flatMap { list.records.cells($0) }
        #expect(!cells.contains { $0.contains(nik.revealed()) })
        #expect(list.records.cells(3).last == "33600")
        let others = try await setup.desk.refundSheet(
            .open, fund: "csr-2026", .indonesian, for: setup.ratna)
        let empty = try #require(
            try TableReader.read(try MemoryFile(others), name: "b.xlsx").first)
        #expect(!empty.records.cells(1).contains("W1"))
    }

    /// Two months of somebody who had died before them are paid.
    private func pay(_ setup: DecreeDesk) async throws {
        let number = PersonNumber(prefix: "BKS", serial: 0).text
        let january = Month(year: 2026, month: 1)
        try await setup.engine.write { writer throws(Problem) in
            for turn in 0..<2 {
                try writer.execute(
                    """
                    INSERT INTO bill (id, month, fund, turn, people, amount, state, order_number,
                    ordered_by, ledger_key, paid_by, paid_on, digest, actor, at, version)
                    VALUES ($1, $2, 'apbd-2026', 1, 1, 16800, 'paid', 'SPM', 'ratna', 'k', 'sari',
                    20600, 'x', 'ratna', 1, 1)
                    """, [SQLValue(turn + 1), SQLValue(january + turn)])
                try writer.execute(
                    """
                    UPDATE cover_month SET state = 'paid', bill_id = $1, amount = 16800
                    WHERE number = $2 AND month = $3
                    """, [SQLValue(turn + 1), .text(number), SQLValue(january + turn)])
            }
            try writer.execute(
                """
                INSERT INTO member_change (id, number, kind, day, evidence, source, state,
                before_state, ended_month, actor, at, version) VALUES (1, $1, 'death', $2,
                'death-letter', 'rw', 'noted', 'active', $3, 'ratna', 1, 1)
                """,
                [.text(number), SQLValue(january.firstDay + -20), SQLValue(january)])
        }
    }
}
