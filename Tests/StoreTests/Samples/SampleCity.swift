import Civic
import Programme
import Store

/// A made-up city: the same seed gives the same people.
struct SampleCity: Sendable {
    static let asOf = Day(number: 20_397)
    static let agencies = ["registry", "transport", "villages", "welfare"]
    static let districts = (1...3).compactMap { PlaceCode("32.75.0\($0)") }
    static let villages = (1...3).flatMap { district in
        (1...3).compactMap { PlaceCode("32.75.0\(district).100\($0)") }
    }
    private static let words = [
        "SITI", "AMINAH", "BUDI", "SANTOSO", "MUHAMMAD", "RIZKY", "DEWI", "LESTARI", "AGUS",
        "SETIAWAN", "SRI", "WAHYUNI", "ABDULRAHMANSYAH", "ABDULRAHMANSYAHPUTRA", "AMIN",
    ]

    let people: [ImportedPerson]
    let pairs: [ImportedPair]

    init(people: [ImportedPerson], pairs: [ImportedPair]) {
        self.people = people
        self.pairs = pairs
    }

    init(people count: Int, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var waiting: [PlaceCode: Int] = [:]
        var rank = 0
        var records = SampleCity.agencies.map { _ in 0 }
        var people: [ImportedPerson] = []
        for serial in 0..<count {
            var person = SampleCity.person(serial, &random)
            if person.standing.outcome == .eligible {
                rank += 1
                person.rank = rank
            }
            if person.standing == .waiting, let village = person.place {
                waiting[village, default: 0] += 1
                person.waitingPlace = waiting[village]
            }
            for list in SampleCity.agencies.indices where Bool.random(using: &random) {
                records[list] += 1
                person.rows.append(SampleCity.row(of: person, list, records[list], &random))
            }
            people.append(person)
        }
        self.people = people
        pairs = stride(from: 0, to: max(0, count - 7), by: 23).map { first in
            ImportedPair(
                first: first, second: first + 7, weight: 4200 - first, probability: 830,
                evidence: [
                    PairFinding(
                        Phrase("Nama sama.", en: "Same name."), field: "name", weight: 6120)
                ],
                state: first % 2 == 0 ? .open : .different)
        }
    }

    /// These people, without pairs.
    init(_ people: [ImportedPerson]) {
        self.people = people
        pairs = []
    }

    /// The same people in the other order; pairs are left out.
    init(reversing city: SampleCity) {
        people = city.people.reversed()
        pairs = []
    }

    /// The same run, of which every candidate is to be verified.
    func run(verifiedBy policy: VerificationPolicy) -> ImportRun {
        let run = run()
        let people = people.map { person in
            var person = person
            let lanes: [PersonOutcome: CaseLane] = [.eligible: .ready, .review: .look]
            person.lane = lanes[person.standing.outcome]
            return person
        }
        return ImportRun(
            settings: run.settings, deliveries: run.deliveries, pairs: run.pairs,
            verification: VerificationTerms(policy: policy, due: SampleCity.asOf + 7)
        ) { add throws(Problem) in
            for person in people { try add(person) }
        }
    }

    func run(seed: UInt64 = 1) -> ImportRun {
        let people = people
        let deliveries = SampleCity.agencies.indices.map { list in
            let linked = people.reduce(0) { $0 + $1.rows.count { $0.delivery == list } }
            return ImportedDelivery(
                source: "list-\(list)", file: "list-\(list).csv",
                agency: SampleCity.agencies[list], digest: "00ff", read: linked + 5,
                linked: linked, rejected: 2, idle: 3, dataDay: SampleCity.asOf + -list,
                faults: ["nik-length": list + 1, "phone": 2],
                warnings: [
                    DeliveryWarning(code: "cut", sentence: Phrase("Terpotong.", en: "Cut off."))
                ])
        }
        return ImportRun(
            settings: RunSettings(
                asOf: SampleCity.asOf, ruleVersion: "2025-11", seed: seed, plan: "{}",
                summary: "{\"rows\":1}"),
            deliveries: deliveries, pairs: pairs
        ) { add throws(Problem) in
            for person in people { try add(person) }
        }
    }

    private static func person(
        _ serial: Int, _ random: inout SeededGenerator
    ) -> ImportedPerson {
        let standing = PersonStanding.allCases[Int.random(in: 0..<5, using: &random)]
        var person = ImportedPerson(
            number: PersonNumber(prefix: "BKS", serial: serial),
            name: (0..<Int.random(in: 1...3, using: &random)).map { _ in
                words[Int.random(in: 0..<words.count, using: &random)]
            }.joined(separator: " "), standing: standing)
        let birth = Day(number: Int32.random(in: -5000...13_000, using: &random))
        person.sex = Bool.random(using: &random) ? .female : .male
        if serial % 9 != 0 { person.nik = nik(serial, birth, person.sex ?? .male) }
        if serial % 11 != 0 { person.birth = birth }
        person.familyCard = FamilyCardNumber(digits: 3_275_010_101_200_000 + UInt64(serial + 1))
        if serial % 3 != 0 { person.phone = PhoneNumber("0812\(7_000_000 + serial)") }
        if serial % 4 != 0 { person.motherName = "IBUNDAXQ\(serial)" }
        person.address = "JL. RAHASIAQZ NO. \(serial)"
        switch Int.random(in: 0..<20, using: &random) {
        case 0: break
        case 1: person.place = districts[Int.random(in: 0..<3, using: &random)]
        default: person.place = villages[Int.random(in: 0..<9, using: &random)]
        }
        (person.rt, person.rw) = (serial % 15 + 1, serial % 8 + 1)
        person.occupation = ["online_ojek", "street_vendor", nil][serial % 3]
        person.decile = serial % 11 == 0 ? nil : serial % 10 + 1
        person.proposed = serial % 2 == 0 ? asOf + -serial % 300 : nil
        switch standing {
        case .selected: person.fund = ["apbd", "csr"][serial % 2]
        case .refused: person.reasons = serial % 2 == 0 ? ["A2"] : ["A3", "A9"]
        case .insured: person.reasons = ["A4"]
        case .review: person.reasons = ["A7"]
        case .waiting: break
        }
        person.verdicts = [
            RuleVerdict(
                rule: "age", mark: .met, datum: "\(serial % 60)", agency: "registry", day: asOf),
            RuleVerdict(rule: "decile", mark: .unknown, datum: nil, agency: nil, day: nil),
        ]
        return person
    }

    private static func nik(_ serial: Int, _ birth: Day, _ sex: Sex) -> NIK? {
        let parts = birth.parts
        let day = parts.day + (sex == .female ? 40 : 0)
        let date = UInt64(day * 10_000 + parts.month * 100 + parts.year % 100)
        return NIK(digits: 3_275_010_000_000_000 + date * 10_000 + UInt64(serial % 9999 + 1))
    }

    private static func row(
        of person: ImportedPerson, _ list: Int, _ record: Int, _ random: inout SeededGenerator
    ) -> ImportedRow {
        let other = NIK(digits: 3_275_020_101_900_000 + UInt64(record % 9999 + 1))
        return ImportedRow(
            delivery: list, record: record + 1, name: "H. \(person.name)", birth: person.birth,
            nik: [person.nik, nil, other][Int.random(in: 0..<3, using: &random)],
            link: RowLink.allCases[record % 3], weight: 1000 + record)
    }
}
