package import Civic

/// How files to and from the insurer look in one city: data.
package struct InsurerTemplate: Sendable {
    package enum Format: String, Sendable { case xlsx, csv }

    /// What a column of a file to the insurer shows.
    package enum OutField: String, CaseIterable, Sendable {
        case line, number, nik, name, sex, rt, rw, village, district, occupation, income, start
        case months, fund
        case birthDate = "birth-date"
        case workerGroup = "worker-group"
    }

    /// What a column of a file of the insurer says.
    package enum InField: String, CaseIterable, Sendable {
        case number, nik, name, participant, start, status, code, reason, amount
    }

    package struct OutColumn: Sendable, Hashable {
        package enum Content: Sendable, Hashable {
            case field(OutField)
            /// The same in every row.
            case value(String)
        }

        package let heading: String
        package let content: Content
    }

    /// A gateway that takes the files.
    package struct Service: Sendable, Hashable {
        package let address: String
        package let tries: Int
        package let secondsBetween: Int

        package init(address: String, tries: Int, secondsBetween: Int) {
            self.address = address
            self.tries = tries
            self.secondsBetween = secondsBetween
        }
    }

    package let deadlineDays: Int
    package let source: Citation
    /// Nil where files go by hand only.
    package let service: Service?

    package let format: Format
    package let sheet: String
    let fileName: String
    package let columns: [OutColumn]

    /// By key of the heading.
    let fields: [LetterKey: InField]
    /// The headings of each field as they are written.
    let headings: [InField: [String]]
    let answers: AnswerWords

    /// Name of a file as it is handed over.
    func name(fund: String, workerGroup: String, on day: Day, digest: String) -> String {
        let parts = [
            "dana": fund, "wadah": workerGroup, "tanggal": day.iso,
            "sidik": String(digest.prefix(6)),
        ]
        var name = fileName
        for (key, part) in parts { name = name.replacingParts("{\(key)}", with: part) }
        let plain = name.utf8.map { byte in
            ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "-")
                ? byte : UInt8(ascii: "-")
        }
        return "\(String(decoding: plain, as: UTF8.self)).\(format.rawValue)"
    }
}

extension String {
    fileprivate func replacingParts(_ part: String, with other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
