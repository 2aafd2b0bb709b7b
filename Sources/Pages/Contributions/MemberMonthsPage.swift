package import Civic

/// `/kerja/peserta/{number}/iuran`: the months of one member, and the way of each rupiah from the
/// fund to the payment.
package struct MemberMonthsPage: Page {
    package static let template = "member-months"
    package static let room = Room.work
    package var section: NavigationItem? { .contributions }

    package struct Line: Sendable {
        package let month: Month
        package let state: CoverBadge
        /// The month has begun, and is not paid.
        package let isUnpaid: Bool
        package let fund: String
        package let amount: Rupiah?

        package init(
            month: Month, state: CoverBadge, isUnpaid: Bool, fund: String, amount: Rupiah?
        ) {
            self.month = month
            self.state = state
            self.isUnpaid = isUnpaid
            self.fund = fund
            self.amount = amount
        }
    }

    /// What the law says of the paid months today.
    package struct Cover: Sendable {
        package enum Standing: Sendable {
            case notStarted, active
            case arrears(Int)
            case lapsed
        }
        package let standing: Standing
        package let lapsesOn: Day?
        package let safeDay: Day?
        /// When a natural death is paid in full.
        package let fullDeathFrom: Day?
        package let isFull: Bool

        package init(
            standing: Standing, lapsesOn: Day?, safeDay: Day?, fullDeathFrom: Day?, isFull: Bool
        ) {
            self.standing = standing
            self.lapsesOn = lapsesOn
            self.safeDay = safeDay
            self.fullDeathFrom = fullDeathFrom
            self.isFull = isFull
        }
    }

    /// One stop on the way of the money.
    package struct Stop: Sendable {
        package let label: Phrase
        package let value: String
        package let href: String?

        package init(label: Phrase, value: String, href: String? = nil) {
            self.label = label
            self.value = value
            self.href = href
        }
    }

    package struct Trace: Sendable {
        package let month: Month
        package let amount: Rupiah?
        package let state: CoverBadge
        package let stops: [Stop]

        package init(month: Month, amount: Rupiah?, state: CoverBadge, stops: [Stop]) {
            self.month = month
            self.amount = amount
            self.state = state
            self.stops = stops
        }
    }

    package let number: String
    package let name: String
    /// Whether the person has a page among the people of the last run.
    package let hasPersonPage: Bool
    package let cohort: Phrase?
    /// In order.
    package let lines: [Line]
    package let cover: Cover
    package let trace: Trace?

    package init(
        number: String, name: String, hasPersonPage: Bool, cohort: Phrase?, lines: [Line],
        cover: Cover, trace: Trace?
    ) {
        self.number = number
        self.name = name
        self.hasPersonPage = hasPersonPage
        self.cohort = cohort
        self.lines = lines
        self.cover = cover
        self.trace = trace
    }

    package func view(_ say: Speech) -> View {
        let paid = lines.count { $0.state == .paid }
        return [
            "title": .text(
                say(
                    "months-title",
                    [
                        "nama": name, "lunas": say.number(paid),
                        "jumlah": say.number(lines.count { $0.state != .void }),
                    ])),
            "number": .text(number),
            "person": .part(hasPersonPage ? ["personHref": .text(Address.person(number))] : nil),
            "cohort": .part(cohort.map { ["cohortName": .text(say.text($0))] }),
            "coverText": .text(coverText(say)),
            "coverLook": .text(coverLook),
            "deathText": .text(deathText(say)),
            "dots": .list(lines.map { dot($0, say) }),
            "lines": .list(lines.map { view($0, say) }),
            "trace": .part(trace.map { view($0, say) }),
            "noTrace": .flag(trace == nil),
        ]
    }

    private func coverText(_ say: Speech) -> String {
        switch cover.standing {
        case .notStarted: return say("months-not-started")
        case .active: return say("months-active")
        case .lapsed: return say("months-lapsed")
        case .arrears(let months):
            return say(
                "months-arrears",
                [
                    "jumlah": say.number(months),
                    "tanggal": cover.safeDay.map(say.day) ?? "–",
                    "putus": cover.lapsesOn.map(say.day) ?? "–",
                ])
        }
    }

    private var coverLook: String {
        switch cover.standing {
        case .notStarted: "abu"
        case .active: "bambu"
        case .arrears: "kunyit"
        case .lapsed: "bata"
        }
    }

    private func deathText(_ say: Speech) -> String {
        guard let day = cover.fullDeathFrom else { return say("months-death-none") }
        let values = ["tanggal": say.day(day)]
        return cover.isFull ? say("months-death-full", values) : say("months-death-from", values)
    }

    private func state(_ line: Line, _ say: Speech) -> String {
        line.isUnpaid ? say("cover-unpaid") : line.state.text(say)
    }

    /// ● paid, ◐ billed, ○ not due, ✕ unpaid.
    private func dot(_ line: Line, _ say: Speech) -> View {
        let sign: Icon =
            line.state == .paid
            ? .check : line.isUnpaid ? .cross : line.state == .billed ? .arrow : .ring
        let look: Look =
            line.state == .paid
            ? .green : line.isUnpaid ? .brick : line.state == .billed ? .blue : .grey
        return [
            "dotHref": .text(Address.months(of: number, line.month)),
            "dotText": .text("\(say.shortMonth(line.month)) \(state(line, say))"),
            "dotMonth": .text(say.shortMonth(line.month)), "dotPath": .text(sign.path),
            "dotLook": .text(look.rawValue),
        ]
    }

    private func view(_ line: Line, _ say: Speech) -> View {
        [
            "href": .text(Address.months(of: number, line.month)),
            "month": .text(say.month(line.month)), "fundName": .text(line.fund),
            "amount": .text(line.amount.map(say.money) ?? "–"),
            "badge": .part(
                line.isUnpaid && line.state != .billed
                    ? Badge.view(say("cover-unpaid"), .brick, .cross) : line.state.view(say)),
        ]
    }

    private func view(_ trace: Trace, _ say: Speech) -> View {
        let values = ["bulan": say.month(trace.month), "uang": trace.amount.map(say.money) ?? "–"]
        return [
            "traceTitle": .text(say("months-trace", values)),
            "traceBadge": .part(trace.state.view(say)),
            "stops": .list(
                trace.stops.map { stop in
                    [
                        "stopLabel": .text(say.text(stop.label)), "stopValue": .text(stop.value),
                        "stopLink": .part(stop.href.map { ["stopHref": .text($0)] }),
                        "stopPlain": .flag(stop.href == nil),
                    ]
                }),
        ]
    }
}
