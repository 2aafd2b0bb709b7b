import Civic
import Intake
import Office
import Pages
import Store

/// Turns stored lists of proposals into pages.
enum ProposalPresenter {
    static func item(_ facts: CityFacts, _ list: ProposalList) -> ProposalsPage.Item {
        ProposalsPage.Item(
            id: list.id, file: list.file.isEmpty ? nil : list.file, isTyped: list.kind == .typed,
            place: list.place.flatMap { facts.region.places.position(of: $0) }
                .map { facts.region.places.entries[$0].name },
            rw: list.rw, at: moment(list.createdAt), who: list.createdBy, rows: list.rowCount,
            state: ProposalState(rawValue: list.state.rawValue) ?? .open, receipt: list.receipt)
    }

    static func moment(_ instant: Instant) -> Moment {
        let minutes = instant.milliseconds / 60_000 + 7 * 60
        return Moment(day: .jakarta(at: instant), minute: Int(((minutes % 1440) + 1440) % 1440))
    }

    static func counts(_ list: ProposalList) -> [ProposalPage.Group: Int] {
        var counts: [ProposalPage.Group: Int] = [:]
        for group in ProposalPage.Group.allCases { counts[group] = list.counts[state(group)] ?? 0 }
        return counts
    }

    static func state(_ group: ProposalPage.Group) -> ProposalRow.State {
        switch group {
        case .look: .look
        case .unreadable: .unreadable
        case .ready: .ready
        case .ignored: .ignored
        case .sent: .sent
        }
    }

    /// The group that is shown first: where there is work.
    static func firstGroup(_ list: ProposalList) -> ProposalPage.Group {
        if list.state == .sent { return .sent }
        let counts = counts(list)
        return [.look, .unreadable].first { counts[$0] ?? 0 > 0 } ?? .ready
    }

    static func row(_ facts: CityFacts, _ row: ProposalRow) -> ProposalRowView {
        let sentences = ProposalSentence(region: facts.region)
        let issues = row.content.notes.compactMap { ProposalIssue($0) }
        return ProposalRowView(
            record: row.record, version: row.version,
            name: row.content.values[Column.name.rawValue] ?? "",
            nik: shownNIK(row), troubles: row.content.notes.map { trouble($0, sentences) },
            fields: fields(row),
            canBeSettled: issues.allSatisfy { $0.weight != .look || $0.canBeSettled },
            number: row.number)
    }

    /// Masked where it is a number; as written where it is damaged and has to be seen.
    private static func shownNIK(_ row: ProposalRow) -> String {
        row.nik?.masked ?? row.content.values[Column.nik.rawValue] ?? "–"
    }

    private static func trouble(
        _ note: ProposalNote, _ sentences: ProposalSentence
    ) -> ProposalRowView.Trouble {
        let value = note.details["saran"]
        let isNIK = note.details["saran_kolom"] == Column.nik.rawValue
        let number = note.details["nik_tanggal"] ?? ""
        return ProposalRowView.Trouble(
            code: note.code, sentence: sentences.phrase(note),
            suggestion: value.map { isNIK ? NIK($0)?.masked ?? $0 : $0 },
            births: number.isEmpty
                ? nil
                : (
                    number: ProposalSentence.written(number),
                    column: ProposalSentence.written(note.details["kolom_tanggal"])
                ))
    }

    /// Number, name and birth date always; other columns where something is wrong with them.
    private static func fields(_ row: ProposalRow) -> [ProposalRowView.Field] {
        let wrong = Set(row.content.notes.compactMap(\.column))
        let always: [Column] = [.nik, .name, .birthDate]
        let editable: Set<Column> = [
            .sex, .village, .district, .regency, .occupation, .phone, .familyCard, .decile,
        ]
        let columns =
            always
            + Column.allCases.filter {
                editable.contains($0) && wrong.contains($0.rawValue)
            }
        return columns.map { column in
            let text = row.content.values[column.rawValue] ?? ""
            let isMasked = column == .nik && row.nik != nil
            return ProposalRowView.Field(
                name: column.rawValue, value: isMasked ? "" : text,
                kept: isMasked ? row.nik?.masked : nil, isWrong: wrong.contains(column.rawValue))
        }
    }

    // MARK: Columns

    /// What a column can mean in a list of proposals.
    static let choices: [Column] = [
        .nik, .name, .birthDate, .birthPlace, .birthPlaceAndDate, .sex, .address, .rt, .rw,
        .rtAndRw, .village, .district, .regency, .phone, .occupation, .familyCard, .motherName,
        .decile, .workingStatus, .willingness, .recordedDate,
    ]

    static func columns(
        _ list: ProposalList, _ guess: (columns: [Column?], preview: [[String]]),
        trouble: Problem? = nil
    ) -> ProposalColumnsPage {
        ProposalColumnsPage(
            id: list.id, rows: list.rowCount,
            columns: guess.columns.enumerated().map { field, column in
                ProposalColumnsPage.Column(
                    letters: SheetReading.letters(of: field),
                    heading: field < list.headings.count ? list.headings[field] : "",
                    guess: column.flatMap { choices.contains($0) ? $0.rawValue : nil },
                    cells: guess.preview.map { row in
                        field < row.count ? shown(row[field]) : ""
                    })
            }, choices: choices.map(\.rawValue), trouble: trouble)
    }

    /// Sixteen digits are somebody's number.
    private static func shown(_ cell: String) -> String {
        let digits = cell.filter { $0.isASCII && $0.isNumber }
        return NIK(digits)?.masked ?? String(cell.prefix(40))
    }
}
