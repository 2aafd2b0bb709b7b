package import Civic

extension PersonPage {
    /// Where a person stands among the eligible, and by which facts.
    package struct Rank: Sendable {
        /// From 1.
        package let position: Int
        /// How many are ranked.
        package let of: Int
        /// The people who stand together in the first step, as deciles: `1...3`.
        package let decileGroup: ClosedRange<Int>?
        package let decile: Int?
        /// 1 is the most dangerous occupation.
        package let hazard: Int?
        package let proposed: Day?
        package let village: String?
        /// From 1, among the waiting of the village; nil for the selected.
        package let villagePosition: Int?
        /// Who pays, for the selected.
        package let fund: Phrase?

        package init(
            position: Int, of: Int, decileGroup: ClosedRange<Int>?, decile: Int?, hazard: Int?,
            proposed: Day?, village: String?, villagePosition: Int?, fund: Phrase?
        ) {
            self.position = position
            self.of = of
            self.decileGroup = decileGroup
            self.decile = decile
            self.hazard = hazard
            self.proposed = proposed
            self.village = village
            self.villagePosition = villagePosition
            self.fund = fund
        }

        func view(_ say: Speech) -> View {
            [
                "position": .text(
                    say("rank-position", ["nomor": say.number(position), "semua": say.number(of)])),
                "steps": .list(steps(say).map { ["step": .text($0)] }),
                "waiting": .part(waiting(say)),
                "payer": .part(fund.map { ["fundName": .text(say.text($0))] }),
            ]
        }

        /// The rule in the order in which it decides.
        private func steps(_ say: Speech) -> [String] {
            [
                decileStep(say),
                hazard.map { say("rank-hazard", ["tingkat": "\($0)"]) } ?? say("rank-hazard-none"),
                proposed.map { say("rank-proposed", ["tanggal": say.day($0)]) }
                    ?? say("rank-proposed-none"),
                say("rank-draw"),
            ]
        }

        private func decileStep(_ say: Speech) -> String {
            guard let decile, let decileGroup else { return say("rank-decile-none") }
            return say(
                "rank-decile",
                [
                    "desil": "\(decile)", "dari": "\(decileGroup.lowerBound)",
                    "sampai": "\(decileGroup.upperBound)",
                ])
        }

        private func waiting(_ say: Speech) -> View? {
            guard let village, let villagePosition else { return nil }
            let sentence = say(
                "rank-waiting", ["nomor": say.number(villagePosition), "kelurahan": village])
            return ["waitingText": .text(sentence)]
        }
    }
}
