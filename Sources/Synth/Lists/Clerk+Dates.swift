import Civic

extension Clerk {
    private enum Birth {
        case missing
        case serial(UInt64)
        case date(year: Int, month: Int, day: Int, DateForm)
    }

    mutating func writeBirth(
        _ subject: Subject, _ column: ListLayout.Column, into row: inout RowBuffer
    ) {
        switch birth(subject, column) {
        case .missing: row.add([])
        case .serial(let number): row.add(number: number)
        case .date(let year, let month, let day, let form):
            Clerk.write((year, month, day), form, into: &row)
        }
    }

    private static func write(
        _ date: (year: Int, month: Int, day: Int), _ form: DateForm, into row: inout RowBuffer
    ) {
        if form == .cell, let day = Day(year: date.year, month: date.month, day: date.day),
            let serial = SheetSerial.of(day)
        {
            return row.add(dateSerial: serial)
        }
        row.add { bytes in form.append(date, to: &bytes) }
    }

    /// The place of birth, a comma and the date in one cell.
    mutating func writeBirthPlaceDate(
        _ subject: Subject, _ column: ListLayout.Column, into row: inout RowBuffer
    ) {
        let birth = birth(subject, column)
        let place = data.origins.origins[Int(subject.person.birthplace)].name
        let mark = dice.below(8) == 0 ? " / " : ", "
        row.add { bytes in
            appendText(place, to: &bytes)
            switch birth {
            case .missing: return
            case .serial(let number):
                bytes.append(contentsOf: mark.utf8)
                Digits.append(number, width: 1, to: &bytes)
            case .date(let year, let month, let day, let form):
                bytes.append(contentsOf: mark.utf8)
                form.append((year, month, day), to: &bytes)
            }
        }
    }

    private mutating func birth(_ subject: Subject, _ column: ListLayout.Column) -> Birth {
        if dice.happens(rates[.birthMissing]) { return .missing }
        var (year, month, day) = subject.person.birthDay.parts
        if dice.happens(rates[.birthSwapped]), day <= 12 { (month, day) = (day, month) }
        if dice.happens(rates[.birthTypo]) {
            switch dice.below(4) {
            case 0: year += dice.below(2) == 0 ? 1 : -1
            case 1: year += dice.below(2) == 0 ? 10 : -10
            case 2: day = 1 + (day + dice.below(27)) % 28
            default: month = 1 + (month + dice.below(11)) % 12
            }
        }
        if dice.happens(rates[.birthDefault]) { (month, day) = (1, 1) }
        if dice.happens(rates[.birthSerial]),
            let date = Day(year: year, month: month, day: day), let serial = SheetSerial.of(date)
        {
            return .serial(serial)
        }
        let other = dice.happens(rates[.birthForm])
        return .date(
            year: year, month: month, day: day,
            other ? dice.pick(DateForm.typed) : column.dates)
    }

    /// The day of death, of consent or of proposal.
    mutating func writeEvent(
        _ column: ListLayout.Column, _ subject: Subject, into row: inout RowBuffer
    ) {
        let day: Day
        switch column.field {
        case .deathDate:
            guard subject.person.registration == .dead else { return row.add([]) }
            day = Day(number: subject.person.death)
        case .consentDate: day = asOf.earlier(by: dice.below(data.extras.consentDays))
        default: day = asOf.earlier(by: dice.below(data.extras.proposalDays))
        }
        Clerk.write(day.parts, column.dates, into: &row)
    }

    /// The last quarter that had ended: `2025Q3`.
    func writeQuarter(into row: inout RowBuffer) {
        let quarters = (Int(asOf.month.number) / 3) - 1
        row.add { bytes in
            Digits.append(quarters / 4, width: 4, to: &bytes)
            bytes.append(UInt8(ascii: "Q"))
            Digits.append(quarters % 4 + 1, width: 1, to: &bytes)
        }
    }
}
