import Civic
import Papers

/// The folder `truth` beside the lists: who is who, and who is eligible.
struct TruthFiles {
    let folder: String

    /// `links.csv`: which row of which list is whom; the caller adds the rows.
    func links() throws(Problem) -> CSVWriter {
        try CSVWriter(path: "\(folder)/links.csv", columns: ["source", "row_id", "person_id"])
    }

    /// `persons.csv`: one line for each person.
    func writePersons(_ population: Population, data: SynthData) throws(Problem) {
        var file = try CSVWriter(
            path: "\(folder)/persons.csv",
            columns: [
                "person_id", "nik", "name", "birth_date", "sex", "kecamatan", "kelurahan", "decile",
                "occupation", "alive", "resident", "state_employee", "insured",
            ])
        for (index, person) in population.persons.enumerated() {
            let household = population.households[Int(person.household)]
            write(index, person, household, data, to: &file)
            try file.endRecord()
        }
        try file.finish()
    }

    private func write(
        _ index: Int, _ person: Person, _ household: Household, _ data: SynthData,
        to file: inout CSVWriter
    ) {
        let job = data.work.jobs[Int(person.occupation)]
        let village = household.village < 0 ? nil : data.places.entries[Int(household.village)].code
        file.field(TruthFiles.id(index))
        file.field(Int(person.nik))
        file.field(data.names.text(person.name))
        file.field(person.birthDay.iso)
        file.field(person.sex == .male ? "male" : "female")
        file.field(village?.district.description ?? "")
        file.field(village?.description ?? "")
        file.field(Int(household.decile))
        file.field(data.occupations[job.occupation].code)
        file.field("\(person.registration != .dead)")
        file.field("\(person.isRegisteredHere)")
        file.field("\(job.standing == .state)")
        file.field(person.insurance.rawValue)
    }

    /// `hard-pairs.csv`: people whom a careless eye takes for one.
    func writePairs(_ pairs: [HardPair]) throws(Problem) {
        var file = try CSVWriter(
            path: "\(folder)/hard-pairs.csv", columns: ["kind", "person_a", "person_b"])
        for pair in pairs {
            file.field(pair.kind.rawValue)
            file.field(TruthFiles.id(pair.first))
            file.field(TruthFiles.id(pair.second))
            try file.endRecord()
        }
        try file.finish()
    }

    /// `eligible.csv`: the right decision for each person by what the lists say.
    func writeEligible(
        _ population: Population, _ hearsay: Hearsay, rules: EligibilityRules, asOf: Day
    ) throws(Problem) {
        var file = try CSVWriter(
            path: "\(folder)/eligible.csv", columns: ["person_id", "eligible", "reasons"])
        for (index, person) in population.persons.enumerated() {
            let reasons = hearsay.reasons(
                against: index, age: person.birthDay.age(on: asOf),
                decile: Int(population.households[Int(person.household)].decile), rules: rules)
            file.field(TruthFiles.id(index))
            file.field("\(reasons.isEmpty)")
            file.field(reasons.map(\.rawValue).joined(separator: ";"))
            try file.endRecord()
        }
        try file.finish()
    }

    /// People are numbered from 1 in the files.
    static func id(_ index: Int) -> Int { index + 1 }
}
