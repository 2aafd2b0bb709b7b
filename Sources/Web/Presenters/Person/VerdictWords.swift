import Civic
import Office
import Pages
import Programme
import Store

/// What one rule said about a person, in words. The forms of a datum are those in which a run keeps
/// them (`VerdictRecord` in Office).
struct VerdictWords {
    let facts: CityFacts
    let asOf: Day

    /// Nil for a rule that the pages do not know or that was not in force.
    func verdict(_ verdict: RuleVerdict) -> PersonPage.Verdict? {
        guard let name = RuleName(rawValue: verdict.rule),
            let rule = RuleKind(rawValue: verdict.rule).flatMap({ facts.rule($0, on: asOf) })
        else { return nil }
        return PersonPage.Verdict(
            rule: name, mark: VerdictWords.mark(verdict.mark),
            datum: datum(verdict.datum, of: rule),
            source: facts.agencyName(verdict.agency), sourceDay: verdict.day,
            citation: rule.source)
    }

    private static func mark(_ mark: RuleVerdict.Mark) -> PersonPage.Verdict.Mark {
        switch mark {
        case .met: .met
        case .failed: .failed
        case .unknown: .unknown
        }
    }

    private func datum(_ text: String?, of rule: Rule) -> PersonPage.Verdict.Datum {
        guard let text else { return .nothing }
        switch rule.kind {
        case .age:
            guard let years = Int(text) else { return .nothing }
            return .age(years, minimum: rule.ages.lowerBound, below: rule.ages.upperBound)
        case .decile:
            guard let decile = Int(text) else { return .nothing }
            return .decile(decile, highest: rule.highestDecile)
        case .informalWork: return WorkDatum(text).map { .said(work($0)) } ?? .nothing
        default: return said(text).map { .said($0) } ?? .nothing
        }
    }

    private func work(_ work: WorkDatum) -> Phrase {
        let name = facts.occupation(work.occupation)?.name
        let origin =
            switch work.origin {
            case .sectorList:
                Phrase("di daftar pekerja informal", en: "on a list of informal workers")
            case .welfareRegister:
                Phrase("menurut data kesejahteraan", en: "by the welfare register")
            case .claimed: Phrase("belum dikonfirmasi", en: "not confirmed")
            case .other: Phrase("bukan pekerjaan informal", en: "no informal work")
            }
        return .joined([name, origin].compactMap(\.self))
    }

    /// Data that are one word; each word has one meaning, whichever rule looks at it.
    private func said(_ text: String) -> Phrase? {
        let city = facts.region.name
        return switch text {
        case "nik": Phrase("NIK tercatat", en: "A NIK is recorded")
        case "registered": Phrase("Tercatat di Dukcapil", en: "In the civil registry")
        case "address": Phrase("Beralamat di \(city)", en: "Has an address in \(city)")
        case "moved": Phrase("Pindah dari \(city)", en: "Moved away from \(city)")
        case "outside": Phrase("Di luar \(city)", en: "Outside \(city)")
        case "dead": Phrase("Tercatat meninggal", en: "Recorded as dead")
        case "reported-dead": Phrase("Dilaporkan meninggal", en: "Reported as dead")
        case "state": Phrase("Tercatat sebagai ASN, TNI, atau Polri", en: "A state employee")
        case "insured": Phrase("Peserta aktif", en: "An active member")
        case "formerly":
            Phrase("Pernah peserta, kini tidak aktif", en: "A former member, not active now")
        case "not-working": Phrase("Tidak bekerja", en: "Does not work")
        case "refused": Phrase("Menolak ikut", en: "Declined")
        default: nil
        }
    }
}
