package import Civic
package import Programme
package import Store

/// What a berita acara of a verification says: the cases of one village, counted.
package struct VerificationRecord: Sendable {
    package struct Neighbourhood: Sendable {
        /// Nil for people whose RW nobody knows.
        package let rw: Int?
        package let cases: [RecordedCase]

        package func count(_ state: CaseState) -> Int { cases.count { $0.state == state } }
    }

    package let village: PlaceCode
    package let day: Day
    package let cases: [RecordedCase]
    /// SHA-256 of the list, so that a printed one can be compared with what is kept.
    package let hash: String
    /// Names of accounts, by login.
    package let names: [String: String]

    init(_ village: PlaceCode, _ day: Day, _ cases: [RecordedCase], _ names: [String: String]) {
        self.village = village
        self.day = day
        self.cases = cases
        self.names = names
        hash = Fingerprint.of(cases.map(VerificationRecord.line).joined(separator: "\n"))
    }

    package func count(_ state: CaseState) -> Int { cases.count { $0.state == state } }

    /// In order of RW; those of an unknown one first.
    package var neighbourhoods: [Neighbourhood] {
        Dictionary(grouping: cases, by: \.rw).sorted { ($0.key ?? 0) < ($1.key ?? 0) }.map {
            Neighbourhood(rw: $0.key, cases: $0.value)
        }
    }

    /// How many were refused for each reason, most first.
    package var reasons: [(code: String, people: Int)] {
        VerificationRecord.counted(cases.compactMap(\.reason)).map { (code: $0.0, people: $0.1) }
    }

    /// Who confirmed that people work, and of how many: accounts by login where the operator knew it
    /// (`witness` nil), else the witness.
    package var confirmedBy: [(name: String, people: Int)] {
        VerificationRecord.counted(
            cases.compactMap { found in
                switch found.work {
                case .known: found.decider.map { names[$0] ?? $0 }
                case .witnessed: found.witness
                case .not, nil: nil
                }
            }
        ).map { (name: $0.0, people: $0.1) }
    }

    private static func counted(_ texts: [String]) -> [(String, Int)] {
        var counts: [String: Int] = [:]
        for text in texts { counts[text, default: 0] += 1 }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { ($0.key, $0.value) }
    }

    private static func line(_ found: RecordedCase) -> String {
        [found.number, found.state.rawValue, found.work?.rawValue ?? "", found.reason ?? ""]
            .joined(separator: ";")
    }
}

extension Desk {
    /// The record of what was decided in one village, as far as the viewer reaches.
    package func verificationRecord(
        of village: PlaceCode, for viewer: Viewer
    ) async throws(Problem) -> VerificationRecord {
        let cases = try await store.recordedCases(
            of: village, in: try viewer.scope(for: .verify))
        let names = try await store.accountNames(of: Set(cases.compactMap(\.decider)))
        return VerificationRecord(village, .jakarta(at: .now()), cases, names)
    }
}
