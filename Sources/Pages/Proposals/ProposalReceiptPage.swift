import Civic

/// `/kerja/usulan/{id}/tanda-terima`: what was taken over, to print for whoever brought the list.
package struct ProposalReceiptPage: Page {
    package struct Person: Sendable {
        package let record: Int
        package let name: String
        package let nik: String

        package init(record: Int, name: String, nik: String) {
            self.record = record
            self.name = name
            self.nik = nik
        }
    }

    package static let template = "proposal-receipt"
    package static let room = Room.work
    package var section: NavigationItem? { .proposals }

    package let item: ProposalsPage.Item
    package let receipt: String
    package let sentAt: Moment
    package let counts: [ProposalPage.Group: Int]
    package let people: [Person]

    package init(
        item: ProposalsPage.Item, receipt: String, sentAt: Moment,
        counts: [ProposalPage.Group: Int], people: [Person]
    ) {
        self.item = item
        self.receipt = receipt
        self.sentAt = sentAt
        self.counts = counts
        self.people = people
    }

    package func view(_ say: Speech) -> View {
        func number(_ group: ProposalPage.Group) -> View.Value {
            .text(say.number(counts[group] ?? 0))
        }
        return [
            "title": .text(say("receipt-title", ["nomor": receipt])),
            "backHref": .text(Address.proposal(item.id)),
            "sentLine": .text(
                say(
                    "proposal-sent",
                    ["jumlah": say.number(counts[.sent] ?? 0), "nomor": receipt])),
            "facts": .list(facts(say)),
            "lookCount": number(.look), "unreadableCount": number(.unreadable),
            "ignoredCount": number(.ignored),
            "people": .list(
                people.map {
                    [
                        "recordNumber": .text(say.number($0.record)), "rowName": .text($0.name),
                        "nikText": .text($0.nik),
                    ]
                }),
        ]
    }

    private func facts(_ say: Speech) -> [View] {
        let rw = item.rw.map { say("proposals-rw", ["rw": NumberText.padded($0, to: 3)]) }
        let lines: [(String, String?)] = [
            (say("receipt-place"), item.place), (say("receipt-from"), rw),
            (say("receipt-file"), item.file), (say("receipt-sent"), say.moment(sentAt)),
            (say("receipt-by"), item.who),
        ]
        return lines.compactMap { label, value in
            value.map { ["label": .text(label), "value": .text($0)] }
        }
    }
}
