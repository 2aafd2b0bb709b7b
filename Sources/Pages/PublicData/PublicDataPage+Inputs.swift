package import Civic

extension PublicDataPage {
    package struct Totals: Sendable {
        /// Everybody whom the lists name.
        package let people: Int
        package let eligible: Int
        package let selected: Int
        package let waiting: Int
        package let ineligible: Int
        /// Still to be judged by a person.
        package let review: Int

        package init(
            people: Int, eligible: Int, selected: Int, waiting: Int, ineligible: Int, review: Int
        ) {
            self.people = people
            self.eligible = eligible
            self.selected = selected
            self.waiting = waiting
            self.ineligible = ineligible
            self.review = review
        }

        /// People, eligible, selected, waiting, ineligible and in review, as they may be published:
        /// the eligible are the selected and the waiting, everybody is eligible, ineligible or in
        /// review.
        package var publishable: [SmallCells.Cell] {
            SmallCells.publishable(
                [people, eligible, selected, waiting, ineligible, review],
                sums: [[1, 2, 3], [0, 1, 4, 5]])
        }
    }

    package struct District: Sendable {
        package let name: String
        /// Place on the tile map, from 0 at the top left.
        package let row: Int
        package let column: Int
        package let selected: Int
        package let waiting: Int

        package init(name: String, row: Int, column: Int, selected: Int, waiting: Int) {
            self.name = name
            self.row = row
            self.column = column
            self.selected = selected
            self.waiting = waiting
        }

        var eligible: Int { selected + waiting }
    }

    package struct Group: Sendable {
        package let name: Phrase
        package let people: Int

        package init(name: Phrase, people: Int) {
            self.name = name
            self.people = people
        }
    }

    package struct AgeBand: Sendable {
        /// Ages in completed years, both ends included.
        package let years: ClosedRange<Int>
        package let women: Int
        package let men: Int

        package init(years: ClosedRange<Int>, women: Int, men: Int) {
            self.years = years
            self.women = women
            self.men = men
        }
    }
}
