import Civic
import Testing

struct PlaceDirectoryTests {
    /// A city in which one name stands on two levels and one in two districts.
    private static let city = PlaceDirectory(
        regency: code("32.75"),
        rows: [
            (code("32.75.02.1001"), "Pasar", ["Psr"]),
            (code("32.75.01"), "Jatiasih", ["Jati Asih"]),
            (code("32.75.02"), "Pondokgede", ["Pondok Gede", "Pd Gede"]),
            (code("32.75.01.1002"), "Jatiasih", ["Jati Asih"]),
            (code("32.75.01.1001"), "Pasar", []), (code("32.75.02.1002"), "Jatiwarna", []),
        ])

    private static func code(_ text: String) -> PlaceCode {
        PlaceCode(text) ?? PlaceCode(district: 0)
    }

    private func key(_ name: String) -> LetterKey { LetterKey(name) }

    @Test func `districts stand first, then villages, each in order of code`() {
        #expect(
            Self.city.entries.map(\.code.description) == [
                "32.75.01", "32.75.02", "32.75.01.1001", "32.75.01.1002", "32.75.02.1001",
                "32.75.02.1002",
            ])
        #expect(Self.city.districts == 0..<2)
        #expect(Self.city.villages == 2..<6)
        #expect(Self.city.entries.map(\.district) == [nil, nil, 0, 0, 1, 1])
        #expect((0..<6).map(Self.city.district(of:)) == [0, 1, 0, 0, 1, 1])
    }

    @Test(arguments: ["Jatiasih", "JATI ASIH", "jati-asih", "Jati  Asih."])
    func `a name on two levels is answered for the level that was asked for`(_ name: String) {
        #expect(Self.city.district(named: key(name)) == 0)
        #expect(Self.city.village(named: key(name), in: nil) == 3)
        #expect(Self.city.village(named: key(name), in: 1) == nil)
    }

    @Test func `a name in two districts needs the district`() {
        #expect(Self.city.village(named: key("Pasar"), in: nil) == nil)
        #expect(Self.city.village(named: key("Pasar"), in: 0) == 2)
        #expect(Self.city.village(named: key("Psr"), in: nil) == 4)
    }

    @Test func `unknown names and codes have no place`() {
        #expect(Self.city.district(named: key("Tambun")) == nil)
        #expect(Self.city.village(named: key(""), in: nil) == nil)
        #expect(Self.city.position(of: Self.code("32.75.03")) == nil)
        #expect(Self.city.position(of: Self.code("32.75.02.1002")) == 5)
    }
}

/// The first city of the system, as its region pack has it.
struct BekasiPlacesTests {
    private struct Place {
        let code: PlaceCode
        let name: String
        let aliases: [String]
    }

    private static let places: [Place] = {
        do throws(Problem) {
            var places: [Place] = []
            for row in DataFiles.table("regions/bekasi/places").rows {
                guard let code = PlaceCode(try row.text("code")) else {
                    throw row.wrong("code", try row.text("code"))
                }
                places.append(
                    Place(code: code, name: try row.text("name"), aliases: row.list("aliases")))
            }
            return places
        } catch {
            preconditionFailure(error.sentence(.english))
        }
    }()

    private static let city = PlaceDirectory(
        regency: PlaceCode("32.75") ?? PlaceCode(district: 327_500),
        rows: places.map { ($0.code, $0.name, $0.aliases) })

    @Test func `has 12 districts and 56 villages`() {
        #expect(Self.city.districtCount == 12)
        #expect(Self.city.villages.count == 56)
        #expect(Self.places.allSatisfy { $0.code.description.hasPrefix("32.75.") })
    }

    @Test func `five names stand on both levels`() {
        let districts = Set(Self.places.filter { $0.code.level == .district }.map(\.name))
        let both = Self.places.filter { $0.code.level == .village && districts.contains($0.name) }
        #expect(
            both.map(\.name).sorted() == [
                "Bantargebang", "Jatiasih", "Jatisampurna", "Medansatria", "Mustikajaya",
            ])
    }

    @Test func `every spelling leads to its own place and to no other`() {
        var wrong: [String] = []
        for place in Self.places {
            let position = Self.city.position(of: place.code)
            for spelling in [place.name] + place.aliases {
                let key = LetterKey(spelling)
                let found =
                    place.code.level == .district
                    ? Self.city.district(named: key) : Self.city.village(named: key, in: nil)
                if found != position { wrong.append("\(place.code) \(spelling)") }
            }
        }
        #expect(wrong == [])
    }

    @Test func `every village lies in a district of the city`() {
        for village in Self.city.villages {
            let district = Self.city.district(of: village)
            #expect(Self.city.districts.contains(district))
            #expect(Self.city.entries[district].code == Self.city.entries[village].code.district)
        }
    }
}
