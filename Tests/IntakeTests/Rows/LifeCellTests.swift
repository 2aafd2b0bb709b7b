import Civic
import Intake
import Testing

struct LifeCellTests {
    @Test func `an unreadable day of death does not bring anybody back to life`() throws {
        let reading = try Reading(
            "NIK;Nama;Status;Tgl Meninggal\n3275011708850001;Budi;MENINGGAL;entah\n",
            from: .civilRegistry)
        #expect(reading.people.map { $0.facts.contains(.dead) } == [true])
        #expect(reading.rejects == ["2 Tgl Meninggal death-date"])
    }
}
