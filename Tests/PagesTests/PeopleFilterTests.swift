import Pages
import Testing

@Suite struct PeopleFilterTests {
    @Test func `an address brings back its filter`() {
        let filter = PeopleFilter(
            district: "bekasi-timur", village: "bekasi jaya", outcome: .waiting, reason: "A3",
            occupation: "online_ojek", decile: 10, fund: "apbd&x=1")
        #expect(
            filter.address
                == "/kerja/peserta?kec=bekasi-timur&kel=bekasi%20jaya&hasil=tunggu&alasan=A3"
                + "&kerja=online_ojek&desil=10&dana=apbd%26x%3D1")
        #expect(PeopleFilter { filter.values[PeopleFilter.Field(rawValue: $0) ?? .fund] } == filter)
    }

    @Test func `nonsense in an address is ignored`() {
        let query = ["hasil": "semua", "desil": "11", "kec": "", "nik": "3275014507900003"]
        #expect(PeopleFilter { query[$0] } == PeopleFilter())
        #expect(PeopleFilter().address == "/kerja/peserta")
    }

    @Test func `a chip takes away one filter`() {
        let filter = PeopleFilter(district: "a", outcome: .selected)
        #expect(filter.without(.outcome) == PeopleFilter(district: "a"))
        #expect(
            filter.address(with: [("sesudah", "k9"), ("x", nil)])
                == "/kerja/peserta?kec=a&hasil=terpilih&sesudah=k9")
    }
}
