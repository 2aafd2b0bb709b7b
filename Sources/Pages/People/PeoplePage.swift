/// `/kerja/peserta`: the list of people, filtered by address or found by what was typed.
package struct PeoplePage: Page {
    package static let template = "people"
    package static let room = Room.work
    package var section: NavigationItem? { .people }

    package let filter: PeopleFilter
    package let choices: PeopleChoices
    /// What was typed into the search field; nil for a list that was not searched.
    package let searched: String?
    /// How many people there are in all, not only on this page.
    package let total: Int
    package let rows: [Row]
    package let previousHref: String?
    package let nextHref: String?

    package init(
        filter: PeopleFilter, choices: PeopleChoices, searched: String?, total: Int,
        rows: [Row], previousHref: String?, nextHref: String?
    ) {
        self.filter = filter
        self.choices = choices
        self.searched = searched
        self.total = total
        self.rows = rows
        self.previousHref = previousHref
        self.nextHref = nextHref
    }

    package func view(_ say: Speech) -> View {
        let chips = chips(say)
        return [
            "title": .text(title(say)),
            "searchHref": .text(Address.peopleSearch),
            "listHref": .text(Address.people),
            "searched": .text(searched ?? ""),
            "isFiltered": .flag(!chips.isEmpty || searched != nil),
            "isSearch": .flag(searched != nil),
            "chips": .list(chips),
            "filters": .list(PeopleFilter.Field.allCases.map { filterView($0, say) }),
            "caption": .text(
                say(
                    "people-caption",
                    ["tampil": say.number(rows.count), "jumlah": say.number(total)])),
            "rows": .list(rows.map { $0.view(say) }),
            "isEmpty": .flag(rows.isEmpty),
            "isCut": .flag(searched != nil && rows.count < total),
            "previous": .part(previousHref.map { ["href": .text($0)] }),
            "next": .part(nextHref.map { ["href": .text($0)] }),
            "hasPages": .flag(previousHref != nil || nextHref != nil),
        ]
    }

    private func title(_ say: Speech) -> String {
        if searched != nil {
            return say.counted(total, one: "people-found-one", many: "people-found")
        }
        return filter.isEmpty
            ? say.counted(total, one: "people-all-one", many: "people-all")
            : say.counted(total, one: "people-filtered-one", many: "people-filtered")
    }

    private func chips(_ say: Speech) -> [View] {
        PeopleFilter.Field.allCases.compactMap { field in
            guard let value = filter.values[field] else { return nil }
            let name = choices.choices(of: field, say).first { $0.value == value }?.name ?? value
            return [
                "chipLabel": .text(PeopleChoices.label(of: field, say)),
                "chipValue": .text(name),
                "href": .text(filter.without(field).address),
            ]
        }
    }

    private func filterView(_ field: PeopleFilter.Field, _ say: Speech) -> View {
        let selected = filter.values[field]
        return [
            "fieldName": .text(field.rawValue),
            "label": .text(PeopleChoices.label(of: field, say)),
            "options": .list(
                choices.choices(of: field, say).map { choice in
                    [
                        "value": .text(choice.value), "optionName": .text(choice.name),
                        "isSelected": .flag(choice.value == selected),
                    ]
                }),
        ]
    }
}
