import Civic
import Ledger

/// A ledger as a child would keep it: purses with money in them, and slips of paper for what is
/// promised. It shares no arithmetic with ``Book``.
struct SlowLedger {
    struct Purse: Equatable {
        /// Below zero for the purse of the giver, who begins with nothing.
        var money: Int64 = 0
        var promisedAway: Int64 = 0
        var promisedHere: Int64 = 0
        /// All that ever went out and came in.
        var out: Int64 = 0
        var into: Int64 = 0
    }

    struct Slip {
        let transfer: Transfer
        let fund: String
        let from: AccountKind
        let to: AccountKind
        let amount: Int64
        var isPromise: Bool
        var isMove: Bool
        var ended: Ending?
    }

    enum Ending {
        case kept
        case broken
        case undone
    }

    private(set) var purses: [String: [AccountKind: Purse]] = [:]
    private(set) var slips: [String: Slip] = [:]

    init(funds: [String]) {
        for fund in funds {
            for kind in AccountKind.allCases { purses[fund, default: [:]][kind] = Purse() }
        }
    }

    /// All or nothing; tells the place and fault of the first that cannot be done.
    mutating func apply(_ transfers: [Transfer]) -> (position: Int, fault: LedgerFault)? {
        let purses = purses
        var touched: [(String, Slip?)] = []
        for (position, transfer) in transfers.enumerated() {
            let original = transfer.step.original
            for key in [transfer.key, original].compactMap(\.self) {
                touched.append((key, slips[key]))
            }
            if let fault = attempt(transfer) {
                self.purses = purses
                for (key, slip) in touched.reversed() { slips[key] = slip }
                return (position, fault)
            }
        }
        return nil
    }

    private mutating func attempt(_ transfer: Transfer) -> LedgerFault? {
        if transfer.key.isEmpty || transfer.key.utf8.count > 200 { return .keyUnusable }
        switch transfer.step {
        case .post(let move), .hold(let move):
            if move.amount.amount < 1 || move.amount.amount > 1_000_000_000_000_000 {
                return .amountUnusable
            }
        case .settle(_, let amount?):
            if amount.amount < 1 || amount.amount > 1_000_000_000_000_000 {
                return .amountUnusable
            }
        default: break
        }
        if let slip = slips[transfer.key] { return slip.transfer == transfer ? nil : .keyTaken }
        switch transfer.step {
        case .post(let move): return begin(transfer, move, isPromise: false)
        case .hold(let move): return begin(transfer, move, isPromise: true)
        case .settle(let key, let amount): return end(transfer, key, pays: true, amount?.amount)
        case .void(let key): return end(transfer, key, pays: false, nil)
        case .reverse(let key): return undo(transfer, key)
        }
    }

    private mutating func begin(
        _ transfer: Transfer, _ move: Movement, isPromise: Bool
    ) -> LedgerFault? {
        if purses[move.fund] == nil { return .fundUnknown }
        let (from, to, amount) = (move.flow.debit, move.flow.credit, move.amount.amount)
        let fault =
            isPromise
            ? change(move.fund, from, to, moved: 0, promised: amount)
            : change(move.fund, from, to, moved: amount, promised: 0)
        if let fault { return fault }
        slips[transfer.key] = Slip(
            transfer: transfer, fund: move.fund, from: from, to: to, amount: amount,
            isPromise: isPromise, isMove: !isPromise)
        return nil
    }

    private mutating func end(
        _ transfer: Transfer, _ key: String, pays: Bool, _ amount: Int64?
    ) -> LedgerFault? {
        guard let slip = slips[key] else { return .originalUnknown }
        if !slip.isPromise { return .notHeld }
        if let ended = slip.ended { return ended == .kept ? .settledBefore : .voidedBefore }
        let paid = pays ? amount ?? slip.amount : 0
        if paid > slip.amount { return .aboveHeld }
        let fault = change(
            slip.fund, slip.from, slip.to, moved: paid, promised: -slip.amount)
        if let fault { return fault }
        slips[key]?.ended = pays ? .kept : .broken
        slips[transfer.key] = Slip(
            transfer: transfer, fund: slip.fund, from: slip.from, to: slip.to, amount: paid,
            isPromise: false, isMove: pays)
        return nil
    }

    private mutating func undo(_ transfer: Transfer, _ key: String) -> LedgerFault? {
        guard let slip = slips[key] else { return .originalUnknown }
        if !slip.isMove { return .notMoved }
        if slip.ended != nil { return .reversedBefore }
        let fault = change(slip.fund, slip.to, slip.from, moved: slip.amount, promised: 0)
        if let fault { return fault }
        slips[key]?.ended = .undone
        slips[transfer.key] = Slip(
            transfer: transfer, fund: slip.fund, from: slip.to, to: slip.from,
            amount: slip.amount, isPromise: false, isMove: false)
        return nil
    }

    private mutating func change(
        _ fund: String, _ from: AccountKind, _ to: AccountKind, moved: Int64, promised: Int64
    ) -> LedgerFault? {
        guard var giver = purses[fund]?[from], var taker = purses[fund]?[to] else {
            return .fundUnknown
        }
        giver.money -= moved
        giver.out += moved
        giver.promisedAway += promised
        taker.money += moved
        taker.into += moved
        taker.promisedHere += promised
        // The giver outside may owe; everybody else has what they give, promises kept in mind.
        let isGiverShort = from != .source && giver.money < giver.promisedAway
        let isReturnTooLarge = to == .source && -taker.money < taker.promisedHere
        if isGiverShort || isReturnTooLarge { return .belowZero }
        let most: Int64 = 1_000_000_000_000_000_000
        if max(giver.out, giver.promisedAway, taker.into, taker.promisedHere) > most {
            return .totalTooLarge
        }
        purses[fund]?[from] = giver
        purses[fund]?[to] = taker
        return nil
    }
}
