package import Civic

/// `/kerja/bpjs/{id}`: what a file asked for or brought, line by line.
package struct InsurerFilePage: Page {
    package static let template = "insurer-file"
    package static let room = Room.work
    package var section: NavigationItem? { .insurer }

    /// Lines that did the same. Raw values stand in addresses.
    package enum Group: String, CaseIterable, Sendable {
        case sent = "dikirim"
        case refused = "ditolak"
        case conflict = "bertentangan"
        case unread = "tak-terbaca"
        case stranger = "bukan-sk"
        case accepted = "diterima"
        case listed = "terdaftar"
        case known = "sudah-tercatat"

        func name(_ say: Speech) -> String {
            switch self {
            case .sent: say("insurer-group-sent")
            case .refused: say("insurer-group-refused")
            case .conflict: say("insurer-group-conflict")
            case .unread: say("insurer-group-unread")
            case .stranger: say("insurer-group-stranger")
            case .accepted: say("insurer-group-accepted")
            case .listed: say("insurer-group-listed")
            case .known: say("insurer-group-known")
            }
        }
    }

    package struct Row: Sendable {
        package let line: Int
        package let name: String?
        package let number: String?
        /// Masked.
        package let nik: String?
        package let village: String?
        package let participant: String?
        package let day: Day?
        package let amount: Rupiah?
        /// What the line did, and what it says otherwise than we do.
        package let notes: [Phrase]

        package init(
            line: Int, name: String?, number: String?, nik: String?, village: String?,
            participant: String?, day: Day?, amount: Rupiah?, notes: [Phrase]
        ) {
            self.line = line
            self.name = name
            self.number = number
            self.nik = nik
            self.village = village
            self.participant = participant
            self.day = day
            self.amount = amount
            self.notes = notes
        }
    }

    /// People whom the insurer refused for one reason.
    package struct Refusal: Sendable {
        package let people: Int
        /// `A4`.
        package let code: String
        package let reason: Phrase

        package init(people: Int, code: String, reason: Phrase) {
            self.people = people
            self.code = code
            self.reason = reason
        }
    }

    /// What is done with a file that goes out.
    package struct Sending: Sendable {
        package let file: InsurerOutPage.File
        /// How and by whom it was handed over; nil while it was not.
        package let handover: (manner: String, who: String, at: Moment)?
        package let hasService: Bool
        package let tries: Int

        package init(
            file: InsurerOutPage.File, handover: (manner: String, who: String, at: Moment)?,
            hasService: Bool, tries: Int
        ) {
            self.file = file
            self.handover = handover
            self.hasService = hasService
            self.tries = tries
        }
    }

    package let id: Int
    package let name: String
    package let kind: InsurerInPage.Kind?
    package let month: Month
    package let digest: String
    package let at: Moment
    package let who: String
    package let sending: Sending?
    package let refusals: [Refusal]
    package let counts: [(group: Group, count: Int)]
    package let group: Group
    package let rows: [Row]
    /// Where the rows go on; nil at the end.
    package let nextHref: String?
    /// The same contents had come in before.
    package let isKnown: Bool
    /// Where conflicts are settled; nil when none of this file waits for that.
    package let settleHref: String?
    package let trouble: Problem?

    package init(
        id: Int, name: String, kind: InsurerInPage.Kind?, month: Month, digest: String,
        at: Moment, who: String, sending: Sending?, refusals: [Refusal],
        counts: [(group: Group, count: Int)], group: Group, rows: [Row], nextHref: String?,
        isKnown: Bool, settleHref: String?, trouble: Problem?
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.month = month
        self.digest = digest
        self.at = at
        self.who = who
        self.sending = sending
        self.refusals = refusals
        self.counts = counts
        self.group = group
        self.rows = rows
        self.nextHref = nextHref
        self.isKnown = isKnown
        self.settleHref = settleHref
        self.trouble = trouble
    }
}
