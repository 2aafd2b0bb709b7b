import Civic
import Testing

@Suite struct TruthTests {
    private let city: SampleCity

    init() throws { city = try SampleCity.ordinary.get() }

    private func person(_ id: String?) throws -> [String: String] {
        let number = try #require(Int(id ?? ""))
        return city.persons[number - 1]
    }

    @Test func `people are numbered from 1 and nobody is there twice`() {
        for (index, person) in city.persons.enumerated() {
            #expect(person["person_id"] == "\(index + 1)")
        }
        #expect(Set(city.persons.map { $0["nik"] ?? "" }).count == city.persons.count)
    }

    @Test func `every identity number is valid and fits sex and nearly always birth date`() throws {
        var differing = 0
        for person in city.persons {
            let nik = try #require(NIK(person["nik"] ?? ""))
            let birth = try #require(Day(iso: person["birth_date"] ?? ""))
            #expect(nik.sex == (person["sex"] == "male" ? .male : .female))
            if !nik.parts.names(birth) { differing += 1 }
        }
        #expect(differing > 0)
        #expect(differing < city.persons.count / 200)
    }

    @Test func `every linked row exists, and every row of a person is linked`() throws {
        #expect(city.links.count == 9)
        for (list, links) in city.links {
            let rows = try city.rows(list)
            #expect(links.keys.allSatisfy { $0 <= rows.count })
            // What is left is titles, headers, empty rows and totals.
            let others = rows.filter { links[$0.number] == nil }
            #expect(others.count < 5 + rows.count / 300)
            for other in others { #expect(other.cells["NIK"]?.first?.isNumber != true) }
        }
    }

    @Test func `there are about two and a third rows for each person`() {
        let rows = city.links.values.reduce(0) { $0 + $1.count }
        let each = Double(rows) / Double(city.persons.count)
        #expect((2.2...2.6).contains(each))
    }

    @Test func `twins share birth date and place of registration, with serials side by side`()
        throws
    {
        let twins = city.pairs.filter { $0["kind"] == "twins" }
        #expect(twins.count > 10)
        for pair in twins {
            let first = try person(pair["person_a"])
            let second = try person(pair["person_b"])
            #expect(first["birth_date"] == second["birth_date"])
            #expect(first["name"] != second["name"])
            let one = try #require(NIK(first["nik"] ?? ""))
            let other = try #require(NIK(second["nik"] ?? ""))
            #expect(one.parts.district == other.parts.district)
            #expect((1...5).contains(other.parts.serial - one.parts.serial))
        }
    }

    @Test func `father and son bear one name a generation apart`() throws {
        let pairs = city.pairs.filter { $0["kind"] == "father_son" }
        #expect(pairs.count > 10)
        for pair in pairs {
            let father = try person(pair["person_a"])
            let son = try person(pair["person_b"])
            #expect(father["name"] == son["name"])
            #expect(father["kelurahan"] == son["kelurahan"])
            let born = try #require(Day(iso: father["birth_date"] ?? ""))
            let later = try #require(Day(iso: son["birth_date"] ?? ""))
            #expect(born.age(on: later) >= 15)
        }
    }

    @Test func `namesakes share name and birth date and nothing else`() throws {
        let pairs = city.pairs.filter { $0["kind"] == "namesakes" }
        #expect(pairs.count > 10)
        for pair in pairs {
            let first = try person(pair["person_a"])
            let second = try person(pair["person_b"])
            #expect(first["name"] == second["name"])
            #expect(first["birth_date"] == second["birth_date"])
            #expect(first["nik"] != second["nik"])
        }
    }

    @Test func `a borrowed number stands in some row of the borrower`() throws {
        let pairs = city.pairs.filter { $0["kind"] == "borrowed_nik" }
        #expect(pairs.count > 10)
        var seen: [Int: Set<String>] = [:]
        for list in city.links.keys {
            for row in try city.rows(list) {
                guard let person = city.links[list]?[row.number] else { continue }
                let cell = row.cells["NIK"] ?? row.cells["No. KTP"] ?? ""
                seen[person, default: []].insert(String(cell.filter(\.isNumber).prefix(15)))
            }
        }
        let found = try pairs.count { pair in
            let borrower = try #require(Int(pair["person_a"] ?? ""))
            let lender = try person(pair["person_b"])["nik"] ?? ""
            return seen[borrower]?.contains(String(lender.prefix(15))) ?? false
        }
        // A few borrowed numbers are damaged as well.
        #expect(found * 100 >= pairs.count * 90)
    }
}
