package import Civic

/// Who is to be erased.
package enum ErasureRequest: Sendable, Hashable {
    case number(PersonNumber)
    /// Everybody who has this identity number.
    case nik(NIK)
}

extension CityStore {
    /// Erases a person: name, birth date, numbers, address and mother's name are gone from the store
    /// and from its files. What was decided stays under the SIGAP number. The person is recognised
    /// and erased again when a later list or a restored backup brings them back, as far as a NIK, or
    /// name, birth date and mother together, are known. Returns the SIGAP numbers.
    ///
    /// Older backups keep what they hold until they are destroyed or their key is retired.
    ///
    /// - Throws: `person-unknown` when there is nobody to erase; `store-busy` when the person is
    ///   erased, but the files could not be written anew yet: the next erasure does it as well.
    package func erase(
        _ request: ErasureRequest, noting list: ErasureList, by act: Act
    ) async throws(Problem) -> [String] {
        try await Scrubbing(engine: engine).finish()
        let sealer = sealer
        let found = try await engine.read { reader throws(Problem) in
            try request.people(sealer, reader)
        }
        if found.isEmpty { return try await eraseDriver(request, noting: list, by: act) }
        // First outside of the store: a crash in between leaves somebody to be erased later, never
        // somebody whom a backup could bring back.
        let marks = found.reduce(into: Set<ErasureMark>()) { $0.formUnion($1.marks) }
        try list.add(marks)
        let journal = journal
        let numbers = try await engine.write { writer throws(Problem) in
            let people = try request.people(sealer, writer)
            try ErasureTable.add(marks, at: act.at, writer)
            for person in people {
                try Erasing(sealer: sealer, writer: writer).erase(person)
                try journal.append("person.erase", person.number, by: act, to: writer)
            }
            return people.map(\.number)
        }
        try await Scrubbing(engine: engine).finish()
        return numbers
    }

    /// Erases somebody whom no run knows yet, but whom a platform sent.
    private func eraseDriver(
        _ request: ErasureRequest, noting list: ErasureList, by act: Act
    ) async throws(Problem) -> [String] {
        guard case .nik(let nik) = request else { throw unknownPerson() }
        let sealer = sealer
        let rows = try await engine.read { reader throws(Problem) in
            try DriverErasing.count(of: nik, try sealer.named(by: reader), reader)
        }
        if rows == 0 { throw unknownPerson() }
        let marks = ErasureMark.marks(
            nik: nik, nameKey: "", birth: nil, motherName: nil, sealer.ring.erasures)
        try list.add(marks)
        let journal = journal
        try await engine.write { writer throws(Problem) in
            let sealer = try sealer.named(by: writer)
            try ErasureTable.add(marks, at: act.at, writer)
            let rows = try DriverErasing(sealer: sealer, writer: writer).erase(
                nik: nik, number: nil)
            try Setting.put(.scrubPending, "1", writer)
            try journal.append("drivers.erase", "", ["rows": String(rows)], by: act, to: writer)
        }
        try await Scrubbing(engine: engine).finish()
        return []
    }

    /// Whether files still hold what was erased, because writing them anew was broken off.
    package func isErasureUnfinished() async throws(Problem) -> Bool {
        try await engine.read { reader throws(Problem) in
            try Setting.value(.scrubPending, reader) != nil
        }
    }

    /// Erases everybody on `list` who is in the store: to be done after a backup was restored.
    /// Opens every person's numbers. Returns the SIGAP numbers.
    package func reapplyErasures(
        _ list: ErasureList, by act: Act
    ) async throws(Problem) -> [String] {
        let sealer = sealer
        let marks = try list.marks()
        let numbers = try await engine.write { writer throws(Problem) in
            try Erasing(sealer: sealer, writer: writer).reapply(marks, by: act)
        }
        try await Scrubbing(engine: engine).finish()
        return numbers
    }
}

extension ErasureRequest {
    fileprivate func people(
        _ sealer: Sealer, _ reader: any SQLReader
    ) throws(Problem) -> [Erasing.Person] {
        let sealer = try sealer.named(by: reader)
        switch self {
        case .number(let number):
            let living = try PersonAlias.living(number.text, reader)?.number ?? number.text
            return try Erasing.people(where: "p.number = $1", [.text(living)], sealer, reader)
        case .nik(let nik):
            var sql = SQLText()
            let list = sql.bind(sealer.indexes(of: nik).map { .bytes($0) })
            // Whoever was merged into another is erased with them.
            let merged = try reader.all(
                "SELECT number FROM shelved_person WHERE nik_index IN (\(list))", sql.values
            ) { fields in fields.text() }
            var others: [SQLValue] = [.null]
            for number in merged {
                let living = try PersonAlias.living(number, reader)?.number
                others += living.map { [.text($0)] } ?? []
            }
            let numbers = sql.bind(others)
            return try Erasing.people(
                where: "p.nik_index IN (\(list)) OR p.number IN (\(numbers))", sql.values,
                sealer, reader)
        }
    }
}
