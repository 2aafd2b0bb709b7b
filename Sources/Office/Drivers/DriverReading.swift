import Civic
import Intake
import Programme

/// Takes from a list that a platform sent the four facts and the day of consent, and nothing else.
struct DriverReading {
    let list: UploadedList
    let consentWords: [String]
    let today: Day

    /// What a list must have; a combined column of birth place and date serves as well.
    private static let asked: [Column] = [.nik, .name, .birthDate, .phone]

    /// Where the day of consent stands.
    private var consentPosition: Int? {
        list.headings.firstIndex { heading in
            let heading = heading.lowercased()
            return consentWords.contains { heading.contains($0) }
        }
    }

    /// Those of the four that the list does not have.
    var missing: [Column] {
        DriverReading.asked.filter { column in
            !list.columns.contains(column)
                && !(column == .birthDate && list.columns.contains(.birthPlaceAndDate))
        }
    }

    /// Headings of columns that were not asked for.
    var dropped: [String] {
        let consent = consentPosition
        let names = list.headings.enumerated().compactMap { position, heading -> String? in
            let column = position < list.columns.count ? list.columns[position] : nil
            let isAsked =
                column.map { DriverReading.asked.contains($0) || $0 == .birthPlaceAndDate } ?? false
            guard position != consent, !isAsked, DriverReading.isHeading(heading) else {
                return nil
            }
            return heading
        }
        return Array(names.prefix(DriverReading.droppedMax))
    }

    private static let droppedMax = 30

    /// A heading is kept to be shown. What looks like data must not be: a list may lack its head.
    private static func isHeading(_ text: String) -> Bool {
        !text.isEmpty && text.count <= 40 && text.utf8.count(where: ASCII.isDigit) <= 3
    }

    /// The rows about drivers; titles, totals and repeated heads are not among them.
    func cells() -> [DriverCells] {
        let consent = consentPosition
        return list.rows.compactMap { row in
            guard let person = row.person else {
                let hasFault = row.faults.contains { $0.column != nil }
                return hasFault ? DriverCells(record: row.number) : nil
            }
            var cells = DriverCells(record: row.number)
            cells.nik = NIK(digits: person.nik)
            cells.name = String(list.string(person.name).prefix(DriverReading.nameMax))
            cells.birth = person.birthPrecision == .yearOnly ? nil : person.birthDay
            cells.phone = person.phone == 0 ? nil : PhoneNumber("0\(person.phone)")
            if let consent { cells.consent = day(at: consent, of: row, person) }
            return cells
        }
    }

    private static let nameMax = 96

    /// The day in the column of consent. Days to come are read as well, so that they can be refused
    /// for what they are.
    private func day(at position: Int, of row: UploadedRow, _ person: RosterRow) -> Day? {
        if list.columns[position] == .recordedDate, person.recorded != RosterRow.noDay {
            return Day(number: person.recorded)
        }
        guard position < row.cells.count else { return nil }
        let written = WrittenDate.read(row.cells[position], notAfter: today + 3650)
        return written?.precision == .yearOnly ? nil : written?.day
    }
}
