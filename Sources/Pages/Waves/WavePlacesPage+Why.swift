import Civic
import Programme

/// Why somebody has this place and no other, in words.
extension WavePlacesPage {
    func view(_ explained: Explained, _ say: Speech) -> View {
        let place = explained.place
        var reasons = [standing(place, say)]
        if let before = explained.before {
            reasons.append(
                say(
                    "wave-why-behind",
                    [
                        "tempat": say.number(before.place),
                        "sebab": difference(place, before, say),
                    ]))
        }
        if let behind = explained.behind {
            reasons.append(
                say(
                    "wave-why-before",
                    [
                        "tempat": say.number(behind.place),
                        "sebab": difference(place, behind, say),
                    ]))
        }
        return [
            "whyTitle": .text(
                say(
                    "wave-why-title",
                    ["tempat": say.number(place.place), "nomor": place.candidate.number])),
            "reasons": .list(reasons.map { ["reason": .text($0)] }),
        ]
    }

    private func standing(_ place: WavePlace, _ say: Speech) -> String {
        say(
            place.isChosen ? "wave-why-chosen" : "wave-why-waiting",
            [
                "urutan": say.number(place.villagePlace), "tempat": say.number(share.places),
                "layak": say.number(share.eligible),
            ])
    }

    /// What decides between two places, with the values of both.
    private func difference(_ this: WavePlace, _ other: WavePlace, _ say: Speech) -> String {
        let (mine, theirs) = (this.candidate, other.candidate)
        func told(_ key: String, _ value: (WavePlace) -> String) -> String {
            say(key, ["ini": value(this), "itu": value(other)])
        }
        switch rule.decides(mine, theirs, seed: seed) {
        case .decile:
            return told("wave-why-decile") { WaveWords.group($0.candidate.decile, rule, say) }
        case .hazard: return told("wave-why-hazard") { "\($0.candidate.hazard)" }
        case .proposed:
            return told("wave-why-proposed") {
                $0.candidate.proposed.map(say.day) ?? say("wave-no-day")
            }
        case .draw: return told("wave-why-draw") { WaveText.hexadecimal($0.draw) }
        case .number: return told("wave-why-number") { $0.candidate.number }
        }
    }
}
