import Civic
import Office
import Pages
import Programme
import Store

/// Who stands otherwise on a draft than on the one that was sent back.
struct RedraftPresenter {
    let facts: CityFacts
    /// Titles of funds by their ids.
    let funds: [String: String]

    private static let pageSize = 50

    static func counts(_ difference: AnnexDifference) -> DecreeChanges {
        DecreeChanges(
            added: difference.added.count, removed: difference.removed.count,
            changed: difference.changed.count)
    }

    /// The part of this name, or the first that holds somebody; nil for a name that means nothing.
    static func part(
        _ name: String?, of difference: AnnexDifference
    ) -> DecreeRedraftPage.Part? {
        if let name { return DecreeRedraftPage.Part(rawValue: name) }
        if !difference.added.isEmpty { return .added }
        return difference.removed.isEmpty ? .changed : .removed
    }

    /// A page of the people of one part behind the one at `place`, counted from 1.
    func page(
        _ decree: Decree, _ difference: AnnexDifference, _ part: DecreeRedraftPage.Part,
        after place: Int
    ) -> DecreeRedraftPage {
        let changes: [(before: DecreeLine?, after: DecreeLine)] =
            switch part {
            case .added: difference.added.map { (nil, $0) }
            case .removed: difference.removed.map { (nil, $0) }
            case .changed: difference.changed.map { ($0.before, $0.after) }
            }
        let shown = changes.dropFirst(place).prefix(Self.pageSize)
        let end = place + shown.count
        return DecreeRedraftPage(
            facts: DecreePresenter.summary(decree), counts: Self.counts(difference), part: part,
            lines: shown.map(line), next: end < changes.count ? end : nil)
    }

    private func line(
        _ change: (before: DecreeLine?, after: DecreeLine)
    ) -> DecreeRedraftPage.Line {
        let line = change.after
        return DecreeRedraftPage.Line(
            number: line.number, name: line.name, nik: line.nik?.masked,
            village: facts.name(of: line.village), funds: funded(line) ?? "–",
            differences: change.before.map { differences($0, line) } ?? [])
    }

    private func differences(
        _ before: DecreeLine, _ after: DecreeLine
    ) -> [DecreeRedraftPage.Difference] {
        DecreeRedraftPage.Field.allCases.compactMap { field in
            guard differs(field, before, after) else { return nil }
            return DecreeRedraftPage.Difference(
                field: field, before: text(field, before), after: text(field, after))
        }
    }

    /// What is shown may be the same where it is not: NIKs are masked, places may share a name.
    private func differs(
        _ field: DecreeRedraftPage.Field, _ one: DecreeLine, _ other: DecreeLine
    ) -> Bool {
        switch field {
        case .name: one.name != other.name
        case .nik: one.nik != other.nik
        case .neighbourhood: one.rt != other.rt || one.rw != other.rw
        case .village: one.village != other.village || one.district != other.district
        case .occupation: one.occupation != other.occupation
        case .funds: one.funding != other.funding
        case .change: one.change != other.change
        case .end: one.endedMonth != other.endedMonth
        case .cause: one.cause != other.cause
        }
    }

    private func text(_ field: DecreeRedraftPage.Field, _ line: DecreeLine) -> Phrase? {
        switch field {
        case .name: .same(line.name)
        case .nik: line.nik.map { .same($0.masked) }
        case .neighbourhood: AnnexPresenter.neighbourhood(line).map { .same($0) }
        case .village: facts.name(of: line.village).map { .same($0) }
        case .occupation: facts.occupation(line.occupation)?.name
        case .funds: funded(line).map { .same($0) }
        case .change: word(line.change)
        case .end:
            line.endedMonth.map { month in
                Phrase(
                    CalendarWords.text(month, .indonesian), en: CalendarWords.text(month, .english))
            }
        case .cause: line.cause.map { facts.region.reasons[$0]?.short ?? .same($0) }
        }
    }

    private func word(_ change: LineChange) -> Phrase {
        switch change {
        case .add: Phrase("ditambah", en: "added")
        case .remove: Phrase("keluar", en: "removed")
        case .alter: Phrase("diubah", en: "changed")
        }
    }

    /// `APBD 2026 2026-01–2026-12`, several apart by semicolons; nil for nobody who pays.
    private func funded(_ line: DecreeLine) -> String? {
        guard !line.funding.isEmpty else { return nil }
        return line.funding.map { span in
            let months = "\(span.months.lowerBound.iso)–\(span.months.upperBound.iso)"
            return "\(funds[span.fund] ?? span.fund) \(months)"
        }.joined(separator: "; ")
    }
}
