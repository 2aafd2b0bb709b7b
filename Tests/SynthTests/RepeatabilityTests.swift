import Civic
import Foundation
import Testing

@Suite struct RepeatabilityTests {
    @Test func `the same seed gives the same bytes, text and workbooks alike`() throws {
        let first = try SampleCity(people: 1500, seed: 42, asText: false)
        let second = try SampleCity(people: 1500, seed: 42, asText: false)
        let names = try FileManager.default.subpathsOfDirectory(atPath: first.folder).sorted()
        #expect(names.count == 14)
        for name in names {
            let left = FileManager.default.contents(atPath: "\(first.folder)/\(name)")
            #expect(left == FileManager.default.contents(atPath: "\(second.folder)/\(name)"))
        }
    }

    @Test func `another seed gives other people`() throws {
        let first = try SampleCity(people: 300, seed: 1)
        let second = try SampleCity(people: 300, seed: 2)
        let shared = Set(first.persons.map { $0["nik"] ?? "" })
            .intersection(second.persons.map { $0["nik"] ?? "" })
        #expect(shared.count < 5)
    }

    @Test func `dirt changes the lists and not the people`() throws {
        let clean = try SampleCity(people: 500, seed: 3, dirt: 0)
        let dirty = try SampleCity(people: 500, seed: 3, dirt: 2)
        #expect(clean.persons == dirty.persons)
        #expect(
            try CSVText.read("\(clean.folder)/kelurahan.csv")
                != CSVText.read("\(dirty.folder)/kelurahan.csv"))
    }

    @Test(arguments: [1, 2, 3, 10, 97]) func `a city has exactly as many people as asked for`(
        people: Int
    ) throws {
        let city = try SampleCity(people: people, seed: 5)
        #expect(city.persons.count == people)
        #expect(city.eligible.count == people)
        for pair in city.pairs {
            #expect((1...people).contains(Int(pair["person_a"] ?? "") ?? 0))
            #expect((1...people).contains(Int(pair["person_b"] ?? "") ?? 0))
        }
    }

    @Test func `a folder that holds something is left alone`() throws {
        let folder = NSTemporaryDirectory() + "synth-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try Data("mine".utf8).write(to: URL(filePath: "\(folder)/note.txt"))
        let problem = #expect(throws: Problem.self) {
            try SampleCity.write(people: 10, seed: 1, dirt: 1, asText: true, to: folder)
        }
        #expect(problem?.code == "synth-folder-taken")
        #expect(problem?.exitStatus == 3)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["note.txt"])
    }

    @Test(arguments: [(0, 1.0), (20_000_000, 1), (10, -1), (10, 11), (10, .nan)])
    func `numbers out of range are refused before anything is written`(
        people: Int, dirt: Double
    ) throws {
        let folder = NSTemporaryDirectory() + "synth-\(UUID().uuidString)"
        let problem = #expect(throws: Problem.self) {
            try SampleCity.write(people: people, seed: 1, dirt: dirt, asText: true, to: folder)
        }
        #expect(problem?.exitStatus == 2)
        #expect(!FileManager.default.fileExists(atPath: folder))
    }
}
