import Civic
import Ledger
import Store
import Synchronization
import Testing

@Suite struct LedgerConcurrencyTests {
    private static let tasks = 4
    private static let sets = 120
    private static let common = "apbd-2026"

    /// What one office does: its own fund and one that all share, whose money is scarce.
    private struct Office {
        let number: Int
        var random: SeededGenerator
        var made = 0
        /// Keys of transfers that were done, to be settled, voided, reversed or asked for again.
        var known: [Transfer] = []

        init(_ number: Int) {
            self.number = number
            random = SeededGenerator(seed: UInt64(number))
        }

        mutating func set() -> [Transfer] {
            (0..<Int.random(in: 1...60, using: &random)).map { _ in transfer() }
        }

        private mutating func transfer() -> Transfer {
            let chance = Int.random(in: 0..<1000, using: &random)
            if chance < 60, let again = known.randomElement(using: &random) { return again }
            made += 1
            let key = "office-\(number)/\(made)"
            guard chance >= 500, let original = known.randomElement(using: &random) else {
                let fund = chance % 2 == 0 ? common : "office-\(number)"
                return Transfer(key, movement(fund))
            }
            let step: Transfer.Step =
                switch chance % 3 {
                case 0: .settle(of: original.key, amount: chance % 2 == 0 ? nil : Rupiah(1))
                case 1: .void(of: original.key)
                default: .reverse(of: original.key)
                }
            // Most of what cannot be done is not asked for, or nearly every set would be refused.
            let isSensible = original.step.isHold == (chance % 3 != 2)
            guard isSensible || chance == 999 else { return Transfer(key, movement(common)) }
            known.removeAll { $0.key == original.key }
            return Transfer(key, step)
        }

        private mutating func movement(_ fund: String) -> Transfer.Step {
            let flows: [Flow] = [.allotment, .allotment, .allotment, .commitment, .payment]
            let flow = flows[Int.random(in: 0..<5, using: &random)]
            let most: Int64 = flow == .allotment ? 1000 : 40
            let amount = Rupiah(.random(in: 1...most, using: &random))
            let movement = Movement(fund: fund, flow, amount)
            return Bool.random(using: &random) ? .post(movement) : .hold(movement)
        }
    }

    private struct Outcome: Sendable {
        var done = 0
        var repeated = 0
        var refused: Set<String> = []
    }

    @Test(arguments: TestEngine.all)
    func `many at once come out as one after the other`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        let city = store.city
        let funds = (0..<LedgerConcurrencyTests.tasks).map { "office-\($0)" }
        for fund in funds + [LedgerConcurrencyTests.common] {
            try await city.openFund(fund, by: .test())
        }
        let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
            for number in 0..<LedgerConcurrencyTests.tasks {
                group.addTask { try await LedgerConcurrencyTests.work(number, city) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let done = outcomes.reduce(0) { $0 + $1.done }
        #expect(done > 2000 && outcomes.allSatisfy { $0.repeated > 0 })
        #expect(outcomes.contains { $0.refused.contains("ledger-below-zero") })

        // Done again one after the other, in the order of the store, every transfer is possible
        // and every account comes to the same.
        let lines = try await city.ledgerLines(limit: done + 1).reversed()
        #expect(lines.map(\.id) == Array(1...done))
        var book = Book()
        for fund in funds + [LedgerConcurrencyTests.common] { book.open(fund) }
        #expect(try book.apply(lines.map { $0.entry.asked }) == lines.map(\.entry))
        #expect(lines.allSatisfy { book[$0.entry.key]?.resolution == $0.resolution })
        #expect(try await city.ledgerAccounts() == book.accounts)
        #expect(try await city.checkLedger().fault == nil)
        #expect(try await city.verifyJournal().fault == nil)
    }

    private static func work(_ number: Int, _ city: CityStore) async throws -> Outcome {
        var office = Office(number)
        var outcome = Outcome()
        for round in 0..<sets {
            let set = office.set()
            let act = Act.test("office-\(number)/\(round)")
            do {
                let receipt = try await city.post(set, by: act)
                outcome.done += receipt.done
                outcome.repeated += receipt.repeated
                office.known += set.filter { $0.step.original == nil }
            } catch {
                outcome.refused.insert(error.code)
            }
        }
        return outcome
    }
}

extension Transfer.Step {
    fileprivate var isHold: Bool {
        if case .hold = self { return true }
        return false
    }
}

extension Entry {
    /// The transfer that this entry came of.
    fileprivate var asked: Transfer {
        let flow = Flow.allCases.first { $0.debit == debit && $0.credit == credit }
        let original = original ?? ""
        let step: Transfer.Step =
            switch kind {
            case .post, .hold:
                asked(kind, flow ?? .allotment)
            case .settle: .settle(of: original, amount: posted)
            case .void: .void(of: original)
            case .reverse: .reverse(of: original)
            }
        return Transfer(key, step, note: note)
    }

    private func asked(_ kind: Kind, _ flow: Flow) -> Transfer.Step {
        let amount = kind == .hold ? pending : posted
        let movement = Movement(fund: fund, flow, amount, for: purpose)
        return kind == .hold ? .hold(movement) : .post(movement)
    }
}
