import Civic
import Programme
import Store
import Testing

/// A city in which one agency is asked about everybody who drives.
struct AnswerSample {
    static let policy = VerificationPolicy(
        confirmationsNeeded: 1, makerCounts: false,
        agencies: ["online_ojek": ["transport"], "street_vendor": ["traders"]],
        deadlineDays: 5, escalationDays: 3, undoMinutes: 10, linkDays: 7, linkTries: 3,
        oldReferenceDays: 365, source: Citation(id: "x", title: "x"))

    static let rules =
        """
        name\tvalue
        name_weight\t70
        birth_slip\t60
        birth_missing\t50
        number_differs\t20
        same_number_name\t60
        near\t75
        margin\t5
        shown\t3
        group\t400
        """

    let store: TestStore
    let city: SampleCity
    let ask: AgencyAsk

    init(_ kind: TestEngine, people: Int = 120, seed: UInt64 = 5) async throws {
        store = try await TestStore(kind)
        city = SampleCity(people: people, seed: seed)
        ask = try AnswerSample.ask("transport")
        try await store.city.importRun(city.run(verifiedBy: AnswerSample.policy), by: .test())
    }

    static func ask(_ agency: String) throws -> AgencyAsk {
        AgencyAsk(
            agency: agency, policy: policy,
            rules: try ReferenceRules(Table(name: "rules.tsv", text: rules)))
    }

    /// Everybody the agency is asked about.
    var drivers: [ImportedPerson] {
        city.people.filter {
            $0.standing.outcome != .ineligible && $0.occupation == "online_ojek"
        }
    }

    static func row(
        _ record: Int, of person: ImportedPerson, name: String? = nil, isNumbered: Bool = true
    ) -> NewReferenceRow {
        NewReferenceRow(
            record: record, name: name ?? person.name, birth: person.birth,
            nik: isNumbered ? person.nik : nil, occupation: "online_ojek", place: person.place)
    }

    @discardableResult
    func upload(_ rows: [NewReferenceRow], by act: Act = .test()) async throws -> Int {
        try await store.city.replaceReferences(
            NewReferenceList(
                agency: "transport", dataDay: SampleCity.asOf, file: "acuan.csv", digest: "00",
                read: rows.count + 1, rows: rows), ask, by: act)
    }

    func questions(
        _ filter: QuestionFilter = QuestionFilter(), after: String? = nil, limit: Int = 500
    ) async throws -> QuestionList {
        try await store.city.questions(ask, filter, after: after, limit: limit)
    }

    func standing(_ number: PersonNumber) async throws -> String? {
        try await store.engine.read { reader throws(Problem) in
            try reader.first(
                "SELECT standing FROM verification_case WHERE number = $1", [.text(number.text)]
            ) { fields in fields.text() }
        }
    }
}
