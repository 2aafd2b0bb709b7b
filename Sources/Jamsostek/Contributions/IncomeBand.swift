import Civic

/// One row of the nominal table of PP 44/2015 Lampiran II.
struct IncomeBand: Sendable {
    let from: Rupiah
    /// Nil for the last band.
    let below: Rupiah?
    let base: Rupiah
    let confidence: Confidence
    let source: CitationSet
}

/// The whole nominal table as it stands in one period: bands without gap from zero upwards.
struct IncomeTable: Sendable {
    let bands: [IncomeBand]

    /// - Throws: a problem of kind service unless every income from zero lies in exactly one band.
    init(_ bands: [IncomeBand], table: String) throws(Problem) {
        let sorted = bands.sorted { $0.from < $1.from }
        var edge: Rupiah? = .zero
        for band in sorted {
            guard band.from == edge else { throw IncomeTable.broken(at: band.from, table) }
            edge = band.below
        }
        guard !sorted.isEmpty, edge == nil else {
            throw IncomeTable.broken(at: edge ?? .zero, table)
        }
        self.bands = sorted
    }

    /// The band of an income; a negative one counts as zero.
    func band(for income: Rupiah) -> IncomeBand {
        var low = 0
        var high = bands.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if bands[middle].from <= income { low = middle } else { high = middle - 1 }
        }
        return bands[low]
    }

    static func timeline(
        _ table: Table, citations: CitationRegister
    ) throws(Problem) -> Timeline<IncomeTable> {
        let versions = try table.versions { (row) throws(Problem) in
            IncomeBand(
                from: try row.rupiah("income_from"),
                below: row.optional("income_below") == nil ? nil : try row.rupiah("income_below"),
                base: try row.rupiah("base"), confidence: try row.confidence(),
                source: try citations.source(of: row))
        }
        var entries: [Timeline<IncomeTable>.Entry] = []
        for version in versions.entries {
            entries.append(
                Timeline.Entry(
                    period: try version.period.wholeMonths(table.name),
                    value: try IncomeTable(version.value, table: table.name)))
        }
        return try Timeline(entries, of: table.name)
    }

    private static func broken(at income: Rupiah, _ table: String) -> Problem {
        Problem.lawData(
            "law-tariff",
            Phrase(
                "Golongan penghasilan tidak bersambung pada \(income).",
                en: "The income bands do not join at \(income)."),
            at: Spot(file: table))
    }
}

extension Period {
    /// This period, if it consists of whole months: contributions are bought by the month.
    func wholeMonths(_ name: String) throws(Problem) -> Period {
        let startsWhole = from == from.month.firstDay
        let endsWhole = to.map { $0 == $0.month.lastDay } ?? true
        guard startsWhole, endsWhole else {
            throw Problem.lawData(
                "law-month",
                Phrase(
                    "Aturan iuran \"\(name)\" harus mulai dan berakhir bersama bulan.",
                    en: "Contribution rule \"\(name)\" must begin and end with a month."))
        }
        return self
    }
}
