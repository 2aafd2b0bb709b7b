package import Civic
package import Programme

/// One person with the best value of every field, the decision, and the rows it rests on. Identity
/// numbers are in plain digits here; the store seals them.
package struct ImportedPerson: Sendable {
    /// For somebody new to the store, which gives its own number of the same city; whoever it knows
    /// keeps theirs.
    package var number: PersonNumber
    package var name: String
    package var birth: Day?
    package var sex: Sex?
    package var nik: NIK?
    package var familyCard: FamilyCardNumber?
    package var phone: PhoneNumber?
    package var motherName: String?
    package var address: String?
    /// A village, or a district where the village is not known.
    package var place: PlaceCode?
    package var rt: Int?
    package var rw: Int?
    /// Code of the occupation.
    package var occupation: String?
    /// 1 to 10.
    package var decile: Int?
    /// The day of the oldest proposal, which ranks people of equal need.
    package var proposed: Day?
    package var standing: PersonStanding
    /// Codes of the reasons that hold the person back, the first one first.
    package var reasons: [String] = []
    /// Place among all eligible people, from 1, each place once; nil for everybody else.
    package var rank: Int?
    /// Place on the waiting list of the village, from 1.
    package var waitingPlace: Int?
    /// Who pays, for the selected.
    package var fund: String?
    /// How much attention the candidate needs; nil for those whom nobody checks.
    package var lane: CaseLane?
    package var verdicts: [RuleVerdict] = []
    package var rows: [ImportedRow] = []

    package init(number: PersonNumber, name: String, standing: PersonStanding) {
        self.number = number
        self.name = name
        self.standing = standing
    }
}

/// A row of a list that was judged to be about a person.
package struct ImportedRow: Sendable {
    /// Position of the list in ``ImportRun/deliveries``.
    package let delivery: Int
    /// Position of the record in its file, from 1; each record belongs to one person at most.
    package let record: Int
    /// As written.
    package let name: String
    package let birth: Day?
    package let nik: NIK?
    package let link: RowLink
    /// Weight of evidence in thousandths of a bit.
    package let weight: Int

    package init(
        delivery: Int, record: Int, name: String, birth: Day?, nik: NIK?, link: RowLink,
        weight: Int
    ) {
        self.delivery = delivery
        self.record = record
        self.name = name
        self.birth = birth
        self.nik = nik
        self.link = link
        self.weight = weight
    }
}

/// Why a row was counted to a person.
package enum RowLink: String, Sendable, CaseIterable {
    /// Same valid NIK, nothing speaks against it.
    case certain
    /// By name, birth date and the like.
    case probable
    /// A person decided it.
    case decided
}
