import Civic
import Intake
import Testing

/// Every other kind of cell: read, or rejected with its place, never in the way of the rest.
struct TypedCellTests {
    private func read(_ heading: String, _ cell: String, from role: Agency.Role = .nomination)
        throws
        -> Reading
    {
        try Reading("NIK;Nama;\(heading)\n3275011708850001;Budi Santoso;\(cell)\n", from: role)
    }

    @Test func `birth dates in every form, mixed in one column`() throws {
        let cells = [
            "17-08-1985", "17/08/1985", "1985-08-17", "17 Agu 1985", "17 Agustus 1985", "31276",
            "19850817", "1985-08-17 00:00:00", "08/17/1985", "17.08.1985", "17/8/85", "'17-08-1985",
        ]
        let rows = cells.map { "3275011708850001;Budi;\($0)" }.joined(separator: "\n")
        let reading = try Reading("NIK;Nama;Tgl Lahir\n\(rows)\n")
        #expect(reading.people.map(\.birth) == cells.map { _ in "1985-08-17" })
        #expect(reading.rejects == [])
    }

    @Test(arguments: [
        ("31-02-1985", "birth-date"), ("tidak tahu", "birth-date"),
        ("17-08-2085", "birth-date-range"),
        ("06-11-2025", "birth-date-range"), ("17-08-1885", "birth-date-range"),
    ])
    func `refuses birth dates`(_ cell: String, _ code: String) throws {
        let reading = try read("Tgl Lahir", cell)
        #expect(reading.people.map(\.birth) == [nil])
        #expect(reading.rejects == ["2 Tgl Lahir \(code)"])
    }

    @Test func `the day of the reading is not in the future`() throws {
        #expect(try read("Tgl Lahir", "05-11-2025").people.map(\.birth) == ["2025-11-05"])
    }

    @Test(arguments: [
        ("L", Sex.male), ("l", .male), ("Laki-laki", .male), ("LAKI - LAKI", .male),
        ("pria", .male),
        ("P", .female), ("Perempuan", .female), ("wanita", .female), ("1", .male), ("2", .female),
    ])
    func `sex`(_ cell: String, _ sex: Sex) throws {
        #expect(try read("L/P", cell).people.map(\.sex) == [sex])
    }

    @Test(arguments: [
        ("0812-3456-7890", "081234567890"), ("+62 812 3456 7890", "081234567890"),
        ("6281234567890", "081234567890"), ("81234567890", "081234567890"),
    ])
    func `telephones`(_ cell: String, _ phone: String) throws {
        #expect(try read("No HP", cell).people.map(\.phone) == [phone])
    }

    @Test(arguments: [
        ("JK", "?x", "sex"), ("No HP", "0812", "phone"), ("No HP", "8.12346E+10", "phone"),
        ("No KK", "123", "family-card"), ("No KK", "3275013102200001", "family-card"),
        ("Desil", "11", "decile"), ("Desil", "tinggi", "decile"),
        ("Pekerjaan", "astronot", "occupation"),
        ("Tgl Usulan", "kemarin", "recorded-date"), ("Tgl Meninggal", "belum lama", "death-date"),
        ("Kelurahan", "Sukamaju", "village"), ("Kecamatan", "Tambun Selatan", "district"),
        ("Status Kepesertaan", "entah", "membership-status"),
    ])
    func `an unusable cell is named`(_ heading: String, _ cell: String, _ code: String) throws {
        let reading = try read(heading, cell)
        #expect(reading.rejects == ["2 \(heading) \(code)"])
        #expect(reading.rejectedValues == [cell])
        #expect(reading.people.count == 1)
        #expect(reading.counts.addUp)
    }

    @Test(arguments: [
        ("1", 1), ("10", 10), ("Desil 3", 3), ("desil-4", 4), ("05", 5), ("3 (tiga)", 3),
    ])
    func `deciles`(_ cell: String, _ decile: Int) throws {
        #expect(try read("Desil", cell, from: .welfareRegistry).people.map(\.decile) == [decile])
    }

    @Test(arguments: [
        ("PKL", "street_vendor"), ("pedagang kaki lima", "street_vendor"),
        ("jualan nasi uduk", "market_trader"), ("OJOL", "online_ojek"),
        ("Supir Angkot 05", "angkot_driver"),
        ("PNS", "civil_servant"),
    ])
    func `occupations, longer texts word by word`(_ cell: String, _ code: String) throws {
        #expect(try read("Pekerjaan", cell).people.map(\.occupation) == [code])
    }

    @Test func `a list of one trade gives it to everybody, unless a row says another`() throws {
        let reading = try Reading(
            "NIK;Nama;Pekerjaan\n3275011708850001;Budi;\n3275014507900003;Siti;PKL\n3275014507900004;Ani;xyz\n",
            from: .sectorList)
        #expect(
            reading.people.map(\.occupation) == ["angkot_driver", "street_vendor", "angkot_driver"])
        #expect(reading.rejects == [])
    }

    @Test(arguments: [
        ("MENINGGAL", RowFacts.dead), ("Pindah", .movedOut), ("aktif", .alive), ("Hidup", .alive),
        ("alm.", .dead),
    ])
    func `the registry's word on a life`(_ cell: String, _ fact: RowFacts) throws {
        let person = try #require(
            try read("Status Kependudukan", cell, from: .civilRegistry).people.first)
        #expect(person.facts.intersection([.dead, .movedOut, .alive]) == fact)
    }

    @Test(arguments: [
        ("AKTIF", RowFacts.insuredActive), ("Non Aktif", .insuredInactive),
        ("nonaktif", .insuredInactive),
        ("Tidak Aktif", .insuredInactive), ("1", .insuredActive), ("0", .insuredInactive),
    ])
    func `the insurer's word on a membership`(_ cell: String, _ fact: RowFacts) throws {
        for heading in ["Status", "Status Kepesertaan"] {
            let person = try #require(try read(heading, cell, from: .insurer).people.first)
            #expect(person.facts.intersection([.insuredActive, .insuredInactive]) == fact)
            #expect(!person.facts.contains(.alive))
        }
    }

    @Test func `a list of members without a status lists active ones`() throws {
        let reading = try Reading(
            "KPJ;NIK;Nama\n12345678901;3275011708850001;Budi\n", from: .insurer)
        #expect(reading.people.allSatisfy { $0.facts.contains(.insuredActive) })
    }

    @Test func `a staff number marks a state employee, a refusal and an illness are facts`() throws
    {
        let reading = try Reading(
            """
            NIK;Nama;NIP;Bersedia;Masih Bekerja
            3275011708850001;Budi;197001012000031001;ya;ya
            3275014507900003;Siti;;tidak;sakit
            """)
        #expect(reading.people[0].facts.contains(.stateEmployee))
        #expect(reading.people[1].facts.isSuperset(of: [.refused, .notWorking]))
        #expect(reading.people[1].facts.isDisjoint(with: [.stateEmployee]))
    }

    @Test func `a date of death marks a dead person`() throws {
        let person = try #require(try read("Tgl Meninggal", "02-03-2025").people.first)
        #expect(person.facts.contains(.dead))
    }

    @Test(arguments: [
        ("05-11-2025", "2025-11-05"), ("31/12/25", "2025-12-31"), ("1 Des 2025", "2025-12-01"),
        ("06-11-25", "2025-11-06"),
    ])
    func `days of proposal may lie after the day of the reading`(_ cell: String, _ iso: String)
        throws
    {
        #expect(try read("Tgl Usulan", cell).people.map(\.recorded) == [iso])
    }

    @Test func `Windows-1252 and UTF-8 give the same names`() throws {
        let windows =
            Array("NIK;Nama\n3275011708850001;Jos".utf8) + [0xE9, 0x20, 0x92] + Array("x\n".utf8)
        let reading = try Reading(bytes: windows)
        #expect(reading.people.map(\.name) == ["José \u{2019}x"])
        #expect(
            try Reading("NIK;Nama\n1;José \u{2019}x\n").people.map(\.name) == ["José \u{2019}x"])
    }

    @Test func `blanks inside names are single`() throws {
        let reading = try Reading("NIK;Nama\n1;\u{a0} Budi \u{a0}\t  Santoso \n")
        #expect(reading.people.map(\.name) == ["Budi Santoso"])
    }
}
