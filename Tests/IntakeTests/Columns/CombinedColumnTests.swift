import Civic
import Intake
import Testing

/// Columns that hold two things are taken apart.
struct CombinedColumnTests {
    private func person(_ header: String, _ cells: String) throws -> Reading.Line {
        let reading = try Reading("NIK;Nama;\(header)\n3275011708850001;Budi Santoso;\(cells)\n")
        #expect(reading.rejects == [], "\(header): \(cells)")
        return try #require(reading.people.first)
    }

    @Test(arguments: [
        "Tempat/Tgl Lahir", "Tempat, Tanggal Lahir", "TTL", "Tempat & Tgl. Lahir",
        "Tempat Tgl Lahir",
        "TEMPAT/TANGGAL LAHIR", "Tempat dan Tanggal Lahir",
    ])
    func `town and date of birth`(_ header: String) throws {
        for cell in [
            "Bekasi, 17-08-1985", "BEKASI/17-08-1985", "Bekasi, 17 Agustus 1985",
            "Bekasi 17/8/1985",
            "Maros, 17-08-1985", "Kab. Bekasi, 1985-08-17", "17-08-1985",
        ] {
            #expect(try person(header, cell).birth == "1985-08-17", "\(cell)")
        }
        #expect(try person(header, "Bekasi").birth == nil)
    }

    @Test func `a place beside a plain date of birth stays a place`() throws {
        let person = try person("Tempat Lahir;Tanggal Lahir", "Bekasi;17-08-1985")
        #expect(person.birth == "1985-08-17")
    }

    @Test(arguments: [
        ("003/011", 3, 11), ("3/11", 3, 11), ("003-011", 3, 11), ("RT 3 RW 11", 3, 11),
        ("RT.003/RW.011", 3, 11), ("03", 3, 0), ("RT003RW011", 3, 11), ("003 / 011", 3, 11),
    ])
    func `RT and RW`(_ cell: String, _ rt: Int, _ rw: Int) throws {
        let person = try person("RT/RW", cell)
        #expect(person.rt == rt)
        #expect(person.rw == rw)
    }

    @Test func `RT and RW in columns of their own`() throws {
        let both = try person("RT;RW", "003;011")
        #expect((both.rt, both.rw) == (3, 11))
        let together = try person("RT;RW", "003/011;")
        #expect((together.rt, together.rw) == (3, 11))
    }

    @Test(arguments: [
        "Jl. Mawar No. 3 RT 003/011 Kel. Bekasi Jaya Kec. Bekasi Timur",
        "Jl. Mawar No. 3 RT 003/RW 011 Kel. Bekasi Jaya Kec. Bekasi Timur Kota Bekasi",
        "JL MAWAR NO 3, RT.003 RW.011, KELURAHAN BEKASI JAYA, KECAMATAN BEKASI TIMUR",
        "Jl. Mawar No. 3 RT/RW 003/011 Kel. Bekasijaya Kec. Bekasi Timur",
        "Jl. Mawar No. 3 RT/RW: 003/011, Kel Bekasi Jaya, Kec Bekasi Timur 17112",
        "Jl. Mawar RT3 RW11 Kel.Bekasi Jaya Kec.Bekasi Timur",
        "Kp. Mawar RT 03 / RW 11 Kel: Bekasi Jaya Kec: Bekasi Timur",
        "Jl. Mawar RTRW 003/011 Kel Bekasi Jaya Kec Bks Timur",
    ])
    func `one address field`(_ address: String) throws {
        let person = try person("Alamat", address)
        #expect(person.place == "32.75.01.1001")
        #expect((person.rt, person.rw) == (3, 11))
        #expect(person.facts.contains(.inside))
        #expect(person.address == address)
    }

    @Test(
        arguments: [
            ("Jl. Melati Kel. Kota Baru Kec. Bekasi Barat", "32.75.02.1003"),
            ("Jl. Melati Kel. Kotabaru Kec. Bekasi Barat Kota Bekasi", "32.75.02.1003"),
            ("Jl. Melati Kel. Jatiasih Kec. Jatiasih", "32.75.09.1002"),
            ("Jl. Melati Kec. Jatiasih", "32.75.09"), ("Jl. Melati Kel. Jatirasa", "32.75.09.1004"),
            ("Jl. Melati No. 8, Kel. Medan Satria, Kec. Medan Satria", "32.75.06.1001"),
            ("Jl. Jatiasih Raya No. 8", nil), ("", nil),
        ] as [(String, String?)])
    func `village and district in an address are those behind Kel. and Kec.`(
        _ address: String, _ place: String?
    ) throws {
        #expect(try person("Alamat", address).place == place)
    }

    @Test func `columns of their own win over the address`() throws {
        let person = try person(
            "Alamat;RT;RW;Kelurahan;Kecamatan",
            "Jl. Mawar RT 9/9 Kel. Jatirasa Kec. Jatiasih;003;011;Bekasi Jaya;Bekasi Timur")
        #expect(person.place == "32.75.01.1001")
        #expect((person.rt, person.rw) == (3, 11))
    }
}
