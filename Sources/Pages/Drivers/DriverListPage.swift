package import Civic
package import Programme

/// `/mitra/pengemudi/{id}`: one list, from the check of its form to the proof that it was deleted.
package struct DriverListPage: Page {
    /// A row that was kept.
    package struct Row: Sendable {
        package let record: Int
        package let nik: NIK?
        package let outcome: (value: DriverAnswer.Outcome, word: Phrase)?
        package let reason: Phrase?

        package init(
            record: Int, nik: NIK?, outcome: (value: DriverAnswer.Outcome, word: Phrase)?,
            reason: Phrase?
        ) {
            self.record = record
            self.nik = nik
            self.outcome = outcome
            self.reason = reason
        }
    }

    /// A row that was not kept.
    package struct FaultRow: Sendable {
        package let record: Int
        package let fault: Phrase

        package init(record: Int, fault: Phrase) {
            self.record = record
            self.fault = fault
        }
    }

    package struct Certificate: Sendable {
        package let id: Int
        package let text: Phrase

        package init(id: Int, text: Phrase) {
            self.id = id
            self.text = text
        }
    }

    package static let template = "driver-list"
    package static let room = Room.work
    package var section: NavigationItem? { .drivers }

    package let list: DriverListRow
    package let faults: [DriverFault: Int]
    package let dropped: [String]
    package let rows: [Row]
    package let faultRows: [FaultRow]
    package let certificates: [Certificate]
    /// The day of the city's data; nil before there are any.
    package let asOf: Day?
    /// Where drivers see their own status.
    package let checkAddress: String
    /// The salt of the list, to reckon the proof of deletion with.
    package let salt: String?
    package let isOwn: Bool
    /// The same file was sent again.
    package let isRepeated: Bool

    package init(
        list: DriverListRow, faults: [DriverFault: Int], dropped: [String], rows: [Row],
        faultRows: [FaultRow], certificates: [Certificate], asOf: Day?, checkAddress: String,
        salt: String?, isOwn: Bool, isRepeated: Bool
    ) {
        self.list = list
        self.faults = faults
        self.dropped = dropped
        self.rows = rows
        self.faultRows = faultRows
        self.certificates = certificates
        self.asOf = asOf
        self.checkAddress = checkAddress
        self.salt = salt
        self.isOwn = isOwn
        self.isRepeated = isRepeated
    }

    package func view(_ say: Speech) -> View {
        let sentences = DriverFaultSentences(faults: faults, dropped: dropped).views(say)
        return [
            "title": .text(title(say)),
            "crumbHref": .text(isOwn ? Address.drivers : Address.partners),
            "crumbText": .text(isOwn ? say("nav-drivers") : say("partners-title")),
            "listName": .text(say("drivers-list-name", ["nomor": "\(list.id)"])),
            "partner": .text(say.text(list.partner)),
            "moment": .text(say.moment(list.moment)),
            "badge": .part(list.stage.badge(say)),
            "repeated": .part(isRepeated ? ["repeatedText": .text(repeated(say))] : nil),
            "hasSentences": .flag(!sentences.isEmpty),
            "sentences": .list(sentences),
            "hasFaultRows": .flag(!faultRows.isEmpty),
            "faultRows": .list(
                faultRows.map { row in
                    [
                        "record": .text(say.number(row.record)),
                        "fault": .text(say.text(row.fault)),
                    ]
                }),
            "draft": .part(list.stage == .draft && isOwn ? draft(say) : nil),
            "answered": .part(list.stage == .draft ? nil : answered(say)),
            "results": .part(results(say)),
            "paste": .part(list.stage == .sent && isOwn ? paste(say) : nil),
            "deletion": .part(deletion(say)),
            "hasCertificates": .flag(!certificates.isEmpty),
            "certificates": .list(
                certificates.map { certificate in
                    [
                        "href": .text(Address.driverCertificate(certificate.id)),
                        "certificate": .text(say.text(certificate.text)),
                    ]
                }),
        ]
    }

    private func title(_ say: Speech) -> String {
        switch list.stage {
        case .draft:
            return say.counted(list.rows, one: "drivers-ready-one", many: "drivers-ready")
        case .sent, .ended:
            let accepted = say.number(list.counts[.accepted] ?? 0)
            return say(
                "drivers-answered", ["jumlah": say.number(list.rows), "diterima": accepted])
        }
    }

    private func repeated(_ say: Speech) -> String {
        say("drivers-repeated", ["waktu": say.moment(list.moment)])
    }

    private func draft(_ say: Speech) -> View {
        [
            "sendHref": .text(Address.driverSending(list.id)),
            "dropHref": .text(Address.driverDeleting(list.id)),
            "sendText": .text(
                say.counted(list.rows, one: "drivers-send-one", many: "drivers-send")),
        ]
    }

    private func answered(_ say: Speech) -> View {
        let outcomes: [(DriverAnswer.Outcome, String)] = [
            (.accepted, "drivers-count-accepted"), (.waiting, "drivers-count-waiting"),
            (.refused, "drivers-count-refused"), (.checking, "drivers-count-checking"),
        ]
        return [
            "outcomes": .list(
                outcomes.map { outcome, key in
                    [
                        "label": .text(say(key)),
                        "count": .text(say.number(list.counts[outcome] ?? 0)),
                    ]
                }),
            "hasChecking": .flag(list.stage == .sent && (list.counts[.checking] ?? 0) > 0),
            "asOfLine": .text(
                asOf.map { say("as-of", ["tanggal": say.day($0)]) } ?? say("drivers-no-data")),
        ]
    }

    private func results(_ say: Speech) -> View? {
        guard list.stage == .sent, !rows.isEmpty else { return nil }
        return [
            "caption": .text(
                say(
                    "drivers-rows-caption",
                    ["tampil": say.number(rows.count), "jumlah": say.number(list.rows)])),
            "xlsxHref": .text(Address.driverResult(list.id, "xlsx")),
            "csvHref": .text(Address.driverResult(list.id, "csv")),
            "rows": .list(
                rows.map { row in
                    [
                        "record": .text(say.number(row.record)),
                        "nik": .text(row.nik?.masked ?? "–"),
                        "outcome": .part(
                            row.outcome.map { $0.value.badge(say.text($0.word)) }),
                        "reason": .text(row.reason.map(say.text) ?? "–"),
                    ]
                }),
        ]
    }

    private func paste(_ say: Speech) -> View {
        ["pasteText": .text(say("drivers-paste-text", ["alamat": checkAddress]))]
    }

    private func deletion(_ say: Speech) -> View? {
        guard list.stage == .sent, let day = list.deleteOn else { return nil }
        let form: View? =
            isOwn ? ["deleteHref": .text(Address.driverDeleting(list.id))] : nil
        return [
            "deletionText": .text(say("drivers-deletion", ["tanggal": say.day(day)])),
            "salt": .part(salt.map { ["saltText": .text($0)] }),
            "deleteForm": .part(form),
        ]
    }
}
