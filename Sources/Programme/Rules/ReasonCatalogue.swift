package import Civic

/// The reasons of the region pack: one wording for staff, citizen, letter and report.
package struct Reason: Sendable {
    package let code: String
    package let short: Phrase
    /// To the citizen; `{…}` stands for a datum.
    package let sentence: Phrase
    package let remedy: Phrase

    /// Id of the agency that can put the datum right; nil where nothing is wrong.
    package let office: String?

    package init(
        code: String, short: Phrase, sentence: Phrase, remedy: Phrase, office: String? = nil
    ) {
        self.code = code
        self.short = short
        self.sentence = sentence
        self.remedy = remedy
        self.office = office
    }
}

package struct ReasonCatalogue: Sendable {
    package let reasons: [Reason]

    package init(_ table: Table) throws(Problem) {
        var reasons: [Reason] = []
        for row in table.rows {
            func phrase(_ column: String) throws(Problem) -> Phrase {
                Phrase(try row.text("\(column)_id"), en: try row.text("\(column)_en"))
            }
            reasons.append(
                Reason(
                    code: try row.text("code"), short: try phrase("short"),
                    sentence: try phrase("reason"), remedy: try phrase("remedy"),
                    office: row.optional("office")))
        }
        self.reasons = reasons
    }

    package subscript(code: String) -> Reason? { reasons.first { $0.code == code } }
}
