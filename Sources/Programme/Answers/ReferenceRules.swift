package import Civic

/// How candidates are compared with an agency's own list: data. Scores go from 0 to 100.
package struct ReferenceRules: Sendable, Hashable {
    /// Share of the name in a score, in per cent; the rest is the birth date's.
    package let nameWeight: Int
    /// Score of a birth date of which one part differs, or day and month changed places.
    package let birthSlip: Int
    /// Score of a birth date that one side does not know.
    package let birthMissing: Int
    /// Taken off where both sides know a NIK and they differ.
    package let numberDiffers: Int
    /// So alike must names be to be one person by NIK alone.
    package let sameNumberName: Int
    /// From this score on a row is shown as a possible match.
    package let near: Int
    /// Rows so close to the best one are a choice for a human.
    package let margin: Int
    /// So many rows are shown for one candidate.
    package let shown: Int
    /// Names that sound alike in larger groups are compared only with the same birth date.
    package let group: Int

    /// - Throws: a problem that names the file and what is missing.
    package init(_ table: Table) throws(Problem) {
        var values: [String: Int] = [:]
        for row in table.rows { values[try row.text("name")] = Int(try row.integer("value")) }
        func value(_ name: String) throws(Problem) -> Int {
            guard let value = values[name], value >= 0 else {
                throw ReferenceRules.missing(name, in: table.name)
            }
            return value
        }
        nameWeight = min(try value("name_weight"), 100)
        birthSlip = try value("birth_slip")
        birthMissing = try value("birth_missing")
        numberDiffers = try value("number_differs")
        sameNumberName = try value("same_number_name")
        near = try value("near")
        margin = try value("margin")
        shown = max(1, try value("shown"))
        group = try value("group")
    }

    private static func missing(_ name: String, in file: String) -> Problem {
        Problem(
            .service, "reference-rule-missing",
            Phrase("Aturan \(name) tidak ada.", en: "The rule \(name) is missing."),
            at: Spot(file: file),
            do: Phrase("Tambahkan barisnya.", en: "Add its line."))
    }
}
