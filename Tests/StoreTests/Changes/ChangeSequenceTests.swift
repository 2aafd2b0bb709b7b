import Civic
import Programme
import Testing

@testable import Store

/// Whatever happens in whatever order: nobody is in two states, the history tells the state, and the
/// money is that of the months.
@Suite struct ChangeSequenceTests {
    @Test(arguments: TestEngine.all, [1, 2, 3])
    func `random changes, take-backs, late payments and refunds keep months and money together`(
        _ kind: TestEngine, _ seed: UInt64
    ) async throws {
        let setup = try await ChangeCity(kind, members: 5, months: 6)
        var random = SeededGenerator(seed: seed)
        var noted: [Int] = []
        var deaths: Set<String> = []
        let kinds = [ChangeCity.death, ChangeCity.moved, ChangeCity.refused]
        for step in 0..<60 {
            let number = setup.members[Int.random(in: 0..<5, using: &random)]
            let day = ChangeCity.day(1, 1) + Int.random(in: 0...100, using: &random)
            switch Int.random(in: 0..<10, using: &random) {
            case 0...2:
                let kind = kinds[Int.random(in: 0..<3, using: &random)]
                let change = await attempt {
                    try await setup.note(number, kind, day, key: "n\(step)")
                }
                if let change {
                    noted.append(change.id)
                    if kind.claim != nil { deaths.insert(number) }
                }
            case 3...4:
                guard let id = noted.randomElement(using: &random) else { continue }
                let isBack = await attempt {
                    try await setup.city.takeBackChange(id, in: .city, by: setup.act("t\(step)"))
                }
                if isBack == true {
                    let record = try #require(try await setup.city.change(id, in: .city))
                    if record.summary.kind == "death" { deaths.remove(record.summary.number) }
                    noted.removeAll { $0 == id }
                }
            case 5:
                guard let id = noted.randomElement(using: &random) else { continue }
                _ = await attempt {
                    try await setup.city.correctChange(
                        id, to: day, ChangeCity.policy, in: .city, by: setup.act("c\(step)"))
                }
            case 6:
                try await setup.bill(
                    ChangeCity.january + Int.random(in: 0..<6, using: &random), step + 1)
            case 7...8:
                await refund(setup, step, &random)
            default: try await setup.pay(Int.random(in: 1...(step + 1), using: &random))
            }
            try await check(setup, deaths, "step \(step)")
        }
        #expect(try await setup.store.count("member_change") > 3)
        // What is left comes back in the end, each month once.
        for (step, deed) in [RefundStep.ask, .receive].enumerated() {
            for standing in [RefundStanding.open, .asked] {
                await settle(setup, deed, standing, "end \(step) \(standing)")
            }
        }
        try await check(setup, deaths, "end")
        #expect(
            try await setup.city.waitingRefunds(ChangeCity.policy, in: .city).count == 0)
    }

    /// Asks for months, notes that some came back, or withdraws requests: of whatever stands so, and
    /// now and then of what does not any more.
    private func refund(
        _ setup: ChangeCity, _ step: Int, _ random: inout SeededGenerator
    ) async {
        let deeds: [RefundStep] = [.ask, .ask, .receive, .receive, .withdraw]
        let deed = deeds[Int.random(in: 0..<deeds.count, using: &random)]
        let standing = RefundStanding.allCases[Int.random(in: 0..<3, using: &random)]
        await settle(setup, deed, standing, "r\(step)")
    }

    private func settle(
        _ setup: ChangeCity, _ deed: RefundStep, _ standing: RefundStanding, _ key: String
    ) async {
        await attempt {
            let rows = try await setup.city.refunds(
                ChangeCity.policy, standing: standing, in: .city, limit: 99)
            _ = try await setup.city.settleRefunds(
                RefundDeed(
                    deed, .some(rows.map(\.due.place)), on: Day.jakarta(at: ChangeCity.now),
                    document: "S-\(key)"), ChangeCity.policy, in: .city, by: setup.act(key))
        }
    }

    /// What the verb returned; nil when it refused, which must have changed nothing.
    @discardableResult
    private func attempt<T>(_ body: () async throws -> T) async -> T? { try? await body() }

    private func check(
        _ setup: ChangeCity, _ deaths: Set<String>, _ step: String
    ) async throws {
        for number in setup.members {
            let record = try #require(try await setup.city.member(number, in: .city))
            let replayed = try replay(record.events)
            #expect(replayed.state == record.member.state, "\(step) \(number)")
            #expect(replayed.cause == record.member.cause, "\(step) \(number)")
            if let ended = record.member.endedMonth {
                #expect(
                    record.months.allSatisfy { $0.month < ended || $0.state != .promised },
                    "\(step) \(number)")
            } else {
                #expect(record.months.allSatisfy { $0.state != .void }, "\(step) \(number)")
            }
        }
        let open = try await setup.city.claims(in: .city, limit: 99).filter { $0.state == .open }
        #expect(Set(open.map(\.number)) == deaths, "\(step)")
        #expect(open.count == deaths.count, "\(step)")
        #expect(try await setup.city.membersAtOdds() == [], "\(step)")
        try await setup.checkMoney()
        try await setup.checkInsurer()
    }

    /// Where the history leaves somebody, found from its events alone: what takes a change back
    /// leads to where the member stood before it.
    private func replay(_ events: [MemberEvent]) throws -> (state: MemberState, cause: String?) {
        var states: [(state: MemberState, cause: String?)] = []
        var before: [String: (state: MemberState, cause: String?)] = [:]
        for event in events {
            let document = try #require(event.document)
            switch event.event {
            case "accept": states.append((.active, nil))
            case "end":
                let now = try #require(states.last)
                #expect(now.state.next.contains(.ended))
                before[document] = now
                states.append((.ended, event.cause))
            case "note":
                let now = try #require(states.last)
                #expect(!now.state.isStanding)
                before[document] = now
                states.append(now)
            case "refund": break
            case "restore": states.append(try #require(before[document]))
            default: Issue.record("\(event.event)")
            }
            #expect(event.state == states.last?.state)
        }
        return try #require(states.last)
    }
}
