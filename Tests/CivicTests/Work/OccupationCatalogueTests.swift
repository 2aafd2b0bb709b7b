import Civic
import Testing

struct OccupationCatalogueTests {
    private static let catalogue = OccupationCatalogue([
        (
            Occupation(
                code: "street_vendor", name: Phrase("Pedagang kaki lima", en: "Street vendor"),
                standing: .informal, sector: .other, hazard: 4), ["PKL", "Pedagang Kaki 5"]
        ),
        (
            Occupation(
                code: "civil_servant", name: Phrase("Pegawai negeri", en: "Civil servant"),
                standing: .state, sector: .other, hazard: 9), ["PNS", "ASN"]
        ),
    ])

    @Test(arguments: [
        ("PKL", 0), ("p.k.l.", 0), ("pedagang kaki 5", 0), ("STREET VENDOR", 0),
        ("Pedagang Kaki Lima", 0), ("street_vendor", 0), ("asn", 1), ("Pegawai-Negeri", 1),
    ])
    func `finds a trade by any written form`(_ text: String, _ position: Int) {
        #expect(Self.catalogue.position(named: LetterKey(text)) == position)
    }

    @Test func `an unknown trade has no position`() {
        #expect(Self.catalogue.position(named: LetterKey("astronaut")) == nil)
        #expect(Self.catalogue.position(named: .empty) == nil)
        #expect(Self.catalogue.position(code: "astronaut") == nil)
    }

    @Test func `no spelling of the region pack names two trades`() {
        var owner: [LetterKey: String] = [:]
        var doubled: [String] = []
        for row in DataFiles.table("regions/bekasi/occupations").rows {
            let code = row.optional("code") ?? ""
            let names = [row.optional("name_id"), row.optional("name_en")].compactMap(\.self)
            for spelling in names + row.list("spellings") {
                if let other = owner[LetterKey(spelling)], other != code {
                    doubled.append("\(spelling): \(other), \(code)")
                }
                owner[LetterKey(spelling)] = code
            }
        }
        #expect(owner.count > 500)
        #expect(doubled == [])
    }
}
