import Civic
import Programme
import Testing

@Suite struct CorrectionTests {
    private let verification = VerificationPolicy(
        confirmationsNeeded: 1, makerCounts: false, agencies: ["online_ojek": ["dishub"]],
        deadlineDays: 5, escalationDays: 3, undoMinutes: 10, linkDays: 7, linkTries: 3,
        oldReferenceDays: 365, source: Citation(id: "x", title: "x"))
    private let policy = CorrectionPolicy(
        receiptPrefix: "PRB", objectionMonths: 1, objectionSource: Citation(id: "x", title: "x"),
        answerDays: 5, answerSource: Citation(id: "x", title: "x"),
        offices: [
            .birth: ["dukcapil"], .address: ["kelurahan", "dukcapil"],
            .occupation: ["disnaker"], .working: ["kelurahan"],
        ], askedByOccupation: [.occupation])

    private func route(_ field: CorrectionField, _ occupation: String? = nil) -> CorrectionRoute {
        CorrectionRoute(policy.route(of: field, occupation: occupation, verification))
    }

    @Test func `a request goes from office to office and ends at the manager`() {
        let work = route(.occupation, "online_ojek")
        #expect(work.offices == ["dishub", "disnaker", "manager"])
        #expect(route(.occupation).offices == ["disnaker", "manager"])
        #expect(work.first(.idCard) == "dishub")
        #expect(work.first(.none) == "kelurahan")
        #expect(work.next(after: "kelurahan", .forward) == "dishub")
        #expect(work.next(after: "dishub", .pass) == "disnaker")
        #expect(work.next(after: "disnaker", .pass) == "manager")
        #expect(work.next(after: "manager", .pass) == nil)
        let address = route(.address)
        #expect(address.first(.letter) == "kelurahan")
        #expect(address.next(after: "kelurahan", .forward) == "dukcapil")
    }

    @Test func `only offices that keep a datum may say what is right`() {
        #expect(route(.birth).mayAccept("dukcapil", .agency("dukcapil")))
        #expect(!route(.birth).mayAccept("kelurahan", .village))
        #expect(route(.working).mayAccept("kelurahan", .village))
        #expect(route(.birth).mayAccept("kelurahan", .manager))
        #expect(CorrectionParty.village.acts(for: "kelurahan"))
        #expect(!CorrectionParty.village.acts(for: "dukcapil"))
        #expect(!CorrectionParty.agency("dishub").acts(for: "dukcapil"))
    }

    @Test(arguments: [
        ("2026-01-31", "2026-02-28"), ("2026-01-20", "2026-02-20"), ("2027-12-15", "2028-01-15"),
        ("2028-01-30", "2028-02-29"),
    ])
    func `objections are possible for a month`(_ decided: String, _ end: String) throws {
        let day = try #require(Day(iso: decided))
        #expect(policy.objectionEnds(decidedOn: day).iso == end)
    }

    @Test(arguments: CorrectionField.allCases)
    func `what is typed is read once, and read again as it was kept`(
        _ field: CorrectionField
    ) throws {
        let typed: [CorrectionField: String] = [
            .name: " Siti  Aminah ", .birth: "1985-08-17", .nik: "3275 0145 0790 0003",
            .address: "Jalan Rekaan 1", .decile: "3", .occupation: "online_ojek",
        ]
        let datum = try #require(CorrectedDatum(field, typed[field] ?? "yes"))
        #expect(datum.field == field)
        #expect(CorrectedDatum(field, datum.text) == datum)
        let wrong = ["", " ", String(repeating: "a", count: 200), "a\u{7}b"]
        for text in wrong { #expect(CorrectedDatum(field, text) == nil, "\(text)") }
    }

    // MARK: Judging again

    private static let occupations = OccupationCatalogue([
        (occupation("online_ojek", .informal), []), (occupation("teacher", .formal), []),
    ])

    private static func occupation(_ code: String, _ standing: Occupation.Standing) -> Occupation {
        Occupation(
            code: code, name: Phrase(code, en: code), standing: standing, sector: .other, hazard: 1)
    }

    private static let rules = RuleKind.allCases.map { kind in
        Rule(
            kind: kind, reason: "R-\(kind.rawValue)", missingReason: "M-\(kind.rawValue)",
            from: Day(number: 0), until: nil, source: Citation(id: "x", title: "x"),
            ages: 18..<65, highestDecile: 5)
    }

    private static let rejudging = Rejudging(
        eligibility: Eligibility(
            rules: rules, asOf: Day(number: 20_000), occupations: occupations),
        occupations: occupations)

    /// Somebody as the lists might have it; every combination is reached.
    private static func profile(_ random: inout SeededGenerator) -> Profile {
        var profile = Profile()
        if Bool.random(using: &random) { profile.nik = 3_275_014_507_900_003 }
        if Bool.random(using: &random) {
            profile.birth = Int32.random(in: -8_000...18_000, using: &random)
        }
        profile.decile = UInt8.random(in: 0...10, using: &random)
        profile.occupation = Int16.random(in: -1...1, using: &random)
        profile.facts = ProfileFacts(rawValue: UInt16.random(in: 0..<1 << 14, using: &random))
        // Whoever is informal by the welfare register has an occupation there.
        if profile.occupation < 0 { profile.facts.remove(.informalByWelfare) }
        return profile
    }

    @Test func `what a rule looked at is enough to judge again`() {
        let words = RuleDatum(asOf: Day(number: 20_000), occupations: Self.occupations)
        let eligibility = Self.rejudging.eligibility
        var random = SeededGenerator(seed: 3)
        for _ in 0..<20_000 {
            let profile = Self.profile(&random)
            let verdicts = eligibility.judge(profile)
            var again = Profile()
            (again.nik, again.birth) = (profile.nik, profile.birth)
            (again.decile, again.occupation) = (profile.decile, profile.occupation)
            for kind in RuleKind.allCases {
                guard let text = words.text(kind, profile) else { continue }
                words.put(text, of: kind, verdicts.verdict(of: kind), into: &again)
            }
            #expect(eligibility.judge(again) == verdicts)
        }
    }

    @Test func `a correction decides its own rule and no other`() throws {
        let passing: [CorrectionField: String] = [
            .birth: "1990-01-01", .nik: "3275014507900003", .decile: "2",
            .occupation: "online_ojek", .residence: "yes", .alive: "yes", .stateEmployee: "no",
            .insured: "no", .working: "yes", .willing: "yes",
        ]
        let failing: [CorrectionField: String] = [
            .birth: "1930-01-01", .decile: "8", .occupation: "teacher", .residence: "no",
            .alive: "no", .stateEmployee: "yes", .insured: "yes", .working: "no", .willing: "no",
        ]
        var random = SeededGenerator(seed: 4)
        for _ in 0..<2_000 {
            let profile = Self.profile(&random)
            let before = Self.rejudging.eligibility.judge(profile)
            for (values, wanted) in [(passing, Verdict.pass), (failing, .fail)] {
                for (field, text) in values {
                    let datum = try #require(CorrectedDatum(field, text))
                    let after = Self.rejudging.eligibility.judge(
                        Self.rejudging.corrected(profile, datum))
                    for kind in RuleKind.allCases {
                        let expected = kind == field.rule ? wanted : before.verdict(of: kind)
                        #expect(after.verdict(of: kind) == expected, "\(field) \(kind)")
                    }
                }
            }
        }
    }
}
