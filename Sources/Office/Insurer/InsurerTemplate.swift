package import Civic
import Store

/// How files to and from the insurer look in one city: data.
package struct InsurerTemplate: Sendable {
    /// What a column of a file to the insurer shows.
    package enum OutField: String, CaseIterable, Sendable {
        case line, number, nik, name, sex, rt, rw, village, district, occupation, income, start
        case months, fund, participant, end, reason
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

    /// Files that ask for enrolment, and files that tell of ends.
    package let enrolment: OutForm
    package let end: OutForm

    /// By key of the heading.
    let fields: [LetterKey: InField]
    /// The headings of each field as they are written.
    let headings: [InField: [String]]
    let answers: AnswerWords
    /// What it answers when it is told of ends; refused is who was not found.
    let endAnswers: AnswerWords

    func form(_ kind: InsurerFile.Kind) -> OutForm { kind == .end ? end : enrolment }
}

/// How files to the insurer look.
package struct OutForm: Sendable {
    package enum Format: String, Sendable { case xlsx, csv }

    package let format: Format
    package let sheet: String
    let fileName: String
    package let columns: [InsurerTemplate.OutColumn]

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
