import Civic
import Crypto
import Foundation
import HTTPTypes
import Programme
import Store
import Testing

@testable import Web

/// The order of a wave, as an auditor sees and proves it.
@Suite struct WaveOrderRouteTests {
    private static func setup() async throws -> (WaveSite, RoundSite.Browser, String) {
        let setup = try await WaveSite()
        let ratna = try await setup.browser("ratna")
        try await setup.openFund(ratna)
        let wave = try await setup.makeWave(ratna)
        let draft = try await ratna.get("\(wave)/urutan")
        #expect(draft.text.contains("Gelombang 1: 40 tempat akan dibagi, 50 orang menunggu"))
        #expect(try await ratna.get("\(wave)/urutan.csv").status == 404)
        #expect(try await ratna.get("\(wave)/urutan.pdf").status == 404)
        try await setup.freeze(wave, ratna)
        return (setup, ratna, wave)
    }

    @Test func `an auditor makes the order again from the file, without this program`() async throws
    {
        let (setup, _, wave) = try await Self.setup()
        let intan = try await setup.browser("intan")
        let page = try await intan.get("\(wave)/urutan")
        #expect(page.text.contains("Gelombang 1: 40 orang terpilih, 50 menunggu"))
        #expect(page.text.contains("Desil kecil dulu, lalu pekerjaan berisiko, lalu tanggal"))
        #expect(page.text.contains("Kuota kelurahan menurut jumlah layak, minimal 20."))
        #expect(page.text.contains("href=\"\(wave)/urutan.pdf\""))
        let paper = try await intan.get("\(wave)/urutan.pdf")
        #expect(paper.isPaper("urutan-gelombang-1.pdf"))
        let yuni = try await setup.browser("yuni")
        #expect(try await yuni.get("\(wave)/urutan.pdf").status == 403)
        let text = try await intan.get("\(wave)/urutan.txt").text
        let digest = SHA256.hash(data: Data(text.utf8)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        #expect(page.text.contains(digest))
        let check = try await intan.get("\(wave)/urutan?periksa=1")
        #expect(check.text.contains("Urutan dan sidiknya cocok."))
        let lines = text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let seed = try #require(lines.first { $0[0] == "benih" }.flatMap { UInt64($0[1]) })
        let places = lines.filter { $0[0] == "urutan" }
        #expect(places.count == 90)
        // Sorted by group of decile, hazard, day (none last), then the draw as it is written.
        func key(_ line: [String]) -> [String] {
            let group = (Int(line[6]) ?? 9) <= 3 ? "0" : "1"
            return [group, line[7], line[8].isEmpty ? "9999" : line[8], line[9]]
        }
        let sorted = places.sorted { key($0).lexicographicallyPrecedes(key($1)) }
        #expect(sorted == places)
        for line in places { #expect(line[9] == Self.draw(line[2], seed)) }
        var left: [String: Int] = [:]
        for line in lines where line[0] == "kelurahan" { left[line[1]] = Int(line[3]) }
        #expect(left.values.reduce(0, +) == 40)
        for line in places {
            let isChosen = (left[line[4]] ?? 0) > 0
            left[line[4], default: 0] -= 1
            #expect(line[10] == (isChosen ? "chosen" : "waiting"))
        }
    }

    /// FNV-1a and SplitMix64, written down anew.
    private static func draw(_ number: String, _ seed: UInt64) -> String {
        func mix(_ value: UInt64) -> UInt64 {
            let first = (value ^ (value >> 30)).multipliedReportingOverflow(
                by: 0xbf58_476d_1ce4_e5b9
            ).partialValue
            let second = (first ^ (first >> 27)).multipliedReportingOverflow(
                by: 0x94d0_49bb_1331_11eb
            ).partialValue
            return second ^ (second >> 31)
        }
        var hash: UInt64 = 14_695_981_039_346_656_037
        for byte in number.utf8 {
            hash =
                (hash ^ UInt64(byte)).multipliedReportingOverflow(by: 1_099_511_628_211)
                .partialValue
        }
        let text = String(mix(hash ^ mix(seed)), radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }

    @Test func `files hold every place and nobody's NIK or name`() async throws {
        let (setup, ratna, wave) = try await Self.setup()
        let csv = try await ratna.get("\(wave)/urutan.csv")
        #expect(csv.text.split(whereSeparator: \.isNewline).count == 91)
        #expect(csv.headers[.contentDisposition]?.contains("urutan-gelombang-1.csv") == true)
        let text = try await ratna.get("\(wave)/urutan.txt").text
        for file in [csv.text, text] {
            #expect(!file.contains("32750101019") && !file.contains("CONTOH"))
        }
        let workbook = try await ratna.get("\(wave)/urutan.xlsx")
        #expect(workbook.status == 200)
        #expect(try await setup.store.city.events(before: nil, limit: 1)[0].verb == "wave.freeze")
    }

    @Test func `each place is explained beside its neighbours`() async throws {
        let (setup, ratna, wave) = try await Self.setup()
        let list = try await ratna.get("\(wave)/urutan?kel=bekasijaya")
        #expect(list.status == 200)
        #expect(list.text.contains("NAMA"))
        let places = try await setup.store.city.allWavePlaces(1)
        let here = places.filter { $0.candidate.village == PlaceCode(WaveSite.villages[0]) }
        let last = try #require(here.last { $0.isChosen })
        let first = try #require(here.first { !$0.isChosen })
        for (place, word) in [(last, "Terpilih: urutan"), (first, "Menunggu: urutan")] {
            let why = try await ratna.get(
                "\(wave)/urutan?kel=bekasijaya&tempat=\(place.place)")
            #expect(why.text.contains("Tempat \(place.place), \(place.candidate.number)"))
            #expect(why.text.contains("\(word) \(place.villagePlace) di kelurahan"))
            #expect(why.text.contains("Di belakang tempat "))
        }
        let other = try #require(
            places.first { $0.candidate.village == PlaceCode(WaveSite.villages[1]) })
        for path in [
            "kel=bekasijaya&tempat=\(other.place)", "kel=bekasijaya&tempat=999", "kel=bintara",
            "kel=xyz", "kel=tanpa",
        ] {
            #expect(try await ratna.get("\(wave)/urutan?\(path)").status == 404, "\(path)")
        }
        // Whoever may not see people sees numbers only.
        let sari = try await setup.browser("sari")
        let plain = try await sari.get("\(wave)/urutan?kel=bekasijaya")
        #expect(plain.status == 200)
        #expect(!plain.text.contains("CONTOH") && plain.text.contains("BKS-"))
    }

    @Test func `a frozen order is frozen once`() async throws {
        let (setup, ratna, wave) = try await Self.setup()
        let order = try await setup.store.city.wave(1)?.order
        try await setup.freeze(wave, ratna)
        let again = try await ratna.post(wave, "aksi=bekukan&versi=2&kunci=z2")
        #expect(again.status == 422)
        #expect(again.text.contains("Urutan gelombang ini sudah dibekukan."))
        #expect(try await setup.store.city.wave(1)?.order == order)
    }
}
