package import Civic
package import Intake
package import Linkage
import Papers

/// Lists that come one after the other, linked against all that came before.
package struct KnownRun: Sendable {
    package private(set) var known: KnownPeople
    /// What each step did, in order.
    package private(set) var steps: [Step] = []

    package struct Step: Sendable {
        package let list: String
        package let isWithdrawal: Bool
        package let change: KnownChange
        package let seconds: Double
    }

    /// Takes up what is known, withdraws and adds lists. A list whose name is known takes the place
    /// of the earlier one.
    ///
    /// - Parameters:
    ///   - known: nil to start with `paths` alone.
    ///   - paths: separated text, one list each.
    ///   - withdrawn: names of lists to take back first.
    ///   - schema: what the columns mean.
    ///   - model: for a start; nil to estimate one.
    ///   - today: for dates of birth with two-digit years.
    /// - Throws: the first problem of a list, or that a list to be withdrawn is unknown.
    package init(
        _ known: KnownPeople?, adding paths: [String], withdrawing withdrawn: [String],
        schema: ListSchema, model: LinkageModel?, today: Day
    ) async throws(Problem) {
        let reader = SchemaReader(schema: schema, today: today)
        var lists: [SchemaList] = []
        for path in paths { lists.append(try reader.read(path: path)) }
        guard let known else {
            let sources = lists.map { (name: $0.source, source: LinkRun.source($0, schema)) }
            self.known = await KnownPeople(sources, model: model, workers: MachineUse.cores)
            return
        }
        self.known = known
        for name in withdrawn { try await withdraw(name) }
        let present = Set(self.known.lists.filter { !$0.isWithdrawn }.map(\.name))
        for list in lists {
            if present.contains(list.source) { try await withdraw(list.source) }
            let clock = ContinuousClock.now
            let change = await self.known.add(
                list.source, LinkRun.source(list, schema), workers: MachineUse.cores)
            steps.append(
                Step(
                    list: list.source, isWithdrawal: false, change: change,
                    seconds: (ContinuousClock.now - clock).inSeconds))
        }
    }

    private mutating func withdraw(_ name: String) async throws(Problem) {
        let clock = ContinuousClock.now
        guard let change = await known.withdraw(name, workers: MachineUse.cores) else {
            throw KnownRun.unknown(name)
        }
        steps.append(
            Step(
                list: name, isWithdrawal: true, change: change,
                seconds: (ContinuousClock.now - clock).inSeconds))
    }

    private static func unknown(_ name: String) -> Problem {
        Problem(
            .input, "known-list",
            Phrase("Tidak ada daftar bernama \"\(name)\".", en: "There is no list \"\(name)\"."),
            do: Phrase(
                "Tulis nama berkasnya tanpa akhiran, seperti di links.csv.",
                en: "Give the name of the file without its ending, as links.csv shows it."))
    }

    // MARK: Results

    /// Writes `links.csv` (every row and its person), `changes.csv` (rows whose person changed) and
    /// `linkage.json` (the steps).
    ///
    /// - Throws: the first problem; nothing half-written is left behind.
    package func write(to folder: OutputFolder) throws(Problem) {
        do throws(Problem) {
            try writeLinks(folder.file("links.csv"))
            try writeChanges(folder.file("changes.csv"))
            try TextFile.write(KnownDocument(self).text(), to: folder.file("linkage.json"))
            try folder.publish()
        } catch {
            folder.discard()
            throw error
        }
    }

    private func writeLinks(_ path: String) throws(Problem) {
        var file = try LinksFile(path)
        for list in known.lists where !list.isWithdrawn {
            for row in list.rows {
                try file.add(
                    list.name, known.record(ofRow: row), person: "\(known.person(ofRow: row))")
            }
        }
        try file.finish()
    }

    private func writeChanges(_ path: String) throws(Problem) {
        var file = try CSVWriter(
            path: path, columns: ["step", "source", "row_id", "person_before", "person_after"])
        for (number, step) in steps.enumerated() {
            for move in step.change.moves {
                file.field(number + 1)
                file.field(known.list(ofRow: move.row)?.name ?? "")
                file.field(known.record(ofRow: move.row))
                move.before == 0 ? file.emptyField() : file.field(Int(move.before))
                move.after == 0 ? file.emptyField() : file.field(Int(move.after))
                try file.endRecord()
            }
        }
        try file.finish()
    }
}
