import Civic

extension RowInterpreter {
    mutating func readFields(
        _ bytes: Span<UInt8>, _ fields: Span<FieldRange>, _ person: inout RosterRow
    ) {
        var district: Int16 = -1
        var districtUnknown = false
        var villageField = -1
        var isHome: Bool?
        for index in fields.indices where index < plan.columns.count {
            guard let column = plan.columns[index] else { continue }
            let cell = CellText.trimmed(bytes, fields[index])
            if cell.count == 0 || CellText.isNothing(cell) { continue }
            switch column {
            case .village: villageField = index
            case .district:
                district = places.district(cell)
                if district < 0 {
                    districtUnknown = true
                    rejects.add(.district, row: person.number, field: index, value: cell)
                }
            case .regency: isHome = places.isHome(regency: cell)
            default: read(column, cell, index, &person)
            }
        }
        person.place = district
        if villageField >= 0, isHome != false {
            let cell = CellText.trimmed(bytes, fields[villageField])
            let village =
                districtUnknown
                ? places.village(named: cell) : places.village(cell, district: district)
            if village >= 0 {
                person.place = village
            } else if !districtUnknown {
                rejects.add(.village, row: person.number, field: villageField, value: cell)
            }
        }
        if person.place < 0 || person.rt == 0 { readAddress(&person) }
        if isHome == false {
            person.place = -1
            person.facts.insert(.outside)
        } else if person.place >= 0 || isHome == true {
            person.facts.insert(.inside)
        } else if districtUnknown {
            person.facts.insert(.outside)
        }
    }

    private mutating func read(
        _ column: Column, _ cell: Span<UInt8>, _ field: Int, _ person: inout RosterRow
    ) {
        switch column {
        case .nik: readNIK(cell, field, &person)
        case .familyCard: readFamilyCard(cell, field, &person)
        case .name: if hasLetters(cell) { person.name = CellText.append(cell, to: &roster.text) }
        case .motherName:
            if hasLetters(cell) { person.motherName = CellText.append(cell, to: &roster.text) }
        case .birthDate, .birthPlaceAndDate: readBirth(cell, field, column, &person)
        case .sex: readSex(cell, field, &person)
        case .address: person.address = CellText.append(cell, to: &roster.text)
        case .rt:
            let pair = AddressReader.rtAndRw(cell)
            person.rt = pair.rt
            if pair.rw > 0 { person.rw = pair.rw }
        case .rw: person.rw = AddressReader.rtAndRw(cell).rt
        case .rtAndRw: (person.rt, person.rw) = AddressReader.rtAndRw(cell)
        case .phone: readPhone(cell, field, &person)
        case .occupation: readOccupation(cell, field, &person)
        case .decile: readDecile(cell, field, &person)
        case .lifeStatus: readLifeStatus(cell, &person)
        case .deathDate: readDeath(cell, field, &person)
        case .participantNumber: person.participantNumber = CellText.append(cell, to: &roster.text)
        case .membershipStatus: readMembership(cell, field, &person)
        case .payer: person.payer = CellText.append(cell, to: &roster.text)
        case .recordedDate: readRecorded(cell, field, &person)
        case .workingStatus:
            if working[cell] == .notWorking { person.facts.insert(.notWorking) }
        case .willingness:
            if willing[cell] == .refused { person.facts.insert(.refused) }
        case .stateNumber: person.facts.insert(.stateEmployee)
        case .birthPlace, .segment, .village, .district, .regency: break
        }
    }

    private func hasLetters(_ cell: Span<UInt8>) -> Bool {
        for index in cell.indices where ASCII.isLetter(cell[index]) || cell[index] >= 0x80 {
            return true
        }
        return false
    }

    private mutating func readNIK(_ cell: Span<UInt8>, _ field: Int, _ person: inout RosterRow) {
        switch NIKCell.read(cell) {
        case .valid(let digits, let repaired):
            person.nik = digits
            numbersRead += 1
            if digits % 10 == 0 { zeroEndings += 1 }
            if repaired { counts.repaired += 1 }
        case .damaged(let code, let clue):
            rejects.add(code, row: person.number, field: field, value: cell)
            // A serial of 0000 is what Excel leaves of the serials 0001 to 0009.
            if code == .nikSerial {
                numbersRead += 1
                zeroEndings += 1
            }
            guard let clue else { return }
            person.nikClue = clue.digits
            person.nikClueDigits = clue.count
            person.nikCluePrefix = clue.isPrefix
        }
    }

    private mutating func readFamilyCard(
        _ cell: Span<UInt8>, _ field: Int, _ person: inout RosterRow
    ) {
        var value: UInt64 = 0
        var count = 0
        for index in cell.indices {
            guard let digit = ASCII.digit(cell[index]) else { continue }
            value = value &* 10 &+ UInt64(digit)
            count += 1
        }
        if count == 16, let card = FamilyCardNumber(digits: value) {
            person.familyCard = card.digits
        } else {
            rejects.add(.familyCard, row: person.number, field: field, value: cell)
        }
    }

    private mutating func readBirth(
        _ cell: Span<UInt8>, _ field: Int, _ column: Column, _ person: inout RosterRow
    ) {
        var start = 0
        if column == .birthPlaceAndDate {
            while start < cell.count, !ASCII.isDigit(cell[start]) { start += 1 }
            if start == cell.count { return }
        }
        guard let date = WrittenDate.read(cell.extracting(start..<cell.count), notAfter: asOf)
        else {
            rejects.add(.birthDate, row: person.number, field: field, value: cell)
            return
        }
        guard date.day <= asOf, date.day > oldestBirth else {
            rejects.add(.birthDateRange, row: person.number, field: field, value: cell)
            return
        }
        person.birth = date.day.number
        person.birthPrecision = date.precision
    }

    private mutating func readSex(_ cell: Span<UInt8>, _ field: Int, _ person: inout RosterRow) {
        switch sexes[cell] {
        case .male: person.sex = Sex.male.rawValue
        case .female: person.sex = Sex.female.rawValue
        default: rejects.add(.sex, row: person.number, field: field, value: cell)
        }
    }

    private mutating func readPhone(_ cell: Span<UInt8>, _ field: Int, _ person: inout RosterRow) {
        if let phone = PhoneNumber(cell) {
            person.phone = phone.digits
        } else {
            rejects.add(.phone, row: person.number, field: field, value: cell)
        }
    }

    private mutating func readOccupation(
        _ cell: Span<UInt8>, _ field: Int, _ person: inout RosterRow
    ) {
        person.occupation = occupations.position(cell)
        if person.occupation < 0, reportsOccupation {
            rejects.add(.occupation, row: person.number, field: field, value: cell)
        }
    }

    private mutating func readDecile(_ cell: Span<UInt8>, _ field: Int, _ person: inout RosterRow) {
        var value = 0
        var digits = 0
        for index in cell.indices {
            guard let digit = ASCII.digit(cell[index]) else {
                if digits > 0 { break }
                continue
            }
            value = value * 10 + digit
            digits += 1
            if digits > 3 { break }
        }
        if (1...10).contains(value) {
            person.decile = UInt8(value)
        } else {
            rejects.add(.decile, row: person.number, field: field, value: cell)
        }
    }

    private func readLifeStatus(_ cell: Span<UInt8>, _ person: inout RosterRow) {
        switch lifeStates[cell] {
        case .dead: person.facts.insert(.dead)
        case .alive: person.facts.insert(.alive)
        case .moved: person.facts.insert(.movedOut)
        default: break
        }
    }

    private mutating func readDeath(_ cell: Span<UInt8>, _ field: Int, _ person: inout RosterRow) {
        if let date = WrittenDate.read(cell, notAfter: latestRecord) {
            person.facts.insert(.dead)
            person.death = date.day.number
        } else {
            rejects.add(.deathDate, row: person.number, field: field, value: cell)
        }
    }

    private mutating func readMembership(
        _ cell: Span<UInt8>, _ field: Int, _ person: inout RosterRow
    ) {
        switch memberships[cell] {
        case .active: person.facts.insert(.insuredActive)
        case .inactive: person.facts.insert(.insuredInactive)
        default: rejects.add(.membershipStatus, row: person.number, field: field, value: cell)
        }
    }

    private mutating func readRecorded(_ cell: Span<UInt8>, _ field: Int, _ person: inout RosterRow)
    {
        if let date = WrittenDate.read(cell, notAfter: latestRecord) {
            person.recorded = date.day.number
        } else {
            rejects.add(.recordedDate, row: person.number, field: field, value: cell)
        }
    }

    private mutating func readAddress(_ person: inout RosterRow) {
        guard !person.address.isEmpty else { return }
        let address = AddressReader(roster.string(person.address))
        if person.rt == 0 { (person.rt, person.rw) = (address.rt, max(address.rw, person.rw)) }
        guard person.place < 0 else { return }
        if !address.district.isEmpty {
            var name = address.district
            person.place = name.withUTF8 { places.district(Span(_unsafeElements: $0)) }
        }
        if address.village.isEmpty, address.district.isEmpty {
            person.place = placeBySegments(address.segments)
        }
        if !address.village.isEmpty {
            var name = address.village
            let district = person.place
            let village = name.withUTF8 {
                places.village(Span(_unsafeElements: $0), district: district)
            }
            if village >= 0 { person.place = village }
        }
    }

    /// "…, Bintara, Bekasi Barat": the last part is a district and the one before a village in it.
    /// A single name counts only where it stands on one level alone.
    private mutating func placeBySegments(_ segments: [String]) -> Int16 {
        guard var last = segments.last else { return -1 }
        let lastKey = LetterKey(last)
        if segments.count > 1 {
            var before = segments[segments.count - 2]
            let district = last.withUTF8 { places.district(Span(_unsafeElements: $0)) }
            guard district >= 0 else { return -1 }
            let village = before.withUTF8 {
                places.village(Span(_unsafeElements: $0), district: district)
            }
            return village >= 0 ? village : district
        }
        let directory = places.places
        let district = directory.district(named: lastKey)
        let village = directory.village(named: lastKey, in: nil)
        return Int16(district ?? village ?? -1)
    }
}
