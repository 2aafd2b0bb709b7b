/// Keeping what is known from one run to the next.
extension KnownPeople {
    /// Changes whenever what follows has another form.
    private static let version = "SIGAP people 1"

    /// Hands over everything, part by part. The bytes hold identity numbers: whoever keeps them
    /// keeps them safe.
    package func write<Failure: Error>(
        _ sink: @escaping (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        var writer = ByteWriter(sink)
        try writer.put(KnownPeople.version)
        try writer.put(model.classShares)
        try writer.put(model.table.flatMap(\.byClass))
        try set.write(to: &writer)
        try keys.write(to: &writer)
        try writer.put(edges)
        try writer.put(identities.now)
        try writer.put(identities.before)
        try writer.put(identities.first)
        try writer.put(lists.map(\.name).joined(separator: "\n"))
        try writer.put(lists.flatMap { [$0.rows.lowerBound, $0.rows.upperBound] })
        try writer.put(lists.map { UInt8($0.isWithdrawn ? 1 : 0) })
        try writer.put(decisions.flatMap { [$0.first, $0.second, $0.isSame ? 1 : 0] })
        try writer.finish()
    }

    /// Takes up what was written; nil when the bytes are damaged or of another version.
    package init?(_ bytes: UnsafeRawBufferPointer) {
        guard var reader = ByteReader(bytes), reader.text() == KnownPeople.version,
            let shares = reader.array(of: Double.self), let levels = reader.array(of: Double.self),
            let model = LinkageModel(
                classShares: shares,
                byClass: stride(from: 0, to: levels.count, by: shares.count).map {
                    Array(levels[$0..<min($0 + shares.count, levels.count)])
                }),
            let set = RecordSet(&reader), let keys = KnownKeys(&reader),
            let edges = reader.array(of: Edge.self), let now = reader.array(of: UInt32.self),
            let before = reader.array(of: UInt32.self), let first = reader.array(of: UInt32.self),
            let names = reader.text(), let bounds = reader.array(of: Int.self),
            let withdrawn = reader.array(of: UInt8.self),
            let said = reader.array(of: UInt64.self), reader.isAtEnd
        else { return nil }
        let lists = names.split(separator: "\n", omittingEmptySubsequences: false)
        self.init(
            model: model, set: set, keys: keys, edges: edges,
            identities: Identities(now: now, before: before, first: first),
            lists: withdrawn.indices.map { index in
                KnownList(
                    name: String(lists[index]), rows: bounds[index * 2]..<bounds[index * 2 + 1],
                    isWithdrawn: withdrawn[index] == 1)
            },
            decisions: stride(from: 0, to: said.count, by: 3).map {
                KnownDecision(first: said[$0], second: said[$0 + 1], isSame: said[$0 + 2] == 1)
            })
    }
}

extension RecordSet {
    func write<Failure: Error>(to writer: inout ByteWriter<Failure>) throws(Failure) {
        try writer.put(records)
        try writer.put((0..<order.count).map { UInt32(order.row(at: $0)) })
        try words.names.write(to: &writer)
        try words.addresses.write(to: &writer)
        try words.values.write(to: &writer)
        try writer.put(attributes)
        try writer.put([attributeCount] + sourceStarts)
    }

    init?(_ reader: inout ByteReader) {
        guard let records = reader.array(of: Record.self),
            let rows = reader.array(of: UInt32.self),
            let names = TokenTable(&reader), let addresses = TokenTable(&reader),
            let values = TokenTable(&reader), let attributes = reader.array(of: UInt32.self),
            let numbers = reader.array(of: Int.self), let count = numbers.first
        else { return nil }
        self.init(
            records: records, order: RowOrder(rows: rows),
            words: Vocabulary(names: names, addresses: addresses, values: values),
            attributes: attributes, attributeCount: count,
            sourceStarts: Array(numbers.dropFirst()))
    }
}

extension KnownKeys {
    func write<Failure: Error>(to writer: inout ByteWriter<Failure>) throws(Failure) {
        try writer.put(lanes)
        try writer.put(columns)
        let groups = large.keys.sorted()
        try writer.put(groups)
        for group in groups {
            try writer.put(large[group]?.byBirth ?? [])
            try writer.put(large[group]?.byName ?? [])
        }
    }

    init?(_ reader: inout ByteReader) {
        guard let lanes = reader.array(of: KeyTable.Lanes.self),
            let columns = reader.array(of: Int.self), let groups = reader.array(of: UInt64.self)
        else { return nil }
        var large: [UInt64: LargeNeighbours] = [:]
        for group in groups {
            guard let byBirth = reader.array(of: UInt32.self),
                let byName = reader.array(of: UInt32.self)
            else { return nil }
            large[group] = LargeNeighbours(byBirth: byBirth, byName: byName)
        }
        self.init(columns: columns, lanes: lanes, large: large)
    }
}

extension TokenTable {
    func write<Failure: Error>(to writer: inout ByteWriter<Failure>) throws(Failure) {
        try writer.put(tokens)
        try writer.put(letters)
        try writer.put(hashes)
        try writer.put(counts)
        try writer.put([total, weighed, weighedTotal])
    }

    init?(_ reader: inout ByteReader) {
        guard let tokens = reader.array(of: Token.self),
            let letters = reader.array(of: UInt8.self), let hashes = reader.array(of: UInt64.self),
            let counts = reader.array(of: UInt32.self), let totals = reader.array(of: Int.self),
            totals.count == 3, tokens.count == hashes.count, tokens.count == counts.count
        else { return nil }
        self.init(
            tokens: tokens, letters: letters, hashes: hashes, counts: counts, total: totals[0],
            weighed: totals[1], weighedTotal: totals[2])
    }
}
