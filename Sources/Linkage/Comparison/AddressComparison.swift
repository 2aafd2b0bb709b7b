/// Compares addresses by the telling words they share.
struct AddressComparison {
    let tokens: UnsafeBufferPointer<TokenTable.Token>

    func compare(_ left: Record, _ right: Record) -> AddressLevel {
        guard left.addressCount > 0, right.addressCount > 0 else { return .missing }
        var shared: Float = 0
        var ofLeft: Float = 0
        var ofRight: Float = 0
        for index in 0..<Int(right.addressCount) { ofRight += rarity(right.address[index]) }
        for index in 0..<Int(left.addressCount) {
            let word = left.address[index]
            let rarity = rarity(word)
            ofLeft += rarity
            for other in 0..<Int(right.addressCount) where right.address[other] == word {
                shared += rarity
            }
        }
        // Of two addresses one may say less; what it says counts. The bounds part address forms
        // that leave a word out from a street or a house number in common.
        if left.addressCount == right.addressCount, isSame(left, right) { return .same }
        let share = shared / max(1, min(ofLeft, ofRight))
        if share > 0.95 { return .same }
        if share > 0.6 { return .mostly }
        return share > 0.25 ? .partly : .different
    }

    private func isSame(_ left: Record, _ right: Record) -> Bool {
        for index in 0..<Int(left.addressCount) where left.address[index] != right.address[index] {
            return false
        }
        return true
    }

    @inline(__always)
    private func rarity(_ word: UInt32) -> Float { tokens[Int(word)].rarity }
}
