import Civic
import Programme

// The settings files about partners as they are written; field names are the keys of the files.

struct PartnersFile: Decodable {
    struct Consent: Decodable {
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let oldest_days: Int
    }

    struct Agreement: Decodable {
        let partner: String
        let number: String
        let from: String
        let to: String
        let purpose: String
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let retention_days: Int
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let call_until: String?

        func terms(_ file: String) throws(Problem) -> PartnerAgreement {
            guard let first = Day(iso: from), let last = Day(iso: to), first <= last else {
                throw RegionFault.unreadable(file, "\(number): \(from), \(to)")
            }
            let call = try call_until.map { (text) throws(Problem) in
                guard let day = Day(iso: text) else {
                    throw RegionFault.unreadable(file, "\(number).call_until: \(text)")
                }
                return day
            }
            return PartnerAgreement(
                agency: partner, number: number, from: first, to: last, purpose: purpose,
                retentionDays: retention_days, callUntil: call)
        }
    }

    let consent: Consent
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let consent_words: [String]
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let unsent_hours: Int
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let told_reasons: [String]
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let repeated_reason: String
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let sample_agreements: [Agreement]
}

/// The platforms of `agencies.yaml`.
struct PartnerEntry: Decodable {
    let id: String
    let name: CityFile.Named
    // swift-format-ignore: AlwaysUseLowerCamelCase
    let delivers_as: String
}

extension DataFolder {
    /// Reads what holds for partners in the region pack at `folder`.
    ///
    /// - Throws: `region-pack` where a partner delivers under an unknown name, a reason has no words,
    ///   or a day is none.
    func partnerTerms(
        _ folder: String, _ entries: [PartnerEntry], agencies: [Agency], reasons: ReasonCatalogue
    ) throws(Problem) -> PartnerTerms {
        let name = "\(folder)/partners.yaml"
        let file: PartnersFile = try settings(name)
        for code in file.told_reasons + [file.repeated_reason] where reasons[code] == nil {
            throw RegionFault.unreadable(name, "told_reasons: \(code)")
        }
        for entry in entries where !agencies.contains(where: { $0.id == entry.delivers_as }) {
            throw RegionFault.unreadable(name, "\(entry.id).delivers_as: \(entry.delivers_as)")
        }
        return PartnerTerms(
            partners: entries.map {
                PartnerTerms.Partner(
                    id: $0.id, name: $0.name.phrase, deliversAs: $0.delivers_as)
            },
            consent: ConsentTerms(oldestDays: file.consent.oldest_days),
            consentWords: file.consent_words, unsentHours: file.unsent_hours,
            answering: DriverAnswering(
                toldReasons: file.told_reasons, repeatedReason: file.repeated_reason),
            sampleAgreements: try file.sample_agreements.map { (agreement) throws(Problem) in
                try agreement.terms(name)
            })
    }
}
