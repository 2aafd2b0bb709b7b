import Civic
import Testing

@testable import Programme

/// What follows from a change, compared with an oracle that looks at one month at a time, and with
/// the words of users.md J9.
@Suite struct ChangeEffectTests {
    private static let start = Month(year: 2026, month: 1)
    private static let price = Rupiah(16_800)

    private static func kind(
        _ stops: ChangeKind.Stop, _ paid: ChangeKind.PaidMonths, _ claim: ClaimKind? = nil
    ) -> ChangeKind {
        ChangeKind(
            id: "x", name: Phrase("x", en: "x"), reason: "A13", stops: stops, paidMonths: paid,
            claim: claim, isForArea: true,
            evidence: ["e"], signs: [], isBeforeActive: false, source: Citation(id: "s", title: "s")
        )
    }

    private static let death = kind(.unpaidMonth, .refund, .death)
    private static let moved = kind(.nextMonth, .keep)
    private static let double = kind(.sameMonth, .refund)

    private func months(_ states: [CoverState]) -> [PaidCover] {
        states.enumerated().map { place, state in
            PaidCover(month: Self.start + place, state: state, money: Self.price)
        }
    }

    private func day(_ month: Int, _ day: Int) -> Day {
        (Self.start + (month - 1)).firstDay + (day - 1)
    }

    /// "Tanggal meninggal 2 Maret, iuran Maret sudah dibayar. Jangan hentikan dulu."
    @Test func `a death in a paid month keeps that month`() {
        let effect = ChangeEffect(
            Self.death, on: day(3, 2),
            months: months([.paid, .paid, .paid, .promised, .promised, .promised]))
        #expect(effect.isMonthPaid)
        #expect(effect.ended == Self.start + 3)
        #expect(effect.lastCovered == Self.start + 2)
        #expect(effect.released.count == 3)
        #expect(effect.releasedMoney == Rupiah(50_400))
        #expect(effect.refundable.isEmpty)
        #expect(effect.claim == .death)
    }

    @Test func `a death before the month was paid ends with the month before`() {
        let effect = ChangeEffect(
            Self.death, on: day(3, 2), months: months([.paid, .paid, .promised, .promised]))
        #expect(!effect.isMonthPaid)
        #expect(effect.ended == Self.start + 2)
        #expect(effect.lastCovered == Self.start + 1)
        #expect(effect.released.map(\.month) == [Self.start + 2, Self.start + 3])
    }

    @Test func `months paid after a death are asked back, and those of whoever moves stay`() {
        let states: [CoverState] = [.paid, .paid, .paid, .paid, .promised]
        let dead = ChangeEffect(Self.death, on: day(2, 20), months: months(states))
        #expect(dead.refundable.map(\.month) == [Self.start + 2, Self.start + 3])
        #expect(dead.refundMoney == Rupiah(33_600))
        #expect(dead.lastCovered == Self.start + 1)
        let gone = ChangeEffect(Self.moved, on: day(2, 20), months: months(states))
        #expect(gone.refundable.isEmpty)
        #expect(gone.ended == Self.start + 4)
        #expect(gone.lastCovered == Self.start + 3)
        #expect(gone.released.map(\.month) == [Self.start + 4])
    }

    @Test func `whoever is found twice is not owed the month of the day either`() {
        let effect = ChangeEffect(
            Self.double, on: day(2, 1), months: months([.paid, .paid, .billed, .promised]))
        #expect(effect.ended == Self.start + 1)
        #expect(effect.refundable.map(\.month) == [Self.start + 1])
        #expect(effect.onBill.map(\.month) == [Self.start + 2])
        #expect(effect.released.map(\.month) == [Self.start + 3])
    }

    @Test func `an unpaid month before the end is still owed`() {
        let effect = ChangeEffect(
            Self.moved, on: day(3, 31), months: months([.paid, .promised, .billed, .promised]))
        #expect(effect.owed.map(\.month) == [Self.start + 1, Self.start + 2])
        #expect(effect.released.map(\.month) == [Self.start + 3])
    }

    /// What becomes of one month, said without reckoning the end first.
    private enum Fate { case stays, owed, released, onBill, refunded }

    private func fate(
        _ month: PaidCover, _ kind: ChangeKind, _ event: Month, _ states: [Month: CoverState]
    ) -> Fate {
        var isBefore = month.month < event
        if month.month == event {
            switch kind.stops {
            case .nextMonth: isBefore = true
            case .sameMonth: isBefore = false
            case .unpaidMonth: isBefore = month.state == .paid || month.state == .billed
            }
        }
        if kind.paidMonths == .keep, month.month >= event, !isBefore || month.month > event {
            // Everything from the first month after the event up to here is paid.
            var earlier = kind.stops == .nextMonth ? event + 1 : event
            if kind.stops == .unpaidMonth, states[event] == .paid || states[event] == .billed {
                earlier = event + 1
            }
            var isRun = true
            while earlier <= month.month {
                if states[earlier] != .paid { isRun = false }
                earlier = earlier + 1
            }
            if isRun { isBefore = true }
        }
        switch month.state {
        case .void, .refunded: return .stays
        case .paid: return isBefore || kind.paidMonths == .keep ? .stays : .refunded
        case .promised: return isBefore ? .owed : .released
        case .billed: return isBefore ? .owed : .onBill
        }
    }

    @Test func `every month has one fate, the same that an oracle gives it`() {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<20_000 {
            let stops = ChangeKind.Stop.allCases[Int.random(in: 0..<3, using: &random)]
            let paid = ChangeKind.PaidMonths.allCases[Int.random(in: 0..<2, using: &random)]
            let kind = Self.kind(stops, paid)
            var months: [PaidCover] = []
            for place in 0..<Int.random(in: 0...14, using: &random)
            where Int.random(in: 0..<8, using: &random) > 0 {
                let state = CoverState.allCases[
                    min(Int.random(in: 0..<8, using: &random), 6) % 5]
                months.append(
                    PaidCover(
                        month: Self.start + place, state: state,
                        money: Rupiah(Int64.random(in: 1...20_000, using: &random))))
            }
            months.shuffle(using: &random)
            let day = Self.start.firstDay + Int.random(in: -60...480, using: &random)
            let effect = ChangeEffect(kind, on: day, months: months)
            let states = Dictionary(uniqueKeysWithValues: months.map { ($0.month, $0.state) })
            let fates = Dictionary(
                grouping: months.sorted { $0.month < $1.month }
            ) { fate($0, kind, day.month, states) }
            #expect(effect.released == fates[.released] ?? [])
            #expect(effect.onBill == fates[.onBill] ?? [])
            #expect(effect.refundable == fates[.refunded] ?? [])
            #expect(effect.owed == fates[.owed] ?? [])
            #expect(
                effect.lastCovered
                    == (fates[.stays] ?? []).last { $0.state == .paid }?.month)
            #expect(
                effect.releasedMoney.amount
                    == (fates[.released] ?? []).reduce(0) { $0 + $1.money.amount })
        }
    }
}
