import Civic

extension Clerk {
    /// The identity number as the list has it: right, mistyped, borrowed, damaged or absent.
    mutating func writeNIK(_ subject: Subject, into row: inout RowBuffer) {
        var nik = subject.person.nik
        if subject.lenderNIK != 0, dice.happens(rates[.nikLender]) {
            nik = subject.lenderNIK
            said.borrowedNIK = true
        }
        if dice.happens(rates[.nikMissing]) {
            said.borrowedNIK = false
            return row.add([])
        }
        if dice.happens(rates[.nikRounded]) { return row.add(number: nik / 10 * 10) }
        if dice.happens(rates[.nikExponent]) {
            return row.add { bytes in Clerk.appendExponent(nik, to: &bytes) }
        }
        scratch.removeAll(keepingCapacity: true)
        Digits.append(nik, width: 16, to: &scratch)
        damageDigits()
        if dice.happens(rates[.nikApostrophe]) { scratch.insert(UInt8(ascii: "'"), at: 0) }
        if dice.happens(rates[.noBreakSpace]) { scratch.append(contentsOf: [0xC2, 0xA0]) }
        row.add(scratch)
    }

    private mutating func damageDigits() {
        if dice.happens(rates[.nikDigit]) {
            let place = dice.below(16)
            scratch[place] = 48 + (scratch[place] - 48 + UInt8(1 + dice.below(9))) % 10
        }
        if dice.happens(rates[.nikSwap]) {
            let place = dice.below(15)
            scratch.swapAt(place, place + 1)
        }
        if dice.happens(rates[.nikShort]) { scratch.remove(at: dice.below(16)) }
        if dice.happens(rates[.nikLetter]), let zero = scratch.lastIndex(of: 48) {
            scratch[zero] = UInt8(ascii: "O")
        }
        if dice.happens(rates[.nikSpaced]), scratch.count == 16 {
            let mark = dice.below(2) == 0 ? UInt8(ascii: " ") : UInt8(ascii: ".")
            for place in [12, 6] { scratch.insert(mark, at: place) }
        }
    }

    /// Six digits and a power of ten, as Excel shows long numbers: `3.27501E+15`.
    private static func appendExponent(_ number: UInt64, to bytes: inout [UInt8]) {
        var digits = (number + 5_000_000_000) / 10_000_000_000
        while digits % 10 == 0, digits > 9 { digits /= 10 }
        let start = bytes.count
        Digits.append(digits, width: 1, to: &bytes)
        if digits > 9 { bytes.insert(UInt8(ascii: "."), at: start + 1) }
        bytes.append(contentsOf: "E+15".utf8)
    }

    mutating func writeFamilyCard(_ subject: Subject, into row: inout RowBuffer) {
        if dice.happens(rates[.cardMissing]) { return row.add([]) }
        var card = subject.household.card
        if dice.happens(rates[.cardOld]) {
            // The same old card for every member of the household.
            var past = SeededGenerator(seed: card, purpose: 2, of: 0)
            let issued = asOf.earlier(by: 4400 + past.below(2000))
            let district = Int(card / 10_000_000_000)
            let head = NumberHead.of(district: district, issued, sex: nil)
            card = head * 10_000 + UInt64(1 + past.below(120))
        }
        row.add { bytes in Digits.append(card, width: 16, to: &bytes) }
    }

    mutating func writePhone(_ subject: Subject, into row: inout RowBuffer) {
        var phone = subject.person.phone
        if dice.happens(rates[.phoneChanged]), phone != 0 { phone = data.phones.number(&dice) }
        if phone == 0 || dice.happens(rates[.phoneMissing]) { return row.add([]) }
        guard dice.happens(rates[.phoneForm]) else {
            return row.add { bytes in
                bytes.append(48)
                Digits.append(phone, width: 1, to: &bytes)
            }
        }
        switch dice.below(5) {
        case 0: row.add { Clerk.append("+62", phone, to: &$0) }
        case 1: row.add { Clerk.append("62", phone, to: &$0) }
        case 2: row.add { Clerk.append("", phone, to: &$0) }
        case 3: row.add { Clerk.appendGrouped("0", phone, to: &$0) }
        default: row.add { Clerk.appendGrouped("+62 ", phone, to: &$0) }
        }
    }

    private static func append(_ prefix: String, _ phone: UInt64, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: prefix.utf8)
        Digits.append(phone, width: 1, to: &bytes)
    }

    /// `0812-3456-7890`: hyphens after the operator's prefix and four digits later.
    private static func appendGrouped(_ prefix: String, _ phone: UInt64, to bytes: inout [UInt8]) {
        append(prefix, phone, to: &bytes)
        let digits = Digits.count(phone)
        if digits > 8 { bytes.insert(UInt8(ascii: "-"), at: bytes.count - digits + 7) }
        bytes.insert(UInt8(ascii: "-"), at: bytes.count - digits - (digits > 8 ? 1 : 0) + 3)
    }

    /// Number of the membership, segment and payer.
    mutating func writeMembership(
        _ field: Field, _ subject: Subject, into row: inout RowBuffer
    ) {
        let known = subject.copy == 0 ? Int(subject.person.membership) : data.insurance.earlier
        let membership = data.insurance.memberships[known ?? Int(subject.person.membership)]
        switch field {
        case .segment: row.add(membership.segment)
        case .payer: row.add(membership.payer)
        default:
            var own = SeededGenerator(
                seed: seed, purpose: 3 + UInt64(subject.copy), of: subject.index)
            let year = 14 + own.below(12)
            let serial = own.below(1_000_000_000)
            row.add { bytes in
                Digits.append(year, width: 2, to: &bytes)
                Digits.append(serial, width: 9, to: &bytes)
            }
        }
    }
}
