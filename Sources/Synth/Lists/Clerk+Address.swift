import Civic

/// Where a row places a person.
struct Address {
    var house = House(kind: 0, street: 0, block: 0, number: 1)
    var ward = 1
    var block = 1
    /// Position in the directory; -1 outside the city.
    var village = -1
    var origin = 0
}

extension Clerk {
    /// The address of the household, or the one it had before.
    mutating func currentAddress(of subject: Subject) -> Address {
        let household = subject.household
        var address = Address(
            house: household.house, ward: Int(household.ward), block: Int(household.block),
            village: Int(household.village), origin: Int(household.origin))
        guard dice.happens(rates[.addressOld]) else { return address }
        address.house = data.streets.pick(&dice)
        address.ward = 1 + dice.below(20)
        address.block = 1 + dice.below(8)
        if address.village >= 0, dice.below(5) < 2 {
            address.village = data.plan.pick(&dice).position
        }
        return address
    }

    mutating func writeAddress(_ column: ListLayout.Column, into row: inout RowBuffer) {
        switch column.field {
        case .rt: row.add { Digits.append(address.block, width: column.width, to: &$0) }
        case .rw: row.add { Digits.append(address.ward, width: column.width, to: &$0) }
        case .rtRw:
            row.add { bytes in
                Digits.append(address.block, width: 3, to: &bytes)
                bytes.append(UInt8(ascii: "/"))
                Digits.append(address.ward, width: 3, to: &bytes)
            }
        case .village, .district:
            if dice.happens(rates[.placeMissing]) { return row.add([]) }
            scratch.removeAll(keepingCapacity: true)
            composePlace(isVillage: column.field == .village)
            row.add { appendText(scratch, to: &$0) }
        case .fullAddress:
            composeStreet()
            composeRest()
            breakLine()
            row.add { appendText(scratch, to: &$0) }
        default:
            composeStreet()
            breakLine()
            row.add { appendText(scratch, to: &$0) }
        }
    }

    /// Leaves street and house in `scratch`.
    private mutating func composeStreet() {
        scratch.removeAll(keepingCapacity: true)
        let kind = data.streets.kinds[Int(address.house.kind)]
        let otherwise = dice.happens(rates[.addressForm])
        scratch.append(contentsOf: otherwise ? dice.pick(kind.forms) : kind.forms[0])
        scratch.append(32)
        scratch.append(contentsOf: kind.names[Int(address.house.street)])
        switch kind.numbers {
        case .without: return
        case .house:
            scratch.append(contentsOf: (otherwise ? " No " : " No. ").utf8)
            Digits.append(Int(address.house.number), width: 1, to: &scratch)
        case .block:
            scratch.append(contentsOf: (otherwise ? " Blk " : " Blok ").utf8)
            scratch.append(65 + address.house.block)
            scratch.append(otherwise ? UInt8(ascii: "/") : UInt8(ascii: "-"))
            Digits.append(Int(address.house.number) % 40 + 1, width: 1, to: &scratch)
        }
    }

    /// Adds block, ward, village and district in one of the usual forms.
    private mutating func composeRest() {
        let form = dice.happens(rates[.addressForm]) ? 1 + dice.below(2) : 0
        let width = form == 2 ? 1 : 3
        scratch.append(contentsOf: ([" RT ", " RT.", ", RT "][form]).utf8)
        Digits.append(address.block, width: width, to: &scratch)
        scratch.append(contentsOf: (["/RW ", "/", " RW "][form]).utf8)
        Digits.append(address.ward, width: width, to: &scratch)
        guard !dice.happens(rates[.placeMissing]) else { return }
        scratch.append(contentsOf: ([" Kel. ", " Kel ", ", "][form]).utf8)
        composePlace(isVillage: true)
        scratch.append(contentsOf: ([" Kec. ", " Kec ", ", "][form]).utf8)
        composePlace(isVillage: false)
    }

    /// Adds the name of the village or district, spelled as lists spell it.
    private mutating func composePlace(isVillage: Bool) {
        guard address.village >= 0 else { return composeOutside(isVillage: isVillage) }
        let position =
            isVillage
            ? address.village : data.places.entries[address.village].district ?? address.village
        let name = data.spellings.names[position]
        guard dice.happens(rates[.placeSpelling]) else {
            return scratch.append(contentsOf: name)
        }
        let others = data.spellings.others[position]
        if !others.isEmpty, dice.below(4) > 0 {
            scratch.append(contentsOf: dice.pick(others))
        } else {
            var slipped = name
            data.typing.slip(&slipped, &dice)
            scratch.append(contentsOf: slipped)
        }
    }

    private mutating func composeOutside(isVillage: Bool) {
        let origin = data.origins.origins[address.origin]
        guard isVillage else { return scratch.append(contentsOf: origin.district) }
        // A household outside stays in one village.
        guard !origin.villages.isEmpty else { return }
        let village = Int(address.house.street) % origin.villages.count
        scratch.append(contentsOf: origin.villages[village])
    }

    /// Some cells hold two lines.
    private mutating func breakLine() {
        guard dice.happens(rates[.lineBreak]), let blank = scratch.lastIndex(of: 32) else { return }
        scratch[blank] = UInt8(ascii: "\n")
    }
}
