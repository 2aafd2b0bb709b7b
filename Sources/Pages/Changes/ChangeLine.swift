package import Civic

/// A change as lists show it.
package struct ChangeLine: Sendable {
    package let id: Int
    package let number: String
    package let name: String
    package let village: String?
    package let kind: Phrase
    package let day: Day
    package let ended: Month?
    package let replacedBy: String?
    package let stage: ChangeStage

    package init(
        id: Int, number: String, name: String, village: String?, kind: Phrase, day: Day,
        ended: Month?, replacedBy: String?, stage: ChangeStage
    ) {
        self.id = id
        self.number = number
        self.name = name
        self.village = village
        self.kind = kind
        self.day = day
        self.ended = ended
        self.replacedBy = replacedBy
        self.stage = stage
    }

    func view(_ say: Speech) -> View {
        [
            "href": .text(Address.change(id)), "number": .text(number), "name": .text(name),
            "village": .text(village ?? "–"), "kindName": .text(say.text(kind)),
            "day": .text(say.day(day)), "ended": .text(ended.map { say.month($0) } ?? "–"),
            "replaced": .text(replacedBy ?? "–"), "stage": .part(stage.badge(say)),
        ]
    }
}

/// A box of choices over a list of changes.
package struct ChangeFilterBox: Sendable {
    package struct Option: Sendable {
        package let value: String
        package let name: Phrase

        package init(value: String, name: Phrase) {
            self.value = value
            self.name = name
        }
    }

    package let field: ChangeField
    package let options: [Option]

    package init(_ field: ChangeField, _ options: [Option]) {
        self.field = field
        self.options = options
    }

    /// Every stage that a change may stand in.
    package static let stages = ChangeFilterBox(
        .stage,
        ChangeStage.allCases.map {
            Option(value: $0.rawValue, name: Phrase($0.rawValue, en: $0.rawValue))
        })

    func view(_ values: FilterValues<ChangeField>, _ say: Speech) -> View {
        [
            "fieldName": .text(field.rawValue), "label": .text(label(say)),
            "options": .list(
                options.map { option in
                    let stage = field == .stage ? ChangeStage(rawValue: option.value) : nil
                    return [
                        "value": .text(option.value),
                        "isSelected": .flag(values[field] == option.value),
                        "optionName": .text(stage?.text(say) ?? say.text(option.name)),
                    ]
                }),
        ]
    }

    private func label(_ say: Speech) -> String {
        switch field {
        case .kind: say("change-kind")
        case .village: say("field-village")
        case .stage: say("field-status")
        }
    }
}

/// Where a member stands, as a badge. Raw values are those of the store.
package enum MemberBadge: String, Sendable, CaseIterable {
    case determined
    case enrolled
    case active
    case refused
    case ended

    func badge(_ say: Speech) -> View {
        switch self {
        case .determined: Badge.view(text(say), .blue, .check)
        case .enrolled: Badge.view(text(say), .blue, .hourglass)
        case .active: Badge.view(text(say), .green, .check)
        case .refused: Badge.view(text(say), .brick, .cross)
        case .ended: Badge.view(text(say), .grey, .square)
        }
    }

    private func text(_ say: Speech) -> String {
        switch self {
        case .determined: say("member-determined")
        case .enrolled: say("member-enrolled")
        case .active: say("member-active")
        case .refused: say("member-refused")
        case .ended: say("member-ended")
        }
    }
}
