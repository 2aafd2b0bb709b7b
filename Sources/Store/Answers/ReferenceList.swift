package import Civic

/// A list that an agency compares candidates with.
package struct ReferenceListRecord: Sendable, Hashable {
    package let id: Int
    package let agency: String
    /// The day on which it was true.
    package let dataDay: Day
    /// As the sender calls it; nil for pasted cells.
    package let file: String?
    package let read: Int
    package let kept: Int
    package let actor: String
    package let at: Instant
}

/// A row of such a list, about to be kept.
package struct NewReferenceRow: Sendable, Hashable {
    /// What a spreadsheet shows at the left.
    package let record: Int
    package let name: String
    package let birth: Day?
    package let nik: NIK?
    /// As a code.
    package let occupation: String?
    package let place: PlaceCode?

    package init(
        record: Int, name: String, birth: Day?, nik: NIK?, occupation: String?, place: PlaceCode?
    ) {
        self.record = record
        self.name = name
        self.birth = birth
        self.nik = nik
        self.occupation = occupation
        self.place = place
    }
}

/// A whole list, about to take the place of the one before.
package struct NewReferenceList: Sendable {
    package let agency: String
    package let dataDay: Day
    package let file: String?
    /// Of what was sent, hexadecimal.
    package let digest: String
    package let read: Int
    package let rows: [NewReferenceRow]

    package init(
        agency: String, dataDay: Day, file: String?, digest: String, read: Int,
        rows: [NewReferenceRow]
    ) {
        self.agency = agency
        self.dataDay = dataDay
        self.file = file
        self.digest = digest
        self.read = read
        self.rows = rows
    }
}
