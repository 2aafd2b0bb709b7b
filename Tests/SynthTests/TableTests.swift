import Civic
import Testing

@Suite struct TableTests {
    @Test func `the city has twelve districts and fifty-six villages`() throws {
        let places = try SampleTables.places()
        #expect(places.districts.count == 12)
        #expect(places.villages.count == 56)
    }

    @Test func `every spelling of a place leads to it within its district`() throws {
        let places = try SampleTables.places()
        for row in try SampleTables.table("regions/bekasi/places").rows {
            let code = try #require(PlaceCode(try row.text("code")))
            let position = try #require(places.position(of: code))
            for spelling in [try row.text("name")] + row.list("aliases") {
                let key = LetterKey(spelling)
                let found =
                    code.level == .village
                    ? places.village(named: key, in: places.entries[position].district)
                    : places.district(named: key)
                #expect(found == position, "\(spelling)")
            }
        }
    }

    @Test func `places have postcodes and codes of their own`() throws {
        let rows = try SampleTables.table("regions/bekasi/places").rows
        #expect(Set(rows.compactMap { $0.optional("code") }).count == rows.count)
        for row in rows {
            let isVillage = PlaceCode(try row.text("code"))?.level == .village
            #expect((row.optional("postcode")?.utf8.count == 5) == isVillage)
            #expect(row.optional("source") != nil)
        }
    }

    @Test func `no spelling belongs to two occupations`() throws {
        var owner: [LetterKey: String] = [:]
        for row in try SampleTables.table("regions/bekasi/occupations").rows {
            let code = try row.text("code")
            let names = [code, try row.text("name_id"), try row.text("name_en")]
            for spelling in names + row.list("spellings") {
                let known = owner.updateValue(code, forKey: LetterKey(spelling)) ?? code
                #expect(known == code, "\(spelling)")
            }
            #expect((1...9).contains(try row.integer("hazard")))
        }
    }

    @Test(arguments: [
        ("WIRASWASTA", Occupation.Standing.informal), ("BURUH HARIAN LEPAS", .informal),
        ("KARYAWAN SWASTA", .formal), ("MENGURUS RUMAH TANGGA", .none),
        ("PELAJAR/MAHASISWA", .none), ("BELUM/TIDAK BEKERJA", .none),
        ("PEGAWAI NEGERI SIPIL (PNS)", .state), ("TENTARA NASIONAL INDONESIA (TNI)", .state),
        ("KEPOLISIAN RI (POLRI)", .state), ("PEMBANTU RUMAH TANGGA", .informal),
        ("SOPIR", .informal), ("PEDAGANG", .informal), ("Dosen PNS", .state), ("Ojol", .informal),
        ("KARYAWAN BUMN", .formal), ("PENSIUNAN", .none),
    ])
    func `the registry's words for work are known`(
        word: String, standing: Occupation.Standing
    ) throws {
        let occupations = try SampleTables.occupations()
        let known = try #require(occupations.position(named: LetterKey(word)))
        #expect(occupations[known].standing == standing)
    }

    @Test func `a table with an unknown word is refused with its place`() throws {
        let places = try SampleTables.places()
        let occupations = try SampleTables.occupations()
        let problem = #expect(throws: Problem.self) {
            _ = try SynthDataProbe.load(places, occupations, breaking: "synth/dirt")
        }
        #expect(problem?.code == "data-table")
        #expect(problem?.spot?.row == 2)
    }
}
