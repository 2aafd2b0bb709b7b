import Civic
import Programme

/// `corrections.yaml` as it is written; field names are the keys of the file.
struct CorrectionFile: Decodable {
    struct FieldEntry: Decodable {
        let offices: [String]
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let by_occupation: Bool?
    }

    struct Entry: Decodable {
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let receipt_prefix: String
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let objection_months: Int
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let objection_source: ProgrammeFile.Source
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let answer_days: Int
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let answer_source: ProgrammeFile.Source
        let fields: [String: FieldEntry]
    }

    let corrections: Entry

    /// - Throws: `region-pack` when it names an agency or a field that does not exist, lacks a field,
    ///   or has a figure that makes no sense.
    func policy(_ agencies: [Agency], _ file: String) throws(Problem) -> CorrectionPolicy {
        let entry = corrections
        guard entry.objection_months >= 1, entry.answer_days >= 1,
            !entry.receipt_prefix.isEmpty,
            entry.receipt_prefix.utf8.allSatisfy({ (65...90).contains($0) })
        else { throw RegionFault.unreadable(file, "corrections") }
        for (name, field) in entry.fields {
            guard CorrectionField(rawValue: name) != nil else {
                throw RegionFault.unreadable(file, "fields: \(name)")
            }
            for id in field.offices where !agencies.contains(where: { $0.id == id }) {
                throw RegionFault.unreadable(file, "\(name): \(id)")
            }
        }
        var offices: [CorrectionField: [String]] = [:]
        for field in CorrectionField.allCases {
            guard let found = entry.fields[field.rawValue], !found.offices.isEmpty else {
                throw RegionFault.unreadable(file, "fields: \(field.rawValue)")
            }
            offices[field] = found.offices
        }
        return CorrectionPolicy(
            receiptPrefix: entry.receipt_prefix, objectionMonths: entry.objection_months,
            objectionSource: Citation(
                id: entry.objection_source.id, title: entry.objection_source.title),
            answerDays: entry.answer_days,
            answerSource: Citation(id: entry.answer_source.id, title: entry.answer_source.title),
            offices: offices,
            askedByOccupation: Set(
                CorrectionField.allCases.filter {
                    entry.fields[$0.rawValue]?.by_occupation == true
                }))
    }

    /// Every office that a reason names must be known, and so must the one that looks at papers.
    static func requireOffices(
        of reasons: ReasonCatalogue, _ agencies: [Agency], _ file: String
    ) throws(Problem) {
        let named = reasons.reasons.compactMap(\.office) + [CorrectionPolicy.village]
        for office in named where !agencies.contains(where: { $0.id == office }) {
            throw RegionFault.unreadable(file, "office: \(office)")
        }
    }
}
