import Civic
import Programme

/// `insurer.yaml` as it is written; field names are the keys of the file.
struct InsurerSettings: Decodable {
    struct ServiceEntry: Decodable {
        let address: String
        let tries: Int
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let seconds_between: Int
    }

    struct OutEntry: Decodable {
        struct ColumnEntry: Decodable {
            let field: String?
            let value: String?
            let heading: String
        }

        let format: String
        let sheet: String
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let file_name: String
        let columns: [ColumnEntry]
    }

    struct InEntry: Decodable {
        struct ColumnEntry: Decodable {
            let field: String
            let headings: [String]
        }

        let columns: [ColumnEntry]
        let accepted: [String]
        let refused: [String]
        let pending: [String]
        let ended: [String]
        let unknown: [String]
    }

    struct RefusalEntry: Decodable {
        let codes: [String]
        let words: [String]
        let reason: String
    }

    struct Entry: Decodable {
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let deadline_days: Int
        let source: ProgrammeFile.Source
        let service: ServiceEntry
        let out: OutEntry
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let out_end: OutEntry
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let `in`: InEntry
        let refusals: [RefusalEntry]
    }

    let insurer: Entry

    /// - Throws: `region-pack` when it names a field or a reason that does not exist, or a heading
    ///   twice.
    func template(_ reasons: ReasonCatalogue, _ file: String) throws(Problem) -> InsurerTemplate {
        let entry = insurer
        guard entry.deadline_days >= 1, entry.service.tries >= 1,
            entry.service.seconds_between >= 0
        else { throw RegionFault.unreadable(file, "insurer") }
        let service = entry.service
        return InsurerTemplate(
            deadlineDays: entry.deadline_days,
            source: Citation(id: entry.source.id, title: entry.source.title),
            service: service.address.isEmpty
                ? nil
                : InsurerTemplate.Service(
                    address: service.address, tries: service.tries,
                    secondsBetween: service.seconds_between),
            enrolment: try form(entry.out, file), end: try form(entry.out_end, file),
            fields: try inFields(file), headings: headings,
            answers: AnswerWords(
                accepted: entry.in.accepted, refused: entry.in.refused,
                pending: entry.in.pending, refusals: try refusals(reasons, file)),
            endAnswers: AnswerWords(
                accepted: entry.in.ended, refused: entry.in.unknown, pending: entry.in.pending,
                refusals: []))
    }

    private func form(_ entry: OutEntry, _ file: String) throws(Problem) -> OutForm {
        guard let format = OutForm.Format(rawValue: entry.format) else {
            throw RegionFault.unreadable(file, "format: \(entry.format)")
        }
        let columns = try columns(entry, file)
        guard !columns.isEmpty else { throw RegionFault.unreadable(file, "columns") }
        return OutForm(
            format: format, sheet: entry.sheet, fileName: entry.file_name, columns: columns)
    }

    private func columns(
        _ entry: OutEntry, _ file: String
    ) throws(Problem) -> [InsurerTemplate.OutColumn] {
        var columns: [InsurerTemplate.OutColumn] = []
        for column in entry.columns {
            switch (column.field, column.value) {
            case (let name?, nil):
                guard let field = InsurerTemplate.OutField(rawValue: name) else {
                    throw RegionFault.unreadable(file, "out.columns: \(name)")
                }
                columns.append(.init(heading: column.heading, content: .field(field)))
            case (nil, let value?):
                columns.append(.init(heading: column.heading, content: .value(value)))
            default: throw RegionFault.unreadable(file, "out.columns: \(column.heading)")
            }
        }
        return columns
    }

    private func inFields(
        _ file: String
    ) throws(Problem) -> [LetterKey: InsurerTemplate.InField] {
        var fields: [LetterKey: InsurerTemplate.InField] = [:]
        for column in insurer.in.columns {
            guard let field = InsurerTemplate.InField(rawValue: column.field) else {
                throw RegionFault.unreadable(file, "in.columns: \(column.field)")
            }
            for heading in column.headings {
                guard fields.updateValue(field, forKey: LetterKey(heading)) == nil else {
                    throw RegionFault.unreadable(file, "in.columns: \(heading)")
                }
            }
        }
        return fields
    }

    /// Of fields that were looked at before.
    private var headings: [InsurerTemplate.InField: [String]] {
        var headings: [InsurerTemplate.InField: [String]] = [:]
        for column in insurer.in.columns {
            guard let field = InsurerTemplate.InField(rawValue: column.field) else { continue }
            headings[field, default: []] += column.headings
        }
        return headings
    }

    private func refusals(
        _ reasons: ReasonCatalogue, _ file: String
    ) throws(Problem) -> [AnswerWords.Refusal] {
        var found: [AnswerWords.Refusal] = []
        for refusal in insurer.refusals {
            guard reasons[refusal.reason] != nil else {
                throw RegionFault.unreadable(file, "refusals: \(refusal.reason)")
            }
            found.append(
                AnswerWords.Refusal(
                    codes: refusal.codes, words: refusal.words, reason: refusal.reason))
        }
        return found
    }
}
