import Civic
package import Programme

extension ImportedPerson {
    /// The person with a datum as it should be, judged again by the rule that looks at it. `source`
    /// stands in the evidence as whose word it is, `day` as the day of that word.
    ///
    /// Whoever becomes eligible by it waits, without a place in the ranking yet; whoever is no longer
    /// eligible loses place and payer.
    func corrected(
        _ datum: CorrectedDatum, source: String, on day: Day, _ rejudging: Rejudging
    ) -> ImportedPerson {
        var person = self
        let words = RuleDatum(
            asOf: rejudging.eligibility.asOf, occupations: rejudging.occupations)
        let profile = rejudging.corrected(profile(words, rejudging.occupations), datum)
        person.take(datum)
        guard let rule = datum.field.rule else { return person }
        let verdicts = rejudging.eligibility.judge(profile)
        person.verdicts = person.verdicts.map { kept in
            guard kept.rule == rule.rawValue else { return kept }
            return RuleVerdict(
                rule: kept.rule, mark: RuleVerdict.Mark(verdicts.verdict(of: rule)),
                datum: words.text(rule, profile), agency: source, day: day)
        }
        person.reasons = rejudging.eligibility.reasons(verdicts, profile)
        person.stand(verdicts)
        return person
    }

    /// What the run knew of the person, as far as rules ask.
    func profile(_ words: RuleDatum, _ occupations: OccupationCatalogue) -> Profile {
        var profile = Profile()
        profile.nik = nik?.digits ?? 0
        if let birth { profile.birth = birth.number }
        profile.decile = UInt8(clamping: decile ?? 0)
        if let position = occupation.flatMap({ occupations.position(code: $0) }) {
            profile.occupation = Int16(position)
        }
        for verdict in verdicts {
            guard let rule = RuleKind(rawValue: verdict.rule), let datum = verdict.datum else {
                continue
            }
            words.put(datum, of: rule, verdict.mark.verdict, into: &profile)
        }
        return profile
    }

    private mutating func take(_ datum: CorrectedDatum) {
        switch datum {
        case .name(let text): name = text
        case .birth(let day): birth = day
        case .nik(let number): nik = number
        case .address(let text): address = text
        case .decile(let value): decile = value
        case .occupation(let code): occupation = code
        case .answer: break
        }
    }

    private mutating func stand(_ verdicts: Verdicts) {
        let hadCase = lane != nil
        switch verdicts.outcome {
        case .eligible:
            if standing.outcome != .eligible { standing = .waiting }
            lane = .ready
            return
        case .review:
            (standing, lane) = (.review, .look)
        case .ineligible:
            let isInsured = verdicts.verdict(of: .notInsured) == .fail
            standing =
                isInsured && verdicts.verdict(of: .alive) == .pass ? .insured : .refused
            // Whoever was checked by people stays in their sight.
            lane = hadCase ? .no : nil
        }
        (rank, waitingPlace, fund) = (nil, nil, nil)
    }
}

extension RuleVerdict {
    private static let correctionPrefix = "correction:"

    /// As whose word a corrected datum stands in the evidence.
    static func source(ofCorrection receipt: String) -> String { correctionPrefix + receipt }

    /// The receipt of the correction that `source` names; nil for the word of a list.
    package static func receipt(of source: String) -> String? {
        source.hasPrefix(correctionPrefix)
            ? String(source.dropFirst(correctionPrefix.count)) : nil
    }
}

extension RuleVerdict.Mark {
    package init(_ verdict: Verdict) {
        switch verdict {
        case .pass: self = .met
        case .fail: self = .failed
        case .unknown: self = .unknown
        }
    }

    var verdict: Verdict {
        switch self {
        case .met: .pass
        case .failed: .fail
        case .unknown: .unknown
        }
    }
}
