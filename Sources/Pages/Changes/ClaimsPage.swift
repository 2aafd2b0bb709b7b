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
        package let isWithdrawn: Bool
        /// Whether something is left to be done.
        package let isWaiting: Bool
        /// The latest step; nil when nobody has spoken to the family.
        package let step: ClaimStep?
        /// By when the next should follow.
        package let due: Day
        /// Days until it is due.
        package let daysLeft: Int

        package init(
            id: Int, change: Int?, name: String, village: String?, kind: ClaimKind, day: Day,
            isWithdrawn: Bool, isWaiting: Bool, step: ClaimStep?, due: Day, daysLeft: Int
        ) {
            self.id = id
            self.change = change
            self.name = name
            self.village = village
            self.kind = kind
            self.day = day
            self.isWithdrawn = isWithdrawn
            self.isWaiting = isWaiting
            self.step = step
            self.due = due
            self.daysLeft = daysLeft
        }

        func view(_ say: Speech) -> View {
            [
                "claimNumber": .text(say("claim-number", ["nomor": "\(id)"])),
                "href": .text(Address.claim(id)),
                "name": .text(name), "village": .text(village ?? "–"),
                "kindName": .text(
                    kind == .death ? say("claim-death") : say("claim-accident")),
                "day": .text(say.day(day)), "due": .text(isWaiting ? say.day(due) : "–"),
                "lastStep": .text(step.map { $0.name(say) } ?? say("claim-opened")),
                "stage": .part(badge(say)),
            ]
        }

        private func badge(_ say: Speech) -> View {
            if isWithdrawn { return Badge.view(say("claim-withdrawn"), .grey, .cross) }
            guard isWaiting else { return Badge.view(say("claim-done"), .grey, .square) }
            return OfficeDays.badge(daysLeft, say)
        }
    }

    package let lines: [Line]

    package init(lines: [Line]) { self.lines = lines }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(
                say.counted(
                    lines.count(where: \.isWaiting), one: "claims-one", many: "claims-many")),
            "isEmpty": .flag(lines.isEmpty),
            "lines": .list(lines.map { $0.view(say) }),
        ]
    }
}
