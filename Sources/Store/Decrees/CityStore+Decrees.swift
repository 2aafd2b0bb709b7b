package import Civic
package import Programme

/// Looking at decrees.
extension CityStore {
    /// How many lines of an annex a page holds.
    package static let annexPageSize = 100

    /// Newest first.
    package func decrees() async throws(Problem) -> [Decree] {
        try await engine.read { reader throws(Problem) in try DecreeTable.all(in: reader) }
    }

    /// Frozen waves of which no decree is drafted or in force, in order.
    package func wavesToDecree() async throws(Problem) -> [WaveToDecree] {
        try await engine.read { reader throws(Problem) in
            try reader.all(
                """
                SELECT w.id, w.title, (SELECT COUNT(*) FROM wave_place p
                    WHERE p.wave_id = w.id AND p.standing = 'chosen'), w.first_month, w.months
                FROM wave w WHERE w.state = 'frozen' AND NOT EXISTS (SELECT 1 FROM decree d
                    WHERE d.wave_id = w.id AND d.state <> 'withdrawn')
                ORDER BY w.id
                """
            ) { fields in
                let (id, title, people) = (fields.int(), fields.text(), fields.int())
                let first = fields.month()
                return WaveToDecree(
                    id: id, title: title, people: people,
                    months: first...(first + (fields.int() - 1)))
            }
        }
    }

    /// Nil when there is no such decree.
    package func decree(
        _ id: Int, _ policy: DecreePolicy
    ) async throws(Problem) -> DecreeRecord? {
        try await engine.read { reader throws(Problem) in
            try DecreeReading(policy: policy, reader: reader).record(id)
        }
    }

    /// What keeps people of a draft from being determined, and what was decided about it; of a
    /// decree that is no draft any more, what was decided only.
    package func draftCheck(
        _ id: Int, _ policy: DecreePolicy
    ) async throws(Problem) -> DraftCheck {
        try await engine.read { reader throws(Problem) in
            let checks = DecreeChecks(isVerifiedOnly: policy.verifiedOnly, reader: reader)
            guard try DecreeTable.find(id, reader)?.state == .draft else {
                return DraftCheck(marks: try checks.decided(id), registryDay: nil)
            }
            return try checks.check(id)
        }
    }

    /// Villages that the annex names, in order, with how many people; nil for people of no known
    /// village, who come last.
    package func annexPlaces(
        of id: Int
    ) async throws(Problem) -> [(village: PlaceCode?, people: Int)] {
        let places = try await engine.read { reader throws(Problem) in
            guard let decree = try DecreeTable.find(id, reader) else {
                throw Problem.decreeUnknown()
            }
            let sql =
                decree.digest == nil
                ? """
                SELECT COALESCE(p.village, m.village), COUNT(*) FROM decree_draft d
                LEFT JOIN person p ON p.number = d.number AND d.change = 'add'
                LEFT JOIN member m ON m.number = d.number AND d.change <> 'add'
                WHERE d.decree_id = $1 AND (d.word IS NULL OR d.word <> 'omit')
                GROUP BY COALESCE(p.village, m.village)
                """
                : """
                SELECT village, COUNT(*) FROM decree_line WHERE decree_id = $1 GROUP BY village
                """
            return try reader.all(sql, [SQLValue(id)]) { fields in
                AnnexPlace(village: fields.place(), people: fields.int())
            }
        }
        return places.map { (village: $0.village, people: $0.people) }.sorted {
            ($0.village?.number ?? .max) < ($1.village?.number ?? .max)
        }
    }

    /// Lines of one village, or of people of no known one, behind line `after`; one more than a page
    /// holds when there are more. Lines of a draft have no number yet and all come at once.
    package func annexLines(
        of id: Int, village: PlaceCode?, after: Int
    ) async throws(Problem) -> [DecreeLine] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            guard let decree = try DecreeTable.find(id, reader) else {
                throw Problem.decreeUnknown()
            }
            let sealer = try sealer.named(by: reader)
            if decree.digest == nil {
                return try DraftLines(sealer: sealer, reader: reader).rows(
                    of: id, where: CityStore.lives(in: village, "p"),
                    CityStore.values(village)
                ).map(\.line)
            }
            let place = CityStore.lives(in: village, "l")
            return try DecreeLines(sealer: sealer, reader: reader).rows(
                of: id, where: "\(place) AND l.line > \(after)", CityStore.values(village),
                limit: CityStore.annexPageSize + 1
            ).map(\.line)
        }
    }

    private static func lives(in village: PlaceCode?, _ table: String) -> String {
        village == nil ? "\(table).village IS NULL" : "\(table).village = $2"
    }

    private static func values(_ village: PlaceCode?) -> [SQLValue] {
        village.map { [.text($0.description)] } ?? []
    }

    /// The whole annex, in order. The restricted edition tells full NIKs, which is recorded; an act
    /// without a journal event reads the open one.
    package func annex(
        of id: Int, _ edition: AnnexText.Edition, by act: Act
    ) async throws(Problem) -> [DecreeLine] {
        let (sealer, journal) = (sealer, journal)
        if edition == .restricted {
            try await engine.write { writer throws(Problem) in
                try journal.append("decree.annex", DecreeTable.subject(id), by: act, to: writer)
            }
        }
        return try await engine.read { reader throws(Problem) in
            guard let decree = try DecreeTable.find(id, reader) else {
                throw Problem.decreeUnknown()
            }
            let lines = try CityStore.lines(of: decree, try sealer.named(by: reader), reader)
            guard edition == .open else { return lines }
            return lines.map { line in
                var line = line
                (line.nik, line.rt, line.rw) = (nil, nil, nil)
                return line
            }
        }
    }

    /// What the annex of one decree says and that of another does not, NIK and address included;
    /// NIKs print masked.
    package func annexDifference(
        from old: Int, to new: Int
    ) async throws(Problem) -> AnnexDifference {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            guard let before = try DecreeTable.find(old, reader),
                let after = try DecreeTable.find(new, reader)
            else { throw Problem.decreeUnknown() }
            let sealer = try sealer.named(by: reader)
            return AnnexDifference(
                from: try CityStore.lines(of: before, sealer, reader),
                to: try CityStore.lines(of: after, sealer, reader))
        }
    }

    /// As they were frozen, or as they would be now.
    private static func lines(
        of decree: Decree, _ sealer: Sealer, _ reader: any SQLReader
    ) throws(Problem) -> [DecreeLine] {
        decree.digest == nil
            ? try DraftLines(sealer: sealer, reader: reader).rows(of: decree.id).map(\.line)
                .numbered()
            : try DecreeLines(sealer: sealer, reader: reader).rows(of: decree.id).map(\.line)
    }

    /// What the code on a paper leads to; nil for one that was never printed on a paper to be
    /// signed.
    package func verifiedPaper(_ code: PaperCode) async throws(Problem) -> VerifiedPaper? {
        try await engine.read { reader throws(Problem) in
            let found = try DecreeTable.all(where: "d.code = $1", [.text(code.text)], reader).first
            guard let decree = found, decree.digest != nil else { return nil }
            let standing: VerifiedPaper.Standing =
                switch decree.state {
                case .inForce: .valid
                case .withdrawn: .withdrawn
                case .draft, .signing, .numbered: .pending
                }
            return VerifiedPaper(
                standing: standing, decree: decree,
                amended: try decree.amends.flatMap { (id) throws(Problem) in
                    try DecreeTable.find(id, reader)
                }, amendments: try DecreeReading.amendments(of: decree.id, reader))
        }
    }
}

/// Of whom an annex names how many; engines hand out no tuples.
private struct AnnexPlace: Sendable {
    let village: PlaceCode?
    let people: Int
}
