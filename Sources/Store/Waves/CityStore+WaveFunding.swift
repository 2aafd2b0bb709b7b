package import Civic
import Programme

/// Who of a wave is paid for by which fund.
extension CityStore {
    private static let columns = ["wave_id", "number", "first_month", "last_month", "fund"]
    private static let batch = 4000

    /// Settles which funds pay for the chosen people of a frozen wave, which was read at `version`;
    /// what was settled before goes.
    ///
    /// - Throws: `wave-changed`, `wave-settled`; `wave-funding` for people who were not chosen, or
    ///   months and funds that are not the wave's.
    package func saveWaveFunding(
        _ id: Int, _ rows: [WaveFunding], version: Int, by act: Act
    ) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "wave.fund", writer) else { return }
            let change = WaveChange(id: id, version: version, writer: writer)
            let wave = try change.wave(in: [.frozen])
            let isSound = rows.allSatisfy { row in
                wave.plan.funds.contains(row.fund)
                    && row.months.lowerBound >= wave.plan.months.lowerBound
                    && row.months.upperBound <= wave.plan.months.upperBound
            }
            guard isSound else { throw Problem.waveFunding() }
            try writer.execute("DELETE FROM wave_funding WHERE wave_id = $1", [SQLValue(id)])
            try CityStore.insert(rows, of: id, writer)
            let strangers = try writer.integer(
                """
                SELECT COUNT(*) FROM wave_funding f WHERE f.wave_id = $1 AND NOT EXISTS
                (SELECT 1 FROM wave_place p WHERE p.number = f.number AND p.wave_id = f.wave_id
                AND p.standing = 'chosen')
                """, [SQLValue(id)])
            guard strangers == 0 else { throw Problem.waveFunding() }
            try change.touch()
            try journal.append(
                "wave.fund", WaveTable.subject(id),
                [
                    "people": String(Set(rows.map(\.number)).count),
                    "months": String(rows.reduce(0) { $0 + $1.count }),
                ], by: act, to: writer)
        }
    }

    private static func insert(
        _ rows: [WaveFunding], of id: Int, _ writer: any SQLWriter
    ) throws(Problem) {
        for start in stride(from: 0, to: rows.count, by: batch) {
            var values: [SQLValue] = []
            for row in rows[start..<min(start + batch, rows.count)] {
                values += [SQLValue(id), .text(row.number), SQLValue(row.months.lowerBound)]
                values += [SQLValue(row.months.upperBound), .text(row.fund)]
            }
            try writer.insert(into: "wave_funding", columns, values)
        }
    }

    /// What was settled, in order of numbers and months.
    package func waveFunding(_ id: Int) async throws(Problem) -> [WaveFunding] {
        try await engine.read { reader throws(Problem) in
            try reader.all(
                """
                SELECT number, first_month, last_month, fund FROM wave_funding
                WHERE wave_id = $1 ORDER BY number, first_month
                """, [SQLValue(id)]
            ) { fields in
                WaveFunding(
                    number: fields.text(), months: fields.month()...fields.month(),
                    fund: fields.text())
            }
        }
    }

    /// What was settled, counted by all that decides the price.
    package func waveFundingUses(_ id: Int) async throws(Problem) -> [WaveFundingUse] {
        try await engine.read { reader throws(Problem) in
            try CityStore.uses(where: "f.wave_id = $1", [SQLValue(id)], reader)
        }
    }

    /// What waves that wait for their decrees will ask of the funds, without wave `id`.
    package func waveFundingUses(besides id: Int?) async throws(Problem) -> [WaveFundingUse] {
        try await engine.read { reader throws(Problem) in
            try CityStore.uses(
                where: """
                    f.wave_id <> $1 AND f.wave_id IN (SELECT id FROM wave WHERE state = 'frozen')
                    """, [SQLValue(id ?? 0)], reader)
        }
    }

    private static func uses(
        where condition: String, _ values: [SQLValue], _ reader: any SQLReader
    ) throws(Problem) -> [WaveFundingUse] {
        try reader.all(
            """
            SELECT f.fund, COALESCE(p.occupation, ''), f.first_month, f.last_month, COUNT(*)
            FROM wave_funding f
            JOIN wave_place p ON p.number = f.number AND p.wave_id = f.wave_id
            WHERE \(condition)
            GROUP BY f.fund, COALESCE(p.occupation, ''), f.first_month, f.last_month
            ORDER BY 1, 3, 4, 2
            """, values
        ) { fields in
            WaveFundingUse(
                fund: fields.text(), occupation: fields.text(),
                months: fields.month()...fields.month(), people: fields.int())
        }
    }
}

extension WaveFunding {
    /// How many months these are.
    package var count: Int { months.upperBound - months.lowerBound + 1 }
}

extension Problem {
    fileprivate static func waveFunding() -> Problem {
        Problem(
            .input, "wave-funding",
            Phrase(
                "Pembagian dana menyebut orang, bulan atau dana di luar gelombang ini.",
                en: "The funding names people, months or funds that are not this wave's."),
            do: Phrase(
                "Muat ulang halaman, lalu cocokkan dana lagi.",
                en: "Reload the page, then match the funds again."))
    }
}
