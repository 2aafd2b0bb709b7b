import Civic
import Jamsostek
import Papers
import Programme
import Store

/// The annex of an amendment: what stood on the decree before, and what stands there now.
extension DecreePapers {
    func amendment(_ numbered: Bool) -> AmendmentPaper {
        let names = Dictionary(lines.map { ($0.number, $0.name) }) { first, _ in first }
        func people(_ change: LineChange) -> [AmendmentLine] {
            lines.filter { $0.change == change }.map { amended($0, names) }
        }
        return AmendmentPaper(
            facts: facts(numbered), decree: reference(numbered), edition: paperEdition,
            title: record.text.annexTitle, peopleBefore: record.peopleBefore,
            added: people(.add), removed: people(.remove), changed: people(.alter),
            signer: signer)
    }

    /// `names` are those of everybody on the amendment.
    private func amended(_ line: DecreeLine, _ names: [String: String]) -> AmendmentLine {
        let stood = funded(before.funding[line.number] ?? [])
        let reason = line.cause.flatMap { region.reasons[$0]?.short.indonesian }
        let after: [String?]
        switch line.change {
        case .add: after = [funded(line.funding), reason]
        case .alter: after = [funded(line.funding), reason]
        case .remove:
            let end = line.endedMonth.map {
                "berhenti mulai \(CalendarWords.text($0, .indonesian))"
            }
            after = [reason, end]
        }
        return AmendmentLine(
            number: line.number, name: line.name, nik: line.nik,
            village: name(line.village) ?? "",
            before: line.change == .add ? predecessor(line, names) : stood,
            after: after.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", "))
    }

    /// Whose place somebody takes; a dash for a new place.
    private func predecessor(_ line: DecreeLine, _ names: [String: String]) -> String {
        guard let number = before.places[line.number] else { return "–" }
        // The number first: at the head of a line nothing breaks it.
        return [number, names[number]].compactMap(\.self).joined(separator: " ")
    }

    /// `APBD, Januari 2026 s.d. Desember 2026`; several apart by semicolons.
    private func funded(_ spans: [FundedMonths]) -> String {
        spans.map { span in
            let source = (funds[span.fund]?.source.rawValue ?? span.fund).uppercased()
            let (first, last) = (span.months.lowerBound, span.months.upperBound)
            let from = CalendarWords.text(first, .indonesian)
            guard first != last else { return "\(source), \(from)" }
            return "\(source), \(from) s.d. \(CalendarWords.text(last, .indonesian))"
        }.joined(separator: "; ")
    }
}
