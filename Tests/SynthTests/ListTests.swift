import Civic
import Foundation
import Testing

@Suite struct ListTests {
    @Test func `clean lists repeat the truth`() throws {
        let city = try SampleCity.clean.get()
        for list in city.links.keys {
            for row in try city.rows(list) {
                guard let id = city.links[list]?[row.number] else { continue }
                let person = city.persons[id - 1]
                let name = row.cells.first { $0.key.hasPrefix("N") && nameHeaders.contains($0.key) }
                #expect(name?.value.uppercased() == person["name"]?.uppercased())
                let nik = row.cells["NIK"] ?? row.cells["No. KTP"]
                #expect(nik == person["nik"])
            }
        }
    }

    private let nameHeaders: Set = [
        "NAMA_LGKP", "Nama", "Nama Pengurus", "Nama Pemilik", "Nama Sopir", "Nama Lengkap",
    ]

    @Test func `the civil registry holds everybody of the city, each once, with a valid number`()
        throws
    {
        let city = try SampleCity.ordinary.get()
        var seen: Set<Int> = []
        for row in try city.rows("dukcapil") {
            guard let id = city.links["dukcapil"]?[row.number] else { continue }
            #expect(seen.insert(id).inserted)
            let digits = (row.cells["NIK"] ?? "").filter { $0 != "'" }
            #expect(NIK(digits) != nil)
            let person = city.persons[id - 1]
            #expect((row.cells["STATUS"] == "MENINGGAL") == (person["alive"] == "false"))
            #expect((row.cells["TGL_MENINGGAL"]?.isEmpty == false) == (person["alive"] == "false"))
        }
        let outside = city.persons.count { $0["kelurahan"] == "" }
        #expect(seen.count + outside == city.persons.count)
    }

    @Test func `the driver lists hold drivers above all`() throws {
        let city = try SampleCity.ordinary.get()
        let expected = [
            "organda": ["angkot_driver", "minibus_conductor", "driver"],
            "dishub-ojek": ["base_ojek", "online_ojek"],
            "aplikator": ["online_ojek", "online_car_driver", "courier"],
        ]
        for (list, jobs) in expected {
            let people = try #require(city.links[list]).values
            let fitting = people.count { jobs.contains(city.persons[$0 - 1]["occupation"] ?? "") }
            #expect(fitting * 100 >= people.count * 75, "\(list)")
        }
    }

    @Test func `lists hold people who must be found and left out`() throws {
        let city = try SampleCity.ordinary.get()
        let proposed = try #require(city.links["kelurahan"]).values.map { city.persons[$0 - 1] }
        #expect(proposed.contains { $0["alive"] == "false" })
        #expect(proposed.contains { $0["resident"] == "false" })
        #expect(proposed.contains { $0["state_employee"] == "true" })
        #expect(proposed.contains { $0["insured"] == "active" })
        #expect(proposed.contains { ($0["birth_date"] ?? "") > "2007-11-05" })
        #expect(proposed.contains { ($0["birth_date"] ?? "9") <= "1960-11-05" })
    }

    @Test func `the list in Windows-1252 has no-break spaces of one byte`() throws {
        let city = try SampleCity.ordinary.get()
        let bytes = try #require(
            FileManager.default.contents(atPath: "\(city.folder)/dishub-ojek.csv"))
        #expect(bytes.contains(0xA0))
        #expect(!bytes.contains(0xC2))
    }

    @Test func `cells with line breaks are quoted and start no new record`() throws {
        let city = try SampleCity.ordinary.get()
        let broken = try city.rows("dtsen").filter { $0.cells["Alamat"]?.contains("\n") == true }
        #expect(!broken.isEmpty)
    }

    @Test func `the small business list has title, repeated header and total`() throws {
        let city = try SampleCity(people: 20_000, seed: 9)
        let records = CSVText.records(try CSVText.read("\(city.folder)/diskopukm.csv"))
        #expect(records[0][0] == "DATA PELAKU USAHA MIKRO")
        #expect(records.indices.filter { records[$0][0] == "No" } == [3, 904])
        let people = try #require(city.links["diskopukm"]).count
        #expect(records.last?.prefix(2) == ["JUMLAH", "\(people)"])
    }
}
