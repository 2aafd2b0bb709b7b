import Civic
import Testing

@testable import Programme

/// Every person of a month falls on exactly one pile.
struct ReconcilingTests {
    private static let price = Rupiah(16_800)
    private static let day = Day(number: 20_454)

    private func ours(
        _ number: String, _ state: MemberState = .active, isDisputed: Bool = false
    ) -> OurMonth {
        OurMonth(
            number: number, state: state, participant: state == .active ? "K\(number)" : nil,
            activeFrom: state == .active ? Self.day : nil, cause: nil, amount: Self.price,
            isDisputed: isDisputed)
    }

    private func theirs(
        _ number: String?, stranger: Int? = nil, participant: String? = nil, day: Day? = nil,
        amount: Rupiah? = price, isNamedOtherwise: Bool = false, state: MemberState? = nil
    ) -> TheirMonth {
        TheirMonth(
            number: number, stranger: stranger, participant: participant, day: day,
            amount: amount, isNamedOtherwise: isNamedOtherwise, state: state)
    }

    private func pile(_ ours: [OurMonth], _ theirs: [TheirMonth]) -> [String] {
        Reconciling.run(ours: ours, theirs: theirs).lines.map { line in
            let who = line.number ?? "#\(line.stranger ?? 0)"
            let differences = line.differences.map { " \($0.rawValue)" }.joined()
            let cause = line.cause.map { " (\($0.rawValue))" } ?? ""
            return "\(who) \(line.pile.rawValue)\(cause)\(differences)"
        }
    }

    @Test func everyPileIsExplained() {
        let found = pile(
            [
                ours("a"), ours("b", .refused), ours("c", .determined), ours("d", .enrolled),
                ours("e"), ours("f", .enrolled, isDisputed: true), ours("g", .refused),
            ],
            [
                theirs("a"), theirs("g"), theirs("x", state: .ended), theirs("y", state: .active),
                theirs(nil, stranger: 7),
            ])
        #expect(
            found == [
                "a matched", "b refused (refused)", "c ours-only (not-sent)",
                "d ours-only (unanswered)", "e ours-only (not-listed)", "f ours-only (disputed)",
                "g refused (refused) listed", "x theirs-only (ended)",
                "y theirs-only (other-month)", "#7 theirs-only (stranger)",
            ])
    }

    @Test func whatDiffersIsTold() {
        let found = pile(
            [ours("a"), ours("b"), ours("c"), ours("d"), ours("e")],
            [
                theirs("a", isNamedOtherwise: true), theirs("b", amount: Rupiah(8_400)),
                theirs("c", participant: "Z", day: Self.day + 1), theirs("d"), theirs("d"),
                theirs("e", participant: "Ke", day: Self.day, amount: nil),
            ])
        #expect(
            found == [
                "a matched name", "b matched amount", "c matched participant start",
                "d matched twice", "e matched",
            ])
    }

    /// 26 people are missing of 11,666 (users.md, J7).
    @Test func theExampleOfTheBranch() {
        let all = (0..<11_666).map { "p\(NumberText.padded($0, to: 5))" }
        let done = Reconciling.run(
            ours: all.enumerated().map { ours($1, $0 < 20 ? .refused : .active) },
            theirs: all.dropFirst(26).map { theirs($0) })
        #expect((done.theirPeople, done.ourPeople) == (11_640, 11_666))
        #expect(done.count(.refused) + done.count(.oursOnly) == 26)
        #expect(done.ourAmount == Self.price * (11_666 - 20))
    }

    @Test func pilesPartitionTheUnion() {
        var random = SeededGenerator(seed: 20)
        for round in 0..<400 {
            let width = round % 40 + 1
            let states: [MemberState] = [.determined, .enrolled, .active, .refused]
            let mine = Set((0..<width).map { _ in Int.random(in: 0..<width, using: &random) })
                .map { ours("n\($0)", states[$0 % 4]) }.shuffled(using: &random)
            let rows = (0..<width).map { _ in
                let draw = Int.random(in: 0..<(width * 2), using: &random)
                return draw < width
                    ? theirs("n\(draw)", state: .active) : theirs(nil, stranger: draw)
            }
            let done = Reconciling.run(ours: mine, theirs: rows)
            let known = Set(mine.map(\.number)).union(rows.compactMap(\.number))
            let strangers = Set(rows.compactMap(\.stranger))
            #expect(done.lines.compactMap(\.number).sorted() == known.sorted())
            #expect(done.lines.compactMap(\.stranger) == strangers.sorted())
            #expect(Pile.allCases.reduce(0) { $0 + done.count($1) } == done.lines.count)
            #expect(done.ourPeople == mine.count)
            #expect(done.theirPeople == Set(rows.compactMap(\.number)).count + strangers.count)
            // The order in which rows come does not matter.
            let again = Reconciling.run(ours: mine.shuffled(using: &random), theirs: rows)
            #expect(again == done)
        }
    }
}
