package import Civic
package import Programme

/// `/kerja/klaim`: claims, those that wait first.
package struct ClaimsPage: Page {
    package static let template = "claims"
    package static let room = Room.work
    package var section: NavigationItem? { .claims }

    package struct Line: Sendable {
        package let id: Int
        package let change: Int?
        package let name: String
        package let village: String?
        package let kind: ClaimKind
        package let day: Day
        package let isOpen: Bool
        package let due: Day
        /// Days until it is due.
        package let daysLeft: Int

        package init(
            id: Int, change: Int?, name: String, village: String?, kind: ClaimKind, day: Day,
            isOpen: Bool, due: Day, daysLeft: Int
        ) {
            self.id = id
            self.change = change
            self.name = name
            self.village = village
            self.kind = kind
            self.day = day
            self.isOpen = isOpen
            self.due = due
            self.daysLeft = daysLeft
        }

        func view(_ say: Speech) -> View {
            [
                "claimNumber": .text(say("claim-number", ["nomor": "\(id)"])),
                "link": .part(change.map { ["href": .text(Address.change($0))] }),
                "plain": .flag(change == nil),
                "name": .text(name), "village": .text(village ?? "–"),
                "kindName": .text(
                    kind == .death ? say("claim-death") : say("claim-accident")),
                "day": .text(say.day(day)), "due": .text(isOpen ? say.day(due) : "–"),
                "stage": .part(
                    isOpen
                        ? OfficeDays.badge(daysLeft, say)
                        : Badge.view(say("claim-withdrawn"), .grey, .cross)),
            ]
        }
    }

    package let lines: [Line]

    package init(lines: [Line]) { self.lines = lines }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(
                say.counted(
                    lines.count(where: \.isOpen), one: "claims-one", many: "claims-many")),
            "isEmpty": .flag(lines.isEmpty),
            "lines": .list(lines.map { $0.view(say) }),
        ]
    }
}
