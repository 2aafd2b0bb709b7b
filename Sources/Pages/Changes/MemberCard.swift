package import Civic

/// On a person's page: where the person stands as a member.
package struct MemberCard: Sendable {
    package let head: MemberHead
    package let months: ClosedRange<Month>
    /// The first month that is not paid any more, and why.
    package let ended: (month: Month, reason: Phrase?)?
    /// Whether the reader may note what happened.
    package let mayChange: Bool
    /// The latest change that stands.
    package let change: Int?
    /// Whether the insurer was told of the end; nil for whoever stands, or never was at the insurer.
    package let told: Told?

    /// What became of telling the insurer.
    package enum Told: Sendable {
        case not
        case told(Day)
        /// It has ended the cover.
        case confirmed(Day)
        /// It did not find the number.
        case unknown(Day)

        fileprivate func text(_ say: Speech) -> String {
            switch self {
            case .not: say("member-not-told")
            case .told(let day): say("member-told-at", ["tanggal": say.day(day)])
            case .confirmed(let day): say("member-told-confirmed", ["tanggal": say.day(day)])
            case .unknown(let day): say("member-told-unknown", ["tanggal": say.day(day)])
            }
        }
    }

    package init(
        head: MemberHead, months: ClosedRange<Month>, ended: (month: Month, reason: Phrase?)?,
        mayChange: Bool, change: Int?, told: Told?
    ) {
        self.head = head
        self.months = months
        self.ended = ended
        self.mayChange = mayChange
        self.change = change
        self.told = told
    }

    func view(_ say: Speech) -> View {
        head.view(say).with([
            "promised": .text(
                "\(say.month(months.lowerBound)) – \(say.month(months.upperBound))"),
            "end": .part(
                ended.map { end in
                    [
                        "endText": .text(
                            [say.month(end.month), end.reason.map(say.text)].compactMap(\.self)
                                .joined(separator: ", "))
                    ]
                }),
            "told": .part(told.map { ["toldText": .text($0.text(say))] }),
            "note": .part(
                mayChange ? ["changeHref": .text(Address.newChange(head.number))] : nil),
            "known": .part(change.map { ["knownHref": .text(Address.change($0))] }),
        ])
    }
}
