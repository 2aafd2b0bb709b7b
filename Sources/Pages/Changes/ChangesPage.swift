package import Civic

/// What a list of changes is filtered by; the raw values are names in an address.
package enum ChangeField: String, Sendable, CaseIterable, Hashable {
    case kind = "alasan"
    case village = "kel"
    case stage = "status"
}

/// `/kerja/mutasi`: who may have left, what is noted, and which decrees have to follow.
package struct ChangesPage: Page {
    package static let template = "changes"
    package static let room = Room.work
    package var section: NavigationItem? { .changes }

    package let searched: String?
    package let found: [Found]
    package let likely: [Likely]
    package let likelyTotal: Int
    /// What was set aside, newest first.
    package let dismissed: [Dismissed]
    package let pending: [Pending]
    package let filters: [ChangeFilterBox]
    package let values: FilterValues<ChangeField>
    package let lines: [ChangeLine]
    package let total: Int
    package let next: Int?
    package let problem: Problem?
    package let key: String

    package init(
        searched: String?, found: [Found], likely: [Likely], likelyTotal: Int,
        dismissed: [Dismissed], pending: [Pending], filters: [ChangeFilterBox],
        values: FilterValues<ChangeField>,
        lines: [ChangeLine], total: Int, next: Int?,
        problem: Problem?, key: String
    ) {
        self.searched = searched
        self.found = found
        self.likely = likely
        self.likelyTotal = likelyTotal
        self.dismissed = dismissed
        self.pending = pending
        self.filters = filters
        self.values = values
        self.lines = lines
        self.total = total
        self.next = next
        self.problem = problem
        self.key = key
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(title(say)),
            "searchHref": .text(Address.changeSearch), "searched": .text(searched ?? ""),
            "isSearch": .flag(searched != nil), "isNobody": .flag(found.isEmpty),
            "found": .list(found.map { $0.view(say) }),
            "hasLikely": .flag(!likely.isEmpty),
            "likelyTitle": .text(
                say.counted(likelyTotal, one: "changes-likely-one", many: "changes-likely-many")),
            "trouble": .part(problem.map { ["problemText": .text($0.sentence(say.language))] }),
            "likely": .list(likely.map { $0.view(say) }),
            "dismissHref": .text(Address.likelyDismissal),
            "hasDismissed": .flag(!dismissed.isEmpty),
            "dismissed": .list(dismissed.map { $0.view(say) }),
            "hasPending": .flag(!pending.isEmpty), "draftHref": .text(Address.newAddendum),
            "key": .text(key), "pending": .list(pending.map { $0.view(say) }),
            "filters": .list(filters.map { $0.view(values, say) }),
            "listHref": .text(Address.changes),
            "isEmpty": .flag(lines.isEmpty),
            "listTitle": .text(
                say.counted(total, one: "changes-count-one", many: "changes-count-many")),
            "lines": .list(lines.map { $0.view(say) }),
            "next": .part(
                next.map { id in
                    [
                        "href": .text(
                            values.address(of: Address.changes, with: [("sesudah", "\(id)")]))
                    ]
                }),
        ]
    }

    private func title(_ say: Speech) -> String {
        if searched != nil {
            return say.counted(found.count, one: "changes-found-one", many: "changes-found-many")
        }
        let waiting = pending.reduce(0) { $0 + $1.changes }
        return say(
            "changes-title",
            ["pasti": say.number(likelyTotal), "adendum": say.number(waiting)])
    }
}
