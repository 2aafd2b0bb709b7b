import Civic

/// What is sealed together with a person: read only when one person's page is opened.
struct PrivateDetails {
    var familyCard: FamilyCardNumber?
    var phone: PhoneNumber?
    var motherName: String?
    var address: String?

    init() {}

    init(_ person: ImportedPerson) {
        familyCard = person.familyCard
        phone = person.phone
        motherName = person.motherName
        address = person.address
    }

    /// Reads what ``text`` wrote.
    init(_ text: String) throws(Problem) {
        let parts = try StoredList.strings(text)
        guard parts.count == 4 else { throw Problem.storeDamaged("person.private_sealed") }
        familyCard = parts[0].flatMap { UInt64($0) }.flatMap { FamilyCardNumber(digits: $0) }
        phone = parts[1].flatMap { PhoneNumber($0) }
        motherName = parts[2]
        address = parts[3]
    }

    /// Opens the box of the person with this id.
    init(_ box: [UInt8]?, of id: Int, _ sealer: Sealer) throws(Problem) {
        guard let box else {
            self.init()
            return
        }
        let plain = try sealer.open(box, .personal, row: id)
        try self.init(String(decoding: plain, as: UTF8.self))
    }

    /// Nil when there is nothing to keep.
    var text: String? {
        let parts = [
            familyCard.map { String($0.digits) }, phone.map { String($0.digits) }, motherName,
            address,
        ]
        guard parts.contains(where: { $0 != nil }) else { return nil }
        var json = JSONText()
        json.list(parts)
        return json.text
    }
}
