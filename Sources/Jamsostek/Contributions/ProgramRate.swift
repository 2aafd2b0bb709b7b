import Civic

/// What a programme costs a month before any discount.
struct ProgramRate: Sendable {
    enum Measure: Sendable {
        /// Thousandths of the base.
        case perMille(Int64)
        case flat(Rupiah)
    }

    let measure: Measure
    let source: CitationSet

    func price(of base: Rupiah) -> Rupiah {
        switch measure {
        case .perMille(let share): base.scaled(by: share, over: 1000)
        case .flat(let amount): amount
        }
    }
}

/// The rates of all programmes through time.
struct ProgramRates: Sendable {
    let workAccident: Timeline<ProgramRate>
    let death: Timeline<ProgramRate>
    let oldAge: Timeline<ProgramRate>
    /// The programmes no member can leave out, in the order of the table.
    let obligatory: [InsuranceProgram]

    init(_ table: Table, citations: CitationRegister) throws(Problem) {
        let rates = try table.timelines { (row) throws(Problem) in
            let program: InsuranceProgram = try row.choice("program")
            return program.rawValue
        } reading: { (row) throws(Problem) in
            let kind: Kind = try row.choice("kind")
            let value = try row.integer("value")
            _ = try row.period().wholeMonths(table.name)
            return ProgramRate(
                measure: kind == .flat ? .flat(Rupiah(value)) : .perMille(value),
                source: try citations.source(of: row))
        }
        func timeline(_ program: InsuranceProgram) throws(Problem) -> Timeline<ProgramRate> {
            guard let found = rates[program.rawValue] else {
                throw Problem.missing(program.rawValue, in: table.name)
            }
            return found
        }
        workAccident = try timeline(.workAccident)
        death = try timeline(.death)
        oldAge = try timeline(.oldAge)
        var obligatory: [InsuranceProgram] = []
        for row in table.rows where try row.yesNo("obligatory") {
            let program: InsuranceProgram = try row.choice("program")
            if !obligatory.contains(program) { obligatory.append(program) }
        }
        self.obligatory = obligatory
    }

    private enum Kind: String {
        case perMille = "per_mille"
        case flat
    }
}
