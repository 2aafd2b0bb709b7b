import Civic
import Intake
import Testing

/// Whose list it is: told by the caller, else by the name of the file, else by its header.
struct SenderTests {
    private let row = "3275011708850001,Budi"

    @Test(arguments: [
        ("dukcapil_2025.csv", "dukcapil"), ("Data ORGANDA (final).csv", "organda"),
        ("2025-11 usulan kelurahan.csv", "kelurahan"), ("bkpsdm.csv", "bkpsdm"),
    ])
    func `by the name of the file`(_ name: String, _ id: String) throws {
        let reading = try Reading("NIK,Nama\n\(row)\n", from: nil, name: name)
        #expect(reading.delivery.agency.id == id)
        #expect(reading.warnings == [])
    }

    @Test(arguments: [
        ("KPJ", "bpjs"), ("Desil", "dtsen"), ("Trayek", "organda"), ("Jenis_Klmin", "dukcapil"),
    ])
    func `by a word of the header`(_ heading: String, _ id: String) throws {
        let reading = try Reading("NIK,Nama,\(heading)\n\(row),1\n", from: nil, name: "data.csv")
        #expect(reading.delivery.agency.id == id)
    }

    @Test func `an unknown sender only proposes, and that is said`() throws {
        let reading = try Reading("NIK,Nama\n\(row)\n", from: nil, name: "data.csv")
        #expect(reading.delivery.agency.role == .nomination)
        #expect(reading.warnings == ["agency-unknown"])
        let named = try Reading("NIK,Nama\n\(row)\n", from: .insurer, name: "dukcapil.csv")
        #expect(named.delivery.agency.id == "bpjs")
    }

    @Test func `an insurer told by its header reads a status as membership`() throws {
        let reading = try Reading(
            "KPJ,NIK,Nama,Status\n1,\(row),Non Aktif\n", from: nil, name: "d.csv")
        #expect(reading.people.map { $0.facts.contains(.insuredInactive) } == [true])
    }
}
