import Civic

/// An annex as bytes, from which its digest (SHA-256) is taken: the same lines are the same bytes,
/// on every machine and in every year.
///
/// UTF-8, each line ended by one line feed. The first line is `sigap-annex 1`, the edition
/// (`restricted` or `open`) and the kind of the decree, apart by single blanks. Then one line for
/// each person, in the order of the annex, of fields apart by tabs:
///
///     line  change  SIGAP number  name  NIK  RT  RW  district  village  occupation  funding  end  cause
///
/// Change is `add`, `remove` or `alter`. Places are codes with points, occupation and cause are
/// codes. Funding is `fund:2026-01..2026-12`, several apart by `;`. End is the first month that
/// nothing is paid for. What is not known is empty; tabs and line ends inside a field are written as
/// blanks. The open edition leaves NIK, RT and RW empty. The last line is `=` and the number of
/// people.
package struct AnnexText: Sendable {
    /// Who may read it.
    package enum Edition: String, CaseIterable, Sendable {
        /// With full NIKs.
        case restricted
        /// Without NIK and address.
        case open
    }

    private let edition: Edition
    private let kind: DecreeKind

    package init(_ edition: Edition, of kind: DecreeKind) {
        self.edition = edition
        self.kind = kind
    }

    package var head: String { "sigap-annex 1 \(edition.rawValue) \(kind.rawValue)\n" }

    package func row(_ line: DecreeLine) -> String {
        let isOpen = edition == .open
        let funding = line.funding.map { span in
            "\(span.fund):\(span.months.lowerBound.iso)..\(span.months.upperBound.iso)"
        }
        let fields: [String] = [
            String(line.line), line.change.rawValue, line.number, line.name,
            isOpen ? "" : line.nik?.revealed() ?? "", isOpen ? "" : AnnexText.text(line.rt),
            isOpen ? "" : AnnexText.text(line.rw), line.district?.description ?? "",
            line.village?.description ?? "", line.occupation ?? "",
            funding.joined(separator: ";"), line.endedMonth?.iso ?? "", line.cause ?? "",
        ]
        return fields.map(AnnexText.plain).joined(separator: "\t") + "\n"
    }

    package func end(_ people: Int) -> String { "= \(people)\n" }

    /// All of it.
    package func text(_ lines: some Collection<DecreeLine>) -> String {
        lines.reduce(into: head) { text, line in text += row(line) } + end(lines.count)
    }

    private static func text(_ number: Int?) -> String { number.map(String.init) ?? "" }

    private static func plain(_ field: String) -> String {
        guard field.utf8.contains(where: { $0 < 32 }) else { return field }
        return String(
            decoding: field.utf8.map { $0 < 32 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }
}
