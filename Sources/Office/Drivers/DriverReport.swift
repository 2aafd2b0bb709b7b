package import Civic
import FoundationEssentials
import Papers
package import Programme
package import Store

/// The result of a list as a file: the partner's own row number, masked NIK, outcome and reason.
/// Nothing that the partner wrote stands in it, so that no cell can act as a formula.
package struct DriverReport: Sendable {
    private struct Line {
        let record: Int
        let nik: String
        let outcome: Phrase
        let reason: Phrase?
    }

    private let lines: [Line]
    private let list: DriverList
    private let language: Language

    package init(
        list: DriverList, results: [DriverResult], faults: [Int: DriverFault], region: Region,
        language: Language
    ) {
        self.list = list
        self.language = language
        let answered = results.map { result in
            Line(
                record: result.record, nik: result.nik?.masked ?? "–",
                outcome: result.answer.map { DriverWords.outcome($0.outcome) }
                    ?? DriverWords.notSent,
                reason: DriverWords.reason(result.answer?.reason, region))
        }
        let faulty = faults.map { record, fault in
            Line(
                record: record, nik: "–", outcome: DriverWords.notKept,
                reason: DriverWords.fault(fault))
        }
        lines = (answered + faulty).sorted { $0.record < $1.record }
    }

    private var titles: [String] {
        [
            Phrase("Baris", en: "Row"), Phrase("NIK", en: "NIK"), Phrase("Hasil", en: "Result"),
            Phrase("Alasan", en: "Reason"),
        ].map { $0.text(language) }
    }

    package func csv() throws(Problem) -> [UInt8] {
        try TransientFile.bytes { path throws(Problem) in
            var writer = try CSVWriter(path: path, columns: titles)
            for line in lines {
                writer.field(line.record)
                writer.field(line.nik)
                writer.field(line.outcome.text(language))
                writer.field(line.reason?.text(language) ?? "")
                try writer.endRecord()
            }
            try writer.finish()
        }
    }

    package func workbook() throws(Problem) -> [UInt8] {
        try TransientFile.bytes { path throws(Problem) in
            let created = Day.jakarta(at: list.sentAt ?? list.madeAt)
            var writer = try WorkbookWriter(path: path, created: created)
            let widths: [Double] = [8, 22, 20, 34]
            let columns = zip(titles, widths).enumerated().map { place, column in
                SheetColumn(column.0, width: column.1, kind: place == 0 ? .number : .text)
            }
            try writer.beginSheet(
                Phrase("Hasil", en: "Result").text(language), columns: columns)
            for line in lines {
                try writer.append([
                    .number(Int64(line.record)), .text(line.nik),
                    .text(line.outcome.text(language)), .text(line.reason?.text(language) ?? ""),
                ])
            }
            try writer.writeNotes(notes)
            try writer.finish()
        }
    }

    /// What somebody needs who wants to reckon the digest of a deletion.
    private var notes: [(key: String, value: String)] {
        [
            (Phrase("Daftar", en: "List").text(language), String(list.id)),
            (
                Phrase("Perjanjian", en: "Agreement").text(language),
                list.agreement.terms.number
            ),
            (
                Phrase("Dihapus pada", en: "Deleted on").text(language),
                list.deleteOn?.iso ?? "–"
            ),
            (
                Phrase("Kode acak daftar", en: "Salt of the list").text(language),
                list.salt.map(DriverProof.text) ?? "–"
            ),
        ]
    }
}

/// Bytes of a proof as people read and copy them.
package enum DriverProof {
    package static func text(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0\(digits)" : digits
        }.joined()
    }
}
