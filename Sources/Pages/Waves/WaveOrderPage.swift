import Civic
package import Programme

/// `/kerja/gelombang/{id}/urutan`: by which rule people were put in order, what each village has,
/// and all that is needed to make the order again.
package struct WaveOrderPage: Page {
    package static let template = "wave-order"
    package static let room = Room.work
    package var section: NavigationItem? { .waves }

    package struct Village: Sendable {
        /// Nil for people of whom none is known.
        package let name: String?
        /// Nil where its list cannot be opened yet.
        package let href: String?
        package let eligible: Int
        package let places: Int
        /// The last place that was chosen.
        package let last: Int?

        package init(name: String?, href: String?, eligible: Int, places: Int, last: Int?) {
            self.name = name
            self.href = href
            self.eligible = eligible
            self.places = places
            self.last = last
        }
    }

    /// How the order was settled.
    package struct Frozen: Sendable {
        package let seed: UInt64
        package let digest: String
        package let login: String
        package let at: Moment
        /// Nil while nobody asked for a check.
        package let isRight: Bool?

        package init(
            seed: UInt64, digest: String, login: String, at: Moment, isRight: Bool?
        ) {
            self.seed = seed
            self.digest = digest
            self.login = login
            self.at = at
            self.isRight = isRight
        }
    }

    package let head: WaveHead
    package let rule: WaveRule
    package let villages: [Village]
    /// Nil while the wave is a draft.
    package let frozen: Frozen?

    package init(head: WaveHead, rule: WaveRule, villages: [Village], frozen: Frozen?) {
        self.head = head
        self.rule = rule
        self.villages = villages
        self.frozen = frozen
    }

    private var eligible: Int { villages.reduce(0) { $0 + $1.eligible } }
    private var places: Int { villages.reduce(0) { $0 + $1.places } }

    package func view(_ say: Speech) -> View {
        head.view(.order, say).with([
            "title": .text(title(say)),
            "ruleText": .text(say("wave-rule", ["minimal": say.number(rule.floor)])),
            "gap": .part(gap(say).map { ["gapText": .text($0)] }),
            "steps": .list(steps(say).map { ["step": .text($0)] }),
            "frozen": .part(frozen.map { view($0, say) }),
            "isDraft": .flag(frozen == nil),
            "hasVillages": .flag(!villages.isEmpty),
            "villages": .list(villages.map { view($0, say) }),
            "eligibleSum": .text(say.number(eligible)), "placesSum": .text(say.number(places)),
            "waitingSum": .text(say.number(eligible - places)),
        ])
    }

    private func title(_ say: Speech) -> String {
        let values = [
            "nama": head.title, "orang": say.number(places),
            "tunggu": say.number(eligible - places),
        ]
        return frozen == nil
            ? say("wave-order-title-draft", values) : say("wave-order-title", values)
    }

    private func gap(_ say: Speech) -> String? {
        guard eligible < head.quota else { return nil }
        return say(
            "wave-gap",
            [
                "kuota": say.number(head.quota), "layak": say.number(eligible),
                "sisa": say.number(head.quota - eligible),
            ])
    }

    private func steps(_ say: Speech) -> [String] {
        [
            say("wave-step-decile", ["desil": WaveWords.groups(rule, say)]),
            say("wave-step-hazard"), say("wave-step-proposed"),
            frozen.map { say("wave-step-draw", ["benih": "\($0.seed)"]) }
                ?? say("wave-step-draw-open"),
        ]
    }

    private func view(_ village: Village, _ say: Speech) -> View {
        [
            "villageName": .text(village.name ?? say("wave-no-village")),
            "href": .text(village.href ?? ""), "hasList": .flag(village.href != nil),
            "eligible": .text(say.number(village.eligible)),
            "places": .text(say.number(village.places)),
            "waiting": .text(say.number(village.eligible - village.places)),
            "last": .text(village.last.map(say.number) ?? "–"),
        ]
    }

    private func view(_ frozen: Frozen, _ say: Speech) -> View {
        [
            "frozenText": .text(
                say(
                    "wave-frozen-text",
                    ["nama": frozen.login, "waktu": say.moment(frozen.at)])),
            "seed": .text("\(frozen.seed)"), "digest": .text(frozen.digest),
            "ruleCode": .text(rule.text),
            "checkHref": .text(Address.waveOrder(head.id) + "?periksa=1"),
            "isUnchecked": .flag(frozen.isRight == nil),
            "isRight": .flag(frozen.isRight == true),
            "isWrong": .flag(frozen.isRight == false),
            "csvHref": .text(Address.waveFile(head.id, "csv")),
            "xlsxHref": .text(Address.waveFile(head.id, "xlsx")),
            "textHref": .text(Address.waveFile(head.id, "txt")),
            "pdfHref": .text(Address.waveFile(head.id, "pdf")),
        ]
    }
}

/// Deciles and their groups in words.
enum WaveWords {
    /// `1–3, lalu 4–5`.
    static func groups(_ rule: WaveRule, _ say: Speech) -> String {
        rule.decileGroups.map(span).joined(separator: ", \(say("wave-then")) ")
    }

    static func group(_ decile: Int?, _ rule: WaveRule, _ say: Speech) -> String {
        let group = rule.group(of: decile)
        return group < rule.decileGroups.count
            ? span(rule.decileGroups[group]) : say("wave-decile-none")
    }

    private static func span(_ deciles: [Int]) -> String {
        guard let first = deciles.min(), let last = deciles.max(), first < last else {
            return deciles.map(String.init).joined(separator: ", ")
        }
        return last - first + 1 == deciles.count
            ? "\(first)–\(last)" : deciles.map(String.init).joined(separator: ", ")
    }
}
