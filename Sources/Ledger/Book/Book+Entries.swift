import Civic

extension Book {
    /// What would come of `transfer`, money apart; nil when it stands already.
    func entry(of transfer: Transfer) throws(LedgerFault) -> Entry? {
        guard (1...Transfer.keyLengthMax).contains(transfer.key.utf8.count) else {
            throw .keyUnusable
        }
        guard transfer.step.isAmountUsable else { throw .amountUnusable }
        if let standing = entries[transfer.key] {
            guard standing.entry.isOutcome(of: transfer) else { throw .keyTaken }
            return nil
        }
        switch transfer.step {
        case .post(let movement):
            return Entry(transfer.key, .post, movement, note: transfer.note)
        case .hold(let movement):
            return Entry(transfer.key, .hold, movement, note: transfer.note)
        case .settle(let original, let amount):
            let held = try held(original)
            let amount = amount ?? held.pending
            guard amount <= held.pending else { throw .aboveHeld }
            return held.settled(amount, by: transfer)
        case .void(let original): return try held(original).settled(.zero, by: transfer)
        case .reverse(let original): return try moved(original).reversed(by: transfer)
        }
    }

    private func held(_ key: String) throws(LedgerFault) -> Entry {
        guard let standing = entries[key] else { throw .originalUnknown }
        guard standing.entry.kind == .hold else { throw .notHeld }
        guard let resolution = standing.resolution else { return standing.entry }
        throw resolution == .settle ? .settledBefore : .voidedBefore
    }

    private func moved(_ key: String) throws(LedgerFault) -> Entry {
        guard let standing = entries[key] else { throw .originalUnknown }
        let isMoved = standing.entry.kind == .post || standing.entry.kind == .settle
        guard isMoved else { throw .notMoved }
        guard standing.resolution == nil else { throw .reversedBefore }
        return standing.entry
    }
}

extension Transfer.Step {
    fileprivate var isAmountUsable: Bool {
        let range = Rupiah(1)...Movement.amountMax
        switch self {
        case .post(let movement), .hold(let movement): return range.contains(movement.amount)
        case .settle(_, let amount): return amount.map(range.contains) ?? true
        case .void, .reverse: return true
        }
    }
}
