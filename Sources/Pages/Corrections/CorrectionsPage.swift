import Civic
package import Programme

/// `/kerja/perbaikan`: the requests in one state, those that wait oldest first.
package struct CorrectionsPage: Page {
    package static let template = "corrections"
    package static let room = Room.work
    package var section: NavigationItem? { .corrections }

    package struct Row: Sendable {
        package let line: CorrectionLine
        package let name: String?
        package let village: String?
        package let daysLeft: Int

        package init(line: CorrectionLine, name: String?, village: String?, daysLeft: Int) {
            self.line = line
            self.name = name
            self.village = village
            self.daysLeft = daysLeft
        }

        func view(_ say: Speech) -> View {
            [
                "href": .text(Address.correction(line.receipt)), "receipt": .text(line.receipt),
                "name": .text(name ?? "–"), "datum": .text(line.field.text(say)),
                "village": .text(village ?? "–"), "officeName": .text(say.text(line.office)),
                "when": .text(when(say)), "badge": .part(line.state.badge(say)),
            ]
        }

        private func when(_ say: Speech) -> String {
            if let closed = line.closed { return say.day(closed) }
            return "\(say.day(line.due)) (\(DaysLeft.text(daysLeft, say)))"
        }
    }

    package let state: CorrectionState
    package let rows: [Row]
    package let total: Int
    /// Where the next page begins.
    package let next: Int?
    /// Whether this is not the first page.
    package let isLater: Bool

    package init(
        state: CorrectionState, rows: [Row], total: Int, next: Int?, isLater: Bool
    ) {
        self.state = state
        self.rows = rows
        self.total = total
        self.next = next
        self.isLater = isLater
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(
                say.counted(total, one: "corrections-title-one", many: "corrections-title-many")),
            "states": .list(CorrectionState.allCases.map { link(to: $0, say) }),
            "whenTitle": .text(
                state == .open ? say("correction-due") : say("correction-closed")),
            "isEmpty": .flag(rows.isEmpty),
            "rows": .list(rows.map { $0.view(say) }),
            "hasPages": .flag(next != nil || isLater),
            "start": .part(isLater ? ["href": .text(Address.corrections(in: state.name))] : nil),
            "next": .part(
                next.map { ["href": .text(Address.corrections(in: state.name, after: $0))] }),
        ]
    }

    private func link(to other: CorrectionState, _ say: Speech) -> View {
        [
            "stateHref": .text(Address.corrections(in: other.name)),
            "stateName": .text(other.text(say)),
            "isCurrent": .flag(other == state), "isOther": .flag(other != state),
        ]
    }
}
