import Civic
import Intake
import Testing

/// Who lives in the city, by what the columns of place say.
struct ResidenceTests {
    private enum Home { case inside, outside, unsaid }

    private func read(_ headings: String, _ cells: String) throws -> (Reading.Line, [String]) {
        let reading = try Reading("NIK;Nama;\(headings)\n3275011708850001;Budi;\(cells)\n")
        return (try #require(reading.people.first), reading.rejects)
    }

    private func home(_ person: Reading.Line) -> Home {
        person.facts.contains(.outside)
            ? .outside : person.facts.contains(.inside) ? .inside : .unsaid
    }

    @Test(arguments: [
        ("Bekasi Jaya", "32.75.01.1001"), ("BEKASIJAYA", "32.75.01.1001"),
        ("Kel. Bekasi Jaya", "32.75.01.1001"), ("Kelurahan Bekasi Jaya", "32.75.01.1001"),
        ("Bekasi Jya", "32.75.01.1001"), ("Jatiasih", "32.75.09.1002"),
        ("Kota Baru", "32.75.02.1003"),
        ("32.75.01.1001", "32.75.01.1001"), ("3275011001", "32.75.01.1001"),
        ("Teluk Pucung", "32.75.03.1004"), ("Tlk. Pucung", "32.75.03.1004"),
    ])
    func `villages by name, misspelling and code`(_ cell: String, _ place: String) throws {
        let (person, rejects) = try read("Kelurahan", cell)
        #expect(person.place == place)
        #expect(home(person) == .inside)
        #expect(rejects == [])
    }

    @Test(arguments: [
        ("Bekasi Timur", "32.75.01"), ("Kec. Bekasi Timur", "32.75.01"), ("Bks Timur", "32.75.01"),
        ("Bekasi Timor", "32.75.01"), ("32.75.01", "32.75.01"), ("327501", "32.75.01"),
        ("Medan Satria", "32.75.06"), ("Pondok Gede", "32.75.08"), ("Pd. Gede", "32.75.08"),
    ])
    func `districts by name, misspelling and code`(_ cell: String, _ place: String) throws {
        let (person, rejects) = try read("Kecamatan", cell)
        #expect(person.place == place)
        #expect(home(person) == .inside)
        #expect(rejects == [])
    }

    @Test func `a name on two levels is read on the level of its column`() throws {
        #expect(try read("Kecamatan", "Jatiasih").0.place == "32.75.09")
        #expect(try read("Kelurahan", "Jatiasih").0.place == "32.75.09.1002")
        #expect(try read("Kelurahan;Kecamatan", "Jatiasih;Jatiasih").0.place == "32.75.09.1002")
    }

    @Test func `the order of the columns does not matter`() throws {
        #expect(try read("Kelurahan;Kecamatan", "Jatirasa;Jatiasih").0.place == "32.75.09.1004")
        #expect(try read("Kecamatan;Kelurahan", "Jatiasih;Jatirasa").0.place == "32.75.09.1004")
    }

    @Test func `an unknown village leaves the district`() throws {
        let (person, rejects) = try read("Kelurahan;Kecamatan", "Sukamaju;Bekasi Timur")
        #expect(person.place == "32.75.01")
        #expect(home(person) == .inside)
        #expect(rejects == ["2 Kelurahan village"])
    }

    @Test func `another district is another city`() throws {
        let (person, rejects) = try read("Kelurahan;Kecamatan", "Lambangsari;Tambun Selatan")
        #expect(person.place == nil)
        #expect(home(person) == .outside)
        #expect(rejects == ["2 Kecamatan district"])
    }

    /// Jatimulya lies in the regency next door and is two letters away from Jakamulya in the city.
    @Test func `a village of another district is no misspelling of one of ours`() throws {
        let (person, _) = try read("Kelurahan;Kecamatan", "Jatimulya;Tambun Selatan")
        #expect(person.place == nil)
        #expect(home(person) == .outside)
    }

    @Test(arguments: [
        "Kota Bekasi", "KOTA BEKASI", "Kota  Bekasi", "Bekasi Kota", "32.75", "3275", "kota-bekasi",
        "Kota Bekasi, Jawa Barat",
    ])
    func `the city by its name and code`(_ cell: String) throws {
        #expect(home(try read("Kota", cell).0) == .inside)
    }

    @Test(arguments: [
        "Kab. Bekasi", "Kabupaten Bekasi", "KAB BEKASI", "32.16", "Jakarta Timur", "Kota Depok",
    ])
    func `another city, be it of the same name`(_ cell: String) throws {
        let (person, _) = try read("Kelurahan;Kecamatan;Kota", "Bekasi Jaya;Bekasi Timur;\(cell)")
        #expect(home(person) == .outside)
        #expect(person.place == nil)
    }

    @Test func `the bare name says nothing`() throws {
        #expect(home(try read("Kota", "Bekasi").0) == .unsaid)
        #expect(home(try read("Kota;Kecamatan", "Bekasi;Bekasi Timur").0) == .inside)
        #expect(home(try read("Kota;Kecamatan", "Bekasi;Tambun Selatan").0) == .outside)
        #expect(home(try read("Kota", "").0) == .unsaid)
    }
}
