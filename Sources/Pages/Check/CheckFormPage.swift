/// `/cek`: the form with which a worker asks for his own status. Nothing typed here ever stands in
/// an address.
package struct CheckFormPage: Page {
    /// What was typed, kept so that nobody types it twice.
    package struct Entry: Sendable {
        package var nik = ""
        package var day = ""
        package var month = ""
        package var year = ""
        package var number = ""
        package var lastDigits = ""

        package init() {}
    }

    package enum Field: Sendable {
        case nik
        case birthDate
        case number
        case lastDigits
    }

    /// By which two facts the worker asks.
    package enum Way: Sendable {
        case nik
        case number
    }

    package enum Trouble: Sendable {
        /// These fields cannot be read.
        case fields([Field])
        /// Nobody has these two facts; the same answer whether or not the first one exists.
        case notFound
        case tooMany(minutes: Int)
    }

    package static let template = "check-form"
    package static let room = Room.open
    package static let isListed = false
    package var section: NavigationItem? { .check }

    package let entry: Entry
    package let way: Way
    package let trouble: Trouble?

    package init(entry: Entry = Entry(), way: Way = .nik, trouble: Trouble? = nil) {
        self.entry = entry
        self.way = way
        self.trouble = trouble
    }

    package func view(_ say: Speech) -> View {
        let isLocked = if case .tooMany = trouble { true } else { false }
        return [
            "title": .text(say("check-title")),
            "action": .text(Address.check),
            "isOpen": .flag(!isLocked),
            "usesNumber": .flag(way == .number),
            "faults": .part(faultSummary(say)),
            "notice": .part(notice(say)),
            "nik": .text(entry.nik),
            "day": .text(entry.day),
            "month": .text(entry.month),
            "year": .text(entry.year),
            "number": .text(entry.number),
            "lastDigits": .text(entry.lastDigits),
            "nikFault": .part(fault(.nik, say("check-fault-nik"))),
            "birthFault": .part(fault(.birthDate, say("check-fault-birth"))),
            "numberFault": .part(fault(.number, say("check-fault-number"))),
            "lastFault": .part(fault(.lastDigits, say("check-fault-last"))),
        ]
    }

    private var faulty: [Field] {
        if case .fields(let fields) = trouble { fields } else { [] }
    }

    private func fault(_ field: Field, _ sentence: String) -> View? {
        faulty.contains(field) ? ["faultText": .text(sentence)] : nil
    }

    private func faultSummary(_ say: Speech) -> View? {
        guard !faulty.isEmpty else { return nil }
        let links: [View] = faulty.map { field in
            switch field {
            case .nik: ["anchor": .text("#nik"), "text": .text(say("check-fault-nik"))]
            case .birthDate: ["anchor": .text("#hari"), "text": .text(say("check-fault-birth"))]
            case .number: ["anchor": .text("#nomor"), "text": .text(say("check-fault-number"))]
            case .lastDigits: ["anchor": .text("#akhir"), "text": .text(say("check-fault-last"))]
            }
        }
        return [
            "summary": .text(say.counted(faulty.count, one: "fault-one", many: "fault-many")),
            "links": .list(links),
        ]
    }

    private func notice(_ say: Speech) -> View? {
        switch trouble {
        case .notFound:
            [
                "noticeTitle": .text(say("check-not-found")),
                "noticeText": .text(say("check-not-found-help")),
            ]
        case .tooMany(let minutes):
            [
                "noticeTitle": .text(say("check-too-many")),
                "noticeText": .text(
                    say("check-too-many-help", ["menit": say.number(minutes)])),
            ]
        case .fields, nil: nil
        }
    }
}
