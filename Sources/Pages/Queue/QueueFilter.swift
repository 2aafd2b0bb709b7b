package import Programme

/// Which cases the queue shows. Its address can be shared: it tells nothing about a person.
package struct QueueFilter: Sendable, Hashable {
    /// The names of the filters in an address.
    package enum Field: String, Sendable, CaseIterable {
        case district = "kec"
        case village = "kel"
        case rw = "rw"
        case occupation = "kerja"
        case lane = "cek"
        case answered = "jawab"
        case state = "status"
    }

    package enum Shown: String, Sendable, CaseIterable {
        case field = "lapangan"
        case approved = "setuju"
        case refused = "tolak"
        case all = "semua"

        package var states: Set<CaseState> {
            switch self {
            case .field: [.field]
            case .approved: [.approved]
            case .refused: [.refused]
            case .all: []
            }
        }
    }

    static let lanes: [(value: String, lane: CaseLane)] = [
        ("siap", .ready), ("lihat", .look), ("tidak", .no),
    ]

    package private(set) var values = FilterValues<Field>()

    package init(values: [Field: String] = [:]) { self.values = FilterValues(values) }

    /// The filter in the query of an address. Names it does not know, empty values and values that
    /// do not exist are ignored.
    package init(query: (String) -> String?) {
        values = FilterValues(query: query)
        if rw == nil { values[.rw] = nil }
        if lane == nil { values[.lane] = nil }
        if isAnswered == nil { values[.answered] = nil }
        if shown == nil { values[.state] = nil }
    }

    package var district: String? { values[.district] }
    package var village: String? { values[.village] }
    package var occupation: String? { values[.occupation] }
    package var rw: Int? {
        values[.rw].flatMap { Int($0) }.flatMap { (1...999).contains($0) ? $0 : nil }
    }
    package var lane: CaseLane? {
        QueueFilter.lanes.first { $0.value == values[.lane] }?.lane
    }
    package var isAnswered: Bool? { ["sudah": true, "belum": false][values[.answered] ?? ""] }
    /// Nil for those that wait.
    package var shown: Shown? { values[.state].flatMap(Shown.init(rawValue:)) }

    package var isEmpty: Bool { values.isEmpty }

    func without(_ field: Field) -> QueueFilter {
        var others = self
        others.values = values.without(field)
        return others
    }

    /// The queue with this filter.
    package var address: String { address(with: []) }

    /// The queue with this filter and more, such as the key from which a page goes on.
    package func address(with more: [(name: String, value: String?)]) -> String {
        values.address(of: Address.queue, with: more)
    }
}

/// What the filters of the queue offer.
package struct QueueChoices: Sendable {
    /// Empty where the viewer works for one village.
    package let districts: [PeopleChoices.Choice]
    package let villages: [PeopleChoices.Choice]
    package let occupations: [PeopleChoices.Choice]

    package init(
        districts: [PeopleChoices.Choice], villages: [PeopleChoices.Choice],
        occupations: [PeopleChoices.Choice]
    ) {
        self.districts = districts
        self.villages = villages
        self.occupations = occupations
    }

    /// Empty for what is typed, or not offered.
    func choices(of field: QueueFilter.Field, _ say: Speech) -> [(value: String, name: String)] {
        switch field {
        case .district: districts.map { ($0.value, say.text($0.name)) }
        case .village: villages.map { ($0.value, say.text($0.name)) }
        case .occupation: occupations.map { ($0.value, say.text($0.name)) }
        case .rw: []
        case .lane: QueueFilter.lanes.map { ($0.value, QueueWords.lane($0.lane, say)) }
        case .answered:
            [("sudah", say("queue-answered-yes")), ("belum", say("queue-answered-no"))]
        case .state:
            QueueFilter.Shown.allCases.map { ($0.rawValue, QueueWords.shown($0, say)) }
        }
    }

    static func label(of field: QueueFilter.Field, _ say: Speech) -> String {
        switch field {
        case .district: say("field-district")
        case .village: say("field-village")
        case .rw: say("queue-rw")
        case .occupation: say("field-occupation")
        case .lane: say("queue-check")
        case .answered: say("queue-answered")
        case .state: say("queue-state")
        }
    }
}
