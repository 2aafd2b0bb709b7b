package import Civic

/// `/kerja/risiko-putus`: whose cover may lapse, by when a payment saves it, who is in charge, and the
/// bridge from another fund; how long promises and money last.
package struct LapsesPage: Page {
    package static let template = "lapses"
    package static let room = Room.work
    package var section: NavigationItem? { .lapses }

    /// How many have so many unpaid months.
    package struct Count: Sendable {
        package let unpaid: Int
        package let people: Int
        package let isLapsed: Bool

        package init(unpaid: Int, people: Int, isLapsed: Bool) {
            self.unpaid = unpaid
            self.people = people
            self.isLapsed = isLapsed
        }
    }

    package struct Line: Sendable {
        package let number: String
        package let name: String
        package let village: String?
        package let unpaid: Int
        package let isLapsed: Bool
        package let safeDay: Day
        package let lapsesOn: Day
        package let fund: String?
        package let owner: Phrase?
        package let warned: Int

        package init(
            number: String, name: String, village: String?, unpaid: Int, isLapsed: Bool,
            safeDay: Day, lapsesOn: Day, fund: String?, owner: Phrase?, warned: Int
        ) {
            self.number = number
            self.name = name
            self.village = village
            self.unpaid = unpaid
            self.isLapsed = isLapsed
            self.safeDay = safeDay
            self.lapsesOn = lapsesOn
            self.fund = fund
            self.owner = owner
            self.warned = warned
        }
    }

    package struct Fund: Sendable {
        package let id: String
        package let title: String
        package let owner: Phrase?
        package let standing: Int
        /// The first month that somebody lacks, and how many do.
        package let gap: Month?
        package let lacking: Int
        package let moneyLasts: Month?
        package let months: [(month: Month, people: Int)]

        package init(
            id: String, title: String, owner: Phrase?, standing: Int, gap: Month?, lacking: Int,
            moneyLasts: Month?, months: [(month: Month, people: Int)]
        ) {
            self.id = id
            self.title = title
            self.owner = owner
            self.standing = standing
            self.gap = gap
            self.lacking = lacking
            self.moneyLasts = moneyLasts
            self.months = months
        }
    }

    /// What is chosen of the list, and the page behind this one.
    package struct Filter: Sendable {
        package let unpaid: Int?
        package let fund: String?
        package let next: String?

        package init(unpaid: Int?, fund: String?, next: String?) {
            self.unpaid = unpaid
            self.fund = fund
            self.next = next
        }
    }

    package let day: Day
    package let counts: [Count]
    package let notStarted: Int
    package let lines: [Line]
    package let funds: [Fund]
    package let filter: Filter
    /// Funds of companies and donors.
    package let bridges: [Choice]
    package let months: ClosedRange<Month>
    package let key: String
    package let problem: Problem?

    package init(
        day: Day, counts: [Count], notStarted: Int, lines: [Line], funds: [Fund],
        filter: Filter, bridges: [Choice], months: ClosedRange<Month>, key: String,
        problem: Problem? = nil
    ) {
        self.day = day
        self.counts = counts
        self.notStarted = notStarted
        self.lines = lines
        self.funds = funds
        self.filter = filter
        self.bridges = bridges
        self.months = months
        self.key = key
        self.problem = problem
    }

    package func view(_ say: Speech) -> View {
        let risk = counts.filter { $0.unpaid > 0 && !$0.isLapsed }.reduce(0) { $0 + $1.people }
        return [
            "title": .text(title(risk, say)),
            "asOf": .text(say("lapses-as-of", ["tanggal": say.day(day)])),
            "trouble": .part(problem.map { ["problemText": .text($0.sentence(say.language))] }),
            "counts": .list(counts.map { view($0, say) }),
            "notStartedText": .text(say.number(notStarted)),
            "filters": .list(filterLinks(say)),
            "isEmpty": .flag(lines.isEmpty),
            "hasLines": .flag(!lines.isEmpty),
            "lines": .list(lines.map { view($0, say) }),
            "next": .part(filter.next.map { ["nextHref": .text($0)] }),
            "bridge": .part(lines.isEmpty || bridges.isEmpty ? nil : bridgeView(say)),
            "noBridge": .flag(!lines.isEmpty && bridges.isEmpty),
            "hasFunds": .flag(!funds.isEmpty),
            "monthHeads": .list(
                (funds.first?.months ?? []).map { ["head": .text(say.shortMonth($0.month))] }),
            "funds": .list(funds.map { view($0, say) }),
            "warnings": .list(funds.filter { $0.gap != nil }.map { warning($0, say) }),
            "owners": .list(funds.filter { !$0.id.isEmpty }.map { owner($0, say) }),
        ]
    }

    private func title(_ risk: Int, _ say: Speech) -> String {
        risk == 0
            ? say("lapses-none")
            : say.counted(risk, one: "lapses-title-one", many: "lapses-title-many")
    }

    private func unpaidText(_ unpaid: Int, isLapsed: Bool, _ say: Speech) -> String {
        isLapsed
            ? say("lapses-lapsed")
            : say.counted(unpaid, one: "lapses-month", many: "lapses-months")
    }

    private func view(_ count: Count, _ say: Speech) -> View {
        [
            "countText": .text(unpaidText(count.unpaid, isLapsed: count.isLapsed, say)),
            "people": .text(say.number(count.people)),
            "countLink": .part(
                count.unpaid > 0 && count.people > 0
                    ? ["countHref": .text(Address.lapses(unpaid: count.unpaid, fund: nil))]
                    : nil),
            "countPlain": .flag(count.unpaid == 0 || count.people == 0),
        ]
    }

    private func filterLinks(_ say: Speech) -> [View] {
        guard filter.unpaid != nil || filter.fund != nil else { return [] }
        return [["clearHref": .text(Address.lapses), "clearText": .text(say("people-clear"))]]
    }

    private func view(_ line: Line, _ say: Speech) -> View {
        [
            "personHref": .text(Address.months(of: line.number)), "number": .text(line.number),
            "name": .text(line.name), "village": .text(line.village ?? "–"),
            "unpaid": .text(unpaidText(line.unpaid, isLapsed: line.isLapsed, say)),
            "safe": .text(line.isLapsed ? "–" : say.day(line.safeDay)),
            "lapse": .text(say("lapses-lapse", ["tanggal": say.day(line.lapsesOn)])),
            "isLate": .flag(!line.isLapsed && line.safeDay < day),
            "fundName": .text(line.fund ?? "–"),
            "owner": .text(line.owner.map(say.text) ?? say("lapses-no-owner")),
            "warned": .text(say("lapses-warned", ["jumlah": say.number(line.warned)])),
            "pickText": .text(say("lapses-pick", ["nama": line.name])),
        ]
    }

    private func bridgeView(_ say: Speech) -> View {
        [
            "bridgeHref": .text(Address.bridge), "key": .text(key),
            "bridges": .list(bridges.map { $0.view(say) }),
            "firstMonth": .text(months.lowerBound.iso), "lastMonth": .text(months.upperBound.iso),
        ]
    }

    private func view(_ fund: Fund, _ say: Speech) -> View {
        [
            "fundName": .text(fund.title), "standing": .text(say.number(fund.standing)),
            "cells": .list(
                fund.months.map { cell in
                    [
                        "cell": .text(say.number(cell.people)),
                        "isShort": .flag(cell.people < fund.standing),
                    ]
                }),
        ]
    }

    private func warning(_ fund: Fund, _ say: Speech) -> View {
        let values = [
            "dana": fund.title, "bulan": fund.gap.map(say.month) ?? "–",
            "jumlah": say.number(fund.lacking),
        ]
        guard let last = fund.moneyLasts else {
            return ["warningText": .text(say("lapses-gap", values))]
        }
        let until = ["sampai": say.month(last)]
        return [
            "warningText": .text(
                say("lapses-gap-money", values.merging(until) { first, _ in first }))
        ]
    }

    private func owner(_ fund: Fund, _ say: Speech) -> View {
        [
            "ownerHref": .text(Address.lapseOwner), "ownerFund": .text(fund.id),
            "ownerTitle": .text(fund.title),
            "ownerName": .text(fund.owner.map(say.text) ?? ""), "ownerKey": .text(key),
        ]
    }
}
