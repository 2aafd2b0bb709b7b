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

    package init(
        head: MemberHead, months: ClosedRange<Month>, ended: (month: Month, reason: Phrase?)?,
        mayChange: Bool, change: Int?
    ) {
        self.head = head
        self.months = months
        self.ended = ended
        self.mayChange = mayChange
        self.change = change
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
            "note": .part(
                mayChange ? ["changeHref": .text(Address.newChange(head.number))] : nil),
            "known": .part(change.map { ["knownHref": .text(Address.change($0))] }),
        ])
    }
}
