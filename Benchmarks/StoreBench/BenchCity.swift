import Civic
import Store

/// An invented city of any size that need not be held: each person follows from a serial number.
struct BenchCity: Sendable {
    let people: Int

    static let asOf = Day(number: 20_397)
    private static let agencies = ["registry", "transport", "villages", "welfare"]
    private static let villages = (1...12).flatMap { district in
        (1...(district <= 8 ? 5 : 4)).compactMap { village in
            PlaceCode("32.75.\(district < 10 ? "0" : "")\(district).100\(village)")
        }
    }
    private static let words = [
        "SITI", "AMINAH", "BUDI", "SANTOSO", "MUHAMMAD", "RIZKY", "DEWI", "LESTARI", "AGUS",
        "SETIAWAN", "SRI", "WAHYUNI", "RAHMAN", "HIDAYAT", "NURUL", "FITRI", "EKO", "PRASETYO",
        "RINA", "MARLINA", "HENDRA", "GUNAWAN", "YULI", "ASTUTI", "ANDI", "SAPUTRA", "MAYA",
        "SARI", "TONO", "WIDODO", "LINA", "HANDAYANI", "JOKO", "SUSILO", "RATNA", "PERMATA",
    ]

    /// The kelurahan of whose list the time is taken.
    static var village: PlaceCode { villages[0] }

    func run() -> ImportRun {
        let city = self
        let deliveries = BenchCity.agencies.indices.map { list in
            let linked = (people + 3 - list) / 4 + (people + 3 - (list + 3) % 4) / 4
            return ImportedDelivery(
                source: "list-\(list)", file: "list-\(list).csv", agency: BenchCity.agencies[list],
                digest: "00", read: linked, linked: linked, rejected: 0, idle: 0,
                dataDay: BenchCity.asOf, faults: [:], warnings: [])
        }
        let settings = RunSettings(
            asOf: BenchCity.asOf, ruleVersion: "bench", seed: 1, plan: "{}", summary: "{}")
        return ImportRun(settings: settings, deliveries: deliveries, pairs: []) {
            add throws(Problem) in
            for serial in 0..<city.people { try add(city.person(serial)) }
        }
    }

    /// A NIK and birth date as a citizen would type them.
    func identity(_ serial: Int) -> (nik: NIK, birth: Day)? {
        let person = person(serial)
        guard let nik = person.nik, let birth = person.birth else { return nil }
        return (nik, birth)
    }

    private func person(_ serial: Int) -> ImportedPerson {
        var random = BenchCity.mixed(UInt64(serial))
        func pick(_ count: Int) -> Int {
            defer { random = BenchCity.mixed(random) }
            return Int(random % UInt64(count))
        }
        let name = (0..<3).map { _ in BenchCity.words[pick(BenchCity.words.count)] }
        let isReviewed = serial % 3 == 0
        var person = ImportedPerson(
            number: PersonNumber(prefix: "BKS", serial: serial),
            name: name.joined(separator: " "), standing: isReviewed ? .review : .waiting)
        person.reasons = isReviewed ? ["A7"] : []
        person.rank = isReviewed ? nil : serial + 1
        person.sex = .male
        // With the village and the last digits it makes each NIK one of a kind.
        let birth = Day(number: Int32(-5000 + pick(1000) * 18 + serial / 119_988 % 18))
        person.birth = birth
        person.nik = BenchCity.nik(serial, birth)
        person.familyCard = FamilyCardNumber(digits: 3_275_010_101_200_000 + UInt64(serial + 1))
        person.phone = PhoneNumber("08127\(1_000_000 + serial % 1_000_000)")
        person.motherName = name.reversed().joined(separator: " ")
        person.address = "JL. MAWAR NO. \(serial % 200)"
        person.place = BenchCity.villages[pick(BenchCity.villages.count)]
        (person.rt, person.rw) = (serial % 15 + 1, serial % 8 + 1)
        person.occupation = ["online_ojek", "street_vendor", "domestic_worker"][serial % 3]
        person.decile = serial % 10 + 1
        person.proposed = BenchCity.asOf + -(serial % 300)
        person.verdicts = [
            RuleVerdict(
                rule: "age", mark: .met, datum: "41", agency: "registry", day: BenchCity.asOf)
        ]
        // Everybody stands on two lists.
        person.rows = [serial % 4, (serial + 1) % 4].map { list in
            ImportedRow(
                delivery: list, record: serial + 1, name: person.name, birth: birth,
                nik: person.nik, link: .certain, weight: 20_000)
        }
        return person
    }

    private static func nik(_ serial: Int, _ birth: Day) -> NIK? {
        let parts = birth.parts
        let date = UInt64(parts.day * 10_000 + parts.month * 100 + parts.year % 100)
        let village = UInt64(327_501 + serial / 9999 % 12)
        return NIK(digits: village * 10_000_000_000 + date * 10_000 + UInt64(serial % 9999 + 1))
    }

    /// SplitMix64: one number from another, spread evenly.
    private static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
