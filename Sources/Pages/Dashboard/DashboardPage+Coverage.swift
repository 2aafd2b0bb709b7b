package import Civic

extension DashboardPage {
    /// How many workers would be covered, and who pays for them.
    package struct Coverage: Sendable {
        package struct Fund: Sendable {
            /// `apbd`, `csr`, `psr`; decides the colour.
            package let code: String
            package let name: Phrase
            package let people: Int

            package init(code: String, name: Phrase, people: Int) {
                self.code = code
                self.name = name
                self.people = people
            }
        }

        /// Everybody counted against: the insured and the eligible.
        package let workers: Int
        /// Workers who are insured already, without the programme.
        package let insured: Int
        /// People whom the plan would cover, by fund.
        package let funds: [Fund]

        package init(workers: Int, insured: Int, funds: [Fund]) {
            self.workers = workers
            self.insured = insured
            self.funds = funds
        }

        private var covered: Int { funds.reduce(insured) { $0 + $1.people } }

        func view(_ say: Speech) -> View {
            let insuredName = say("coverage-insured")
            let missing = max(0, workers - covered)
            var legend: [View] = [
                legendItem(insuredName, insured, look: "dana-peserta", href: nil, say)
            ]
            legend += funds.map { fund in
                legendItem(
                    say.text(fund.name), fund.people, look: "dana-\(fund.code)",
                    href: PeopleFilter(fund: fund.code).address, say)
            }
            legend.append(
                legendItem(
                    say("coverage-missing"), missing, look: "dana-belum",
                    href: PeopleFilter(outcome: .waiting).address, say))
            let parts =
                [StackedMeter.Part(look: "dana-peserta", count: insured)]
                + funds.map { StackedMeter.Part(look: "dana-\($0.code)", count: $0.people) }
            let sentence = say(
                "coverage-sentence",
                ["terlindungi": say.number(covered), "pekerja": say.number(workers)])
            return [
                "share": .text(say.percent(covered, of: workers)),
                "sentence": .text(sentence),
                "meter": .part(
                    StackedMeter(parts: parts, whole: workers, sentence: sentence).view()),
                "legend": .list(legend),
            ]
        }

        private func legendItem(
            _ name: String, _ count: Int, look: String, href: String?, _ say: Speech
        ) -> View {
            [
                "legendLook": .text(look), "legendName": .text(name),
                "legendCount": .text(say.number(count)),
                "link": .part(href.map { ["href": .text($0)] }),
            ]
        }
    }
}
