extension ImportedPerson {
    /// The person as one who was erased is kept.
    var erased: ImportedPerson {
        var person = ImportedPerson(number: number, name: Erasing.name, standing: standing)
        person.place = place
        person.occupation = occupation
        person.decile = decile
        person.proposed = proposed
        person.reasons = reasons
        person.rank = rank
        person.waitingPlace = waitingPlace
        person.fund = fund
        person.verdicts = verdicts.map(\.withoutDatum)
        person.rows = rows.map { row in
            ImportedRow(
                delivery: row.delivery, record: row.record, name: Erasing.name, birth: nil,
                nik: nil, link: row.link, weight: row.weight)
        }
        return person
    }
}

extension RuleVerdict {
    /// What the rule said, without what it looked at.
    var withoutDatum: RuleVerdict {
        RuleVerdict(rule: rule, mark: mark, datum: nil, agency: agency, day: day)
    }
}
