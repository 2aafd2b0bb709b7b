package import Civic
package import Programme

/// `/kerja/antrean/berita-acara`: the record of a verification, to be printed and signed.
package struct QueueRecordPage: Page {
    package static let template = "queue-record"
    package static let room = Room.work
    package var section: NavigationItem? { .queue }

    package struct Line: Sendable {
        package let number: String
        package let name: String
        package let rt: Int?
        package let rw: Int?
        package let state: CaseState
        package let work: WorkAnswer?
        package let witness: String?
        package let reason: Phrase?

        package init(
            number: String, name: String, rt: Int?, rw: Int?, state: CaseState,
            work: WorkAnswer?, witness: String?, reason: Phrase?
        ) {
            self.number = number
            self.name = name
            self.rt = rt
            self.rw = rw
            self.state = state
            self.work = work
            self.witness = witness
            self.reason = reason
        }
    }

    package let village: String
    package let district: String
    package let day: Day
    /// By RW.
    package let lines: [Line]
    package let reasons: [(code: String, name: Phrase, people: Int)]
    package let confirmedBy: [(name: String, people: Int)]
    package let hash: String

    package init(
        village: String, district: String, day: Day, lines: [Line],
        reasons: [(code: String, name: Phrase, people: Int)],
        confirmedBy: [(name: String, people: Int)], hash: String
    ) {
        self.village = village
        self.district = district
        self.day = day
        self.lines = lines
        self.reasons = reasons
        self.confirmedBy = confirmedBy
        self.hash = hash
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("record-title", ["tempat": village])),
            "queueHref": .text(Address.queue),
            "opening": .text(opening(say)),
            "subject": .text(
                say("record-subject", ["tempat": village, "kecamatan": district])),
            "results": .list(results(say).map { ["result": .text($0)] }),
            "reasonCounts": .list(
                reasons.map { reason in
                    [
                        "reason": .text("\(say.text(reason.name)) (\(reason.code))"),
                        "people": .text(say.number(reason.people)),
                    ]
                }),
            "hasReasonCounts": .flag(!reasons.isEmpty),
            "confirmedBy": .list(
                confirmedBy.map {
                    ["name": .text($0.name), "people": .text(say.number($0.people))]
                }),
            "hasConfirmed": .flag(!confirmedBy.isEmpty),
            "neighbourhoods": .list(neighbourhoods(say)),
            "lines": .list(lines.enumerated().map { line($0 + 1, $1, say) }),
            "hash": .text(say("record-hash", ["sidik": hash])),
        ]
    }

    /// `Pada hari ini, Kamis tanggal dua belas bulan Maret tahun dua ribu dua puluh enam`.
    private func opening(_ say: Speech) -> String {
        let parts = day.parts
        func spelled(_ number: Int) -> String {
            say.language == .english ? "\(number)" : NumberWords.text(number)
        }
        let weekday = CalendarWords.textWithWeekday(day, say.language).prefix { $0 != "," }
        return say(
            "record-opening",
            [
                "hari": String(weekday), "tanggal": spelled(parts.day),
                "bulan": CalendarWords.monthName(parts.month, say.language),
                "tahun": spelled(parts.year),
            ])
    }

    private func results(_ say: Speech) -> [String] {
        [
            say("record-checked", ["jumlah": say.number(lines.count)]),
            say("record-approved", ["jumlah": count(lines, .approved, say)]),
            say("record-refused", ["jumlah": count(lines, .refused, say)]),
            say("record-field", ["jumlah": count(lines, .field, say)]),
            say("record-open", ["jumlah": count(lines, .open, say)]),
        ]
    }

    private func count(_ lines: [Line], _ state: CaseState, _ say: Speech) -> String {
        say.number(lines.count { $0.state == state })
    }

    private func neighbourhoods(_ say: Speech) -> [View] {
        Dictionary(grouping: lines, by: \.rw).sorted { ($0.key ?? 0) < ($1.key ?? 0) }.map {
            [
                "rw": .text(QueueWords.number($0.key)),
                "all": .text(say.number($0.value.count)),
                "approved": .text(count($0.value, .approved, say)),
                "refused": .text(count($0.value, .refused, say)),
                "inField": .text(count($0.value, .field, say)),
                "waiting": .text(count($0.value, .open, say)),
            ]
        }
    }

    private func line(_ place: Int, _ line: Line, _ say: Speech) -> View {
        let state = QueueWords.state(line.state, say)
        return [
            "place": .text(say.number(place)), "number": .text(line.number),
            "name": .text(line.name), "rtRW": .text(QueueWords.rtRW(line.rt, line.rw)),
            "result": .text(line.reason.map { "\(state): \(say.text($0))" } ?? state),
            "work": .text(
                [QueueWords.work(line.work, say), line.witness].compactMap { $0 }
                    .joined(separator: ", ")),
        ]
    }
}
