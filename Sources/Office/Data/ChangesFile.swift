import Civic
import Programme

/// `changes.yaml` as it is written; field names are the keys of the file.
struct ChangesFile: Decodable {
    struct KindEntry: Decodable {
        let id: String
        let name: CityFile.Named
        let reason: String
        let stops: String
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let paid_months: String
        let claim: String?
        let reach: String
        let evidence: [String]
        let signs: [String]
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let before_active: Bool?
        let source: ProgrammeFile.Source
    }

    struct WordEntry: Decodable {
        let id: String
        let name: CityFile.Named

        var word: ChangeWord { ChangeWord(id: id, name: name.phrase) }
    }

    struct TermEntry: Decodable {
        let after: String
        let claim: String?
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let working_days: Int
        let source: ProgrammeFile.Source
    }

    struct Entry: Decodable {
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let first_contact_days: Int
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let first_contact_source: ProgrammeFile.Source
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let claim_terms: [TermEntry]
        let sources: [WordEntry]
        let evidence: [WordEntry]
        let kinds: [KindEntry]
    }

    let changes: Entry

    /// - Throws: `region-pack` when it names a reason that the pack lacks, a word that means nothing,
    ///   one kind twice, or a figure that makes no sense.
    func policy(_ reasons: ReasonCatalogue, _ file: String) throws(Problem) -> ChangePolicy {
        let entry = changes
        let ids = entry.kinds.map(\.id)
        let evidence = Set(entry.evidence.map(\.id))
        for kind in entry.kinds where !evidence.isSuperset(of: kind.evidence) {
            throw RegionFault.unreadable(file, "\(kind.id): evidence")
        }
        guard entry.first_contact_days >= 0, !entry.sources.isEmpty, !ids.isEmpty,
            Set(ids).count == ids.count
        else { throw RegionFault.unreadable(file, "changes") }
        return ChangePolicy(
            kinds: try entry.kinds.map { (kind) throws(Problem) in try kind.kind(reasons, file) },
            sources: entry.sources.map(\.word), evidence: entry.evidence.map(\.word),
            firstContactDays: entry.first_contact_days,
            firstContactSource: Citation(
                id: entry.first_contact_source.id, title: entry.first_contact_source.title),
            claimTerms: try entry.claim_terms.map { (term) throws(Problem) in
                try term.term(file)
            })
    }
}

extension ChangesFile.TermEntry {
    func term(_ file: String) throws(Problem) -> ClaimTerm {
        guard let step = ClaimStep(rawValue: after), working_days > 0,
            claim == nil || claim.flatMap(ClaimKind.init(rawValue:)) != nil
        else { throw RegionFault.unreadable(file, "claim_terms: \(after)") }
        return ClaimTerm(
            after: step, kind: claim.flatMap(ClaimKind.init(rawValue:)),
            workingDays: working_days, source: Citation(id: source.id, title: source.title))
    }
}

extension ChangesFile.KindEntry {
    func kind(_ reasons: ReasonCatalogue, _ file: String) throws(Problem) -> ChangeKind {
        for code in [reason] + signs where reasons[code] == nil {
            throw RegionFault.unreadable(file, "\(id): \(code)")
        }
        guard let stops = ChangeKind.Stop(rawValue: stops),
            let paidMonths = ChangeKind.PaidMonths(rawValue: paid_months),
            claim == nil || claim.flatMap(ClaimKind.init(rawValue:)) != nil,
            reach == "area" || reach == "city", !evidence.isEmpty
        else { throw RegionFault.unreadable(file, id) }
        return ChangeKind(
            id: id, name: name.phrase, reason: reason, stops: stops, paidMonths: paidMonths,
            claim: claim.flatMap(ClaimKind.init(rawValue:)), isForArea: reach == "area",
            evidence: evidence, signs: signs, isBeforeActive: before_active ?? false,
            source: Citation(id: source.id, title: source.title))
    }
}
