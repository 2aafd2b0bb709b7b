extension DashboardPage {
    /// From rows in files to people chosen, and how many are left at each step.
    package struct Funnel: Sendable {
        package let rows: Int
        package let people: Int
        package let eligible: Int
        package let selected: Int
        package let waiting: Int

        package init(rows: Int, people: Int, eligible: Int, selected: Int, waiting: Int) {
            self.rows = rows
            self.people = people
            self.eligible = eligible
            self.selected = selected
            self.waiting = waiting
        }

        func view(_ say: Speech) -> [View] {
            [
                step(rows, say("funnel-rows"), nil, say),
                step(people, say("funnel-people"), PeopleFilter(), say),
                step(eligible, say("funnel-eligible"), PeopleFilter(outcome: .eligible), say),
                step(selected, say("funnel-selected"), PeopleFilter(outcome: .selected), say),
                step(waiting, say("funnel-waiting"), PeopleFilter(outcome: .waiting), say),
            ]
        }

        private func step(
            _ count: Int, _ name: String, _ filter: PeopleFilter?, _ say: Speech
        ) -> View {
            [
                "stepName": .text(name), "count": .text(say.number(count)),
                "length": .text(Bar.length(of: count, longest: max(rows, people))),
                "link": .part(filter.map { ["href": .text($0.address)] }),
            ]
        }
    }
}
