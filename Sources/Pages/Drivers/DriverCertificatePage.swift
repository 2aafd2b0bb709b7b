package import Civic

/// `/mitra/pengemudi/surat/{id}`: the proof that rows of drivers were deleted, to be printed.
package struct DriverCertificatePage: Page {
    package enum Why: Sendable, CaseIterable {
        case promised
        case asked
        case unsent
        case withdrawn
    }

    package static let template = "driver-certificate"
    package static let room = Room.work
    package var section: NavigationItem? { .drivers }

    package let id: Int
    package let list: Int
    package let partner: Phrase
    package let agreement: String
    package let why: Why
    package let rows: Int
    /// SHA-256 as text; nil for one driver.
    package let digest: String?
    package let moment: Moment
    /// Nil where the program did it by itself.
    package let actor: String?

    package init(
        id: Int, list: Int, partner: Phrase, agreement: String, why: Why, rows: Int,
        digest: String?, moment: Moment, actor: String?
    ) {
        self.id = id
        self.list = list
        self.partner = partner
        self.agreement = agreement
        self.why = why
        self.rows = rows
        self.digest = digest
        self.moment = moment
        self.actor = actor
    }

    package func view(_ say: Speech) -> View {
        let facts: [(String, String)] = [
            (say("certificate-number"), "\(id)"),
            (say("certificate-partner"), say.text(partner)),
            (say("agreement-number"), agreement),
            (say("certificate-list"), "\(list)"),
            (say("certificate-rows"), say.number(rows)),
            (say("certificate-moment"), say.moment(moment)),
            (say("certificate-why"), reason(say)),
            (say("certificate-actor"), actor ?? say("certificate-program")),
        ]
        return [
            "title": .text(say("certificate-title")),
            "listHref": .text(Address.driverList(list)),
            "lead": .text(
                say(
                    "certificate-lead",
                    ["jumlah": say.number(rows), "tanggal": say.day(moment.day)])),
            "facts": .list(
                facts.map { ["label": .text($0.0), "value": .text($0.1)] }),
            "proof": .part(digest.map { ["digestText": .text($0)] }),
        ]
    }

    private func reason(_ say: Speech) -> String {
        switch why {
        case .promised: say("certificate-promised")
        case .asked: say("certificate-asked")
        case .unsent: say("certificate-unsent")
        case .withdrawn: say("certificate-withdrawn")
        }
    }
}
