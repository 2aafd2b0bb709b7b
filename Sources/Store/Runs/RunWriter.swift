import Civic

/// Replaces the results of the previous run by those of a new one.
struct RunWriter {
    let run: ImportRun
    let sealer: Sealer
    let receivedAt: Instant
    let writer: any SQLWriter

    /// Children before parents, so that nothing refers to what is gone.
    private static let tables = [
        "reference_match", "reference_state", "verification_case", "review_pair", "source_row",
        "person_agency", "name_word", "tally",
        "person",
        "delivery_warning", "delivery_fault", "delivery",
    ]

    /// Writes everything and returns how many people have which standing.
    func replace() throws(Problem) -> [CountKey: Int] {
        var city: [CountKey: Int] = [:]
        let loader = PersonLoader(
            run, sealer: sealer, erasedMarks: try ErasureTable.all(writer),
            numbers: try NumberBook(sealer, writer),
            cases: try CaseBook(run.verification, on: receivedAt, writer),
            corrections: try KeptCorrections(run.rejudging, sealer, writer))
        try writer.replacing(RunWriter.tables) { () throws(Problem) in
            for table in RunWriter.tables { try writer.execute("DELETE FROM \(table)") }
            try insertDeliveries()
            let totals = try PersonPipe.run(run, with: loader) { batch throws(Problem) in
                try batch.write(to: writer)
            }
            try Setting.put(.nextSerial, String(totals.nextSerial), writer)
            try notePeople(totals.peopleOfDelivery)
            try insertPairs(people: totals.count, without: totals.erased)
            let counts = totals.sheet.counts
            try insert(counts)
            city = counts[.city] ?? [:]
        }
        try placeCorrections()
        for (setting, value) in run.settings.entries { try Setting.put(setting, value, writer) }
        try takeDecisions()
        return city
    }

    /// What was decided so far is part of the run, or left out of it; nothing waits for it any more.
    private func takeDecisions() throws(Problem) {
        let last = try LinkDecisionTable(reader: writer).last()
        if let through = run.decidedThrough, through != last { throw RunWriter.decidedMeanwhile() }
        for table in PersonShelf.tables { try writer.execute("DELETE FROM \(table)") }
        try PersonAlias.turn(writer)
        try Setting.put(.decisionsTaken, String(last), writer)
    }

    private static func decidedMeanwhile() -> Problem {
        Problem(
            .conflict, "decided-meanwhile",
            Phrase(
                "Selama daftar diproses ada pasangan yang diputuskan.",
                en: "Pairs were decided while the lists were being processed."),
            do: Phrase("Proses sekali lagi.", en: "Process them once more."))
    }

    /// Requests follow their people to where these live now.
    private func placeCorrections() throws(Problem) {
        try writer.execute(
            """
            UPDATE correction SET district = p.district, village = p.village
            FROM person p WHERE p.number = correction.number
            """)
    }

    private func insertDeliveries() throws(Problem) {
        var lists: [SQLValue] = []
        var faults: [SQLValue] = []
        var warnings: [SQLValue] = []
        for (position, list) in run.deliveries.enumerated() {
            let id = SQLValue(position + 1)
            lists += [id, .text(list.source), .text(list.file), .text(list.agency)]
            lists += [.text(list.digest), SQLValue(list.read), SQLValue(list.linked)]
            lists += [SQLValue(list.rejected), SQLValue(list.idle), 0, SQLValue(list.dataDay)]
            lists.append(.integer(receivedAt.milliseconds))
            for (code, count) in list.faults where count > 0 {
                faults += [id, .text(code), SQLValue(count)]
            }
            for (place, warning) in list.warnings.enumerated() {
                warnings += [id, SQLValue(place), .text(warning.code)]
                warnings += [.text(warning.sentence.indonesian), .text(warning.sentence.english)]
            }
        }
        try writer.insert(
            into: "delivery",
            [
                "id", "source", "file", "agency", "digest", "rows_read", "rows_linked",
                "rows_rejected", "rows_idle", "people", "data_day", "received_at",
            ], lists)
        try writer.insert(into: "delivery_fault", ["delivery_id", "code", "count"], faults)
        try writer.insert(
            into: "delivery_warning",
            ["delivery_id", "place", "code", "sentence_id", "sentence_en"], warnings)
    }

    private func notePeople(_ counts: [Int]) throws(Problem) {
        for (position, count) in counts.enumerated() {
            try writer.execute(
                "UPDATE delivery SET people = $1 WHERE id = $2",
                [SQLValue(count), SQLValue(position + 1)])
        }
    }

    private func insertPairs(people: Int, without erased: Set<Int>) throws(Problem) {
        var values: [SQLValue] = []
        for (position, pair) in run.pairs.enumerated() {
            let known = 0..<people
            guard known.contains(pair.first), known.contains(pair.second) else {
                throw Problem.storeConflict("review_pair")
            }
            guard erased.isDisjoint(with: [pair.first + 1, pair.second + 1]) else { continue }
            values += [SQLValue(position + 1), SQLValue(min(pair.first, pair.second) + 1)]
            values += [SQLValue(max(pair.first, pair.second) + 1), SQLValue(pair.weight)]
            values.append(SQLValue(pair.probability))
            var json = JSONText()
            json.list(pair.evidence) { json, finding in json.list(finding.parts) }
            values += [.text(json.text), .text(pair.state.rawValue)]
        }
        try writer.insert(
            into: "review_pair",
            ["id", "person_a", "person_b", "weight", "probability", "evidence", "state"], values)
    }

    private func insert(_ counts: [TallyScope: [CountKey: Int]]) throws(Problem) {
        var values: [SQLValue] = []
        for (scope, keys) in counts {
            let scopeText = SQLValue.text(scope.text)
            for (key, count) in keys { values += [scopeText, .text(key.text), SQLValue(count)] }
        }
        try writer.insert(into: "tally", ["scope", "key", "value"], values)
    }
}
