import Civic

/// All rows of all sources as records, with the words of their names and addresses.
///
/// Records of one birth date and number lie side by side (``RowOrder``), so that rows of one person lie
/// close together: pairs are then compared out of the processor's cache. ``order`` leads back to the rows.
struct RecordSet: Sendable {
    private(set) var records: [Record] = []
    private(set) var order = RowOrder()
    private(set) var words: Vocabulary
    /// Values of columns beyond those of a person, ``attributeCount`` for each record; 0 where the
    /// row says nothing, else the position in ``Vocabulary/values`` from 1.
    private(set) var attributes: [UInt32] = []
    private(set) var attributeCount = 0
    private(set) var sourceStarts: [Int] = []

    /// - Parameters:
    ///   - sources: the lists.
    ///   - words: of an earlier run, whose words keep their rarity.
    init(_ sources: [LinkageSource], words: Vocabulary = Vocabulary()) async {
        let count = sources.reduce(0) { $0 + $1.roster.rows.count }
        attributeCount = sources.map { $0.attributes.count }.max() ?? 0
        self.words = words
        order = RowOrder(sources, count)
        await read(sources, from: 0)
    }

    init(
        records: [Record], order: RowOrder, words: Vocabulary, attributes: [UInt32],
        attributeCount: Int, sourceStarts: [Int]
    ) {
        self.records = records
        self.order = order
        self.words = words
        self.attributes = attributes
        self.attributeCount = attributeCount
        self.sourceStarts = sourceStarts
    }

    /// Adds the rows of one more list behind all others.
    mutating func append(_ source: LinkageSource) async {
        let start = records.count
        order.append(source.roster.rows.count)
        await read([source], from: start)
    }

    /// Marks rows that take part in nothing any more.
    mutating func withdraw(_ positions: [UInt32]) {
        for position in positions { records[Int(position)].flags.insert(.withdrawn) }
    }

    /// Makes records of the rows of `sources`, which begin at the place `start`.
    private mutating func read(_ sources: [LinkageSource], from start: Int) async {
        let places = start..<order.count
        let number = sourceStarts.count
        async let named = RecordSet.named(sources, places, order, words.names, number)
        async let located = RecordSet.located(sources, words.addresses)
        async let described = RecordSet.described(
            sources, places, order, words.values, attributeCount)
        let (people, streets, columns) = (await named, await located, await described)
        if records.isEmpty { records = people.records } else { records += people.records }
        sourceStarts += people.starts
        attributes += columns.attributes
        words = Vocabulary(
            names: people.names, addresses: streets.addresses, values: columns.values)
        finish(places, streets.words)
    }

    /// Gives the records of new rows their addresses, and a digest of all that they say.
    private mutating func finish(_ places: Range<Int>, _ streets: [AddressWords]) {
        let order = order
        records.withUnsafeMutableBufferPointer { records in
            for place in places {
                let position = order.position(of: place)
                records[position].address = streets[place - places.lowerBound].ids
                records[position].addressCount = streets[place - places.lowerBound].count
            }
        }
        let contents = places.map { content(of: records[$0], at: $0) }
        records.withUnsafeMutableBufferPointer { records in
            for position in places {
                records[position].content = contents[position - places.lowerBound]
            }
        }
    }

    private func content(of record: Record, at position: Int) -> UInt64 {
        var hash = ContentHash(record, words)
        for column in 0..<attributeCount {
            let value = attributes[position * attributeCount + column]
            hash.add(value == 0 ? 0 : words.values.hash(of: value - 1))
        }
        return hash.value
    }

    struct Buffers {
        let records: UnsafeBufferPointer<Record>
        let names: UnsafeBufferPointer<TokenTable.Token>
        let nameLetters: UnsafeBufferPointer<UInt8>
        let addresses: UnsafeBufferPointer<TokenTable.Token>
        let values: UnsafeBufferPointer<TokenTable.Token>
        let valueLetters: UnsafeBufferPointer<UInt8>
        let attributes: UnsafeBufferPointer<UInt32>
    }

    /// Calls `body` with the tables as bare memory, for loops over millions of pairs.
    func withBuffers<Result, Failure: Error>(
        _ body: (Buffers) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try records.withUnsafeBufferPointer { (records) throws(Failure) in
            try words.names.withBuffers { (names, letters) throws(Failure) in
                try words.addresses.withBuffers { (addresses, _) throws(Failure) in
                    try words.values.withBuffers { (values, valueLetters) throws(Failure) in
                        try attributes.withUnsafeBufferPointer { (attributes) throws(Failure) in
                            try body(
                                Buffers(
                                    records: records, names: names, nameLetters: letters,
                                    addresses: addresses, values: values,
                                    valueLetters: valueLetters, attributes: attributes))
                        }
                    }
                }
            }
        }
    }
}
