import Civic

extension Clerk {
    /// Leaves the name of the person, as the list has it, in `scratch`.
    mutating func composeName(_ subject: Subject) {
        let person = subject.person
        var name = person.name
        let respelled = dice.happens(rates[.nameSpelling]) ? dice.below(name.count) : -1
        let initial =
            dice.happens(rates[.nameInitial]) && name.count > 1
            ? shortened(in: name) : -1
        if dice.happens(rates[.nameOrder]), name.count > 1 { name.swapAt(0, 1) }
        let missing = dice.happens(rates[.nameWordMissing]) && name.count > 1
        compose(name, respelled: respelled, initial: initial, leavingOut: missing)
        if dice.happens(rates[.nameTypo]) { data.typing.slip(&scratch, &dice) }
        if dice.happens(rates[.nameJoined]), let blank = scratch.firstIndex(of: 32) {
            scratch.remove(at: blank)
        }
        if dice.happens(rates[.nameTitle]) { addTitle(person.sex, age: subject.age) }
        applyCase()
        guard dice.happens(rates[.noBreakSpace]) else { return }
        if let blank = scratch.firstIndex(of: 32) {
            scratch.replaceSubrange(blank...blank, with: [0xC2, 0xA0])
        } else {
            scratch.append(contentsOf: [0xC2, 0xA0])
        }
    }

    mutating func writeMother(_ subject: Subject, into row: inout RowBuffer) {
        if dice.happens(rates[.motherMissing]) { return row.add([]) }
        let mother = subject.person.mother
        let wrong = dice.happens(rates[.motherTypo]) ? dice.below(3) : 3
        compose(
            mother, respelled: wrong == 0 ? dice.below(mother.count) : -1, initial: -1,
            leavingOut: wrong == 1 && mother.count > 1)
        if wrong == 2 { data.typing.slip(&scratch, &dice) }
        applyCase()
        row.add(scratch)
    }

    /// The word that is cut to one letter: mostly one in the middle or at the end.
    private mutating func shortened(in name: NameWords) -> Int {
        dice.below(5) == 0 ? 0 : 1 + dice.below(name.count - 1)
    }

    private mutating func compose(
        _ name: NameWords, respelled: Int, initial: Int, leavingOut: Bool
    ) {
        scratch.removeAll(keepingCapacity: true)
        // Clerks drop the last word of a name, seldom the first.
        let dropped =
            leavingOut ? (dice.below(10) < 7 ? name.count - 1 : dice.below(name.count)) : -1
        for place in 0..<name.count where place != dropped {
            if !scratch.isEmpty { scratch.append(32) }
            if place == initial {
                if let letter = data.names.store.bytes(name[place]).first { scratch.append(letter) }
                if dice.below(2) == 0 { scratch.append(UInt8(ascii: ".")) }
            } else if place == respelled {
                appendRespelled(name[place])
            } else {
                scratch.append(contentsOf: data.names.store.bytes(name[place]))
            }
        }
    }

    private mutating func appendRespelled(_ word: UInt16) {
        let known = data.names.spellings(of: word)
        if !known.isEmpty, dice.below(4) > 0 {
            scratch.append(contentsOf: data.names.store.bytes(dice.pick(known)))
        } else {
            scratch.append(contentsOf: data.typing.respell(data.names.store.bytes(word), &dice))
        }
    }

    private mutating func addTitle(_ sex: Sex, age: Int) {
        guard let title = data.titles.pick(sex, age: age, &dice) else { return }
        if title.before {
            scratch.insert(contentsOf: title.text + [32], at: 0)
        } else {
            if title.text.first != UInt8(ascii: ",") { scratch.append(32) }
            scratch.append(contentsOf: title.text)
        }
    }

    private mutating func applyCase() {
        switch letterCase {
        case .title: return
        case .upper: for place in scratch.indices { scratch[place] = ASCII.upper(scratch[place]) }
        case .lower:
            for place in scratch.indices where scratch[place] &- 65 < 26 { scratch[place] |= 32 }
        }
    }
}
