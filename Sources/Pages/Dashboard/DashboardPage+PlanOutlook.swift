package import Civic

extension DashboardPage {
    /// What the plan costs, month by month, against the money there is.
    package struct PlanOutlook: Sendable {
        package let people: Int
        package let start: Month
        /// Cost of each promised month in order; the first is the cost of the start month.
        package let monthly: [Rupiah]
        /// Nil when no budget is known.
        package let budget: Rupiah?
        /// For how long the budget lasts for all these people, in tenths of a month, cut: 102 is
        /// 10.2.
        package let affordableTenths: Int
        /// How many people the budget pays for through all the months.
        package let affordablePeople: Int
        /// What is missing for the whole promise; zero when nothing is.
        package let shortfall: Rupiah

        package init(
            people: Int, start: Month, monthly: [Rupiah], budget: Rupiah?, affordableTenths: Int,
            affordablePeople: Int, shortfall: Rupiah
        ) {
            self.people = people
            self.start = start
            self.monthly = monthly
            self.budget = budget
            self.affordableTenths = affordableTenths
            self.affordablePeople = affordablePeople
            self.shortfall = shortfall
        }

        private var total: Rupiah { monthly.reduce(.zero, +) }

        private var cumulative: [Rupiah] {
            monthly.reduce(into: []) { sums, cost in sums.append((sums.last ?? .zero) + cost) }
        }

        func view(_ say: Speech) -> View {
            let chart = LineChart(
                cumulative: cumulative, start: start, limit: budget, sentence: finding(say))
            return [
                "finding": .text(finding(say)),
                "monthly": .text(say.money(monthly.first ?? .zero)),
                "monthsText": .text(
                    say(
                        "plan-months",
                        [
                            "jumlah": say.number(monthly.count), "mulai": say.month(start),
                            "orang": say.number(people),
                        ])),
                "total": .text(say.money(total)),
                "budget": .text(budget.map(say.money) ?? "–"),
                "lasts": .text(
                    budget == nil
                        ? "–" : say("plan-lasts", ["jumlah": say.tenths(affordableTenths)])),
                "isShort": .flag(isShort),
                "shortfall": .text(say.money(shortfall)),
                "warning": .part(warning(say)),
                "charts": .list([chart.view(.wide, say), chart.view(.narrow, say)]),
                "monthRows": .list(monthRows(say)),
            ]
        }

        private var isShort: Bool { shortfall > .zero }

        /// The first month that the money does not reach to its end.
        private var unpaidMonth: Month {
            let paid = cumulative.count { $0 <= budget ?? total }
            return start + min(paid, max(0, monthly.count - 1))
        }

        private func finding(_ say: Speech) -> String {
            guard budget != nil else {
                return say("plan-finding-open", ["jumlah": say.shortMoney(total)])
            }
            return isShort
                ? say(
                    "plan-finding-short",
                    ["bulan": say.month(unpaidMonth), "kurang": say.shortMoney(shortfall)])
                : say("plan-finding-enough", ["jumlah": say.number(monthly.count)])
        }

        private func warning(_ say: Speech) -> View? {
            guard isShort, let budget else { return nil }
            let sentence = say(
                "plan-warning",
                [
                    "anggaran": say.money(budget), "orang": say.number(people),
                    "lama": say.tenths(affordableTenths), "cukup": say.number(affordablePeople),
                    "bulan": say.number(monthly.count),
                ])
            return ["warningText": .text(sentence)]
        }

        private func monthRows(_ say: Speech) -> [View] {
            zip(monthly, cumulative).enumerated().map { index, sums in
                let left = budget.map { $0 - sums.1 }
                return [
                    "month": .text(say.month(start + index)),
                    "cost": .text(say.money(sums.0)),
                    "used": .text(say.money(sums.1)),
                    "left": .text(left.map(say.money) ?? "–"),
                    "isOver": .flag(left.map { $0 < .zero } ?? false),
                ]
            }
        }
    }
}
