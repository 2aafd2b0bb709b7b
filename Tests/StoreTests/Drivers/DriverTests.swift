import Civic
import Foundation
import Programme
import Testing

@testable import Store

@Suite struct DriverTests {
    @Test(arguments: TestEngine.all)
    func `every row gets the answer of the rule, and counts add up`(_ kind: TestEngine) async throws
    {
        let drivers = try await DriverStore(kind)
        let known = drivers.known
        let strangers = DriverStore.strangers(5)
        let id = try await drivers.make(known.map(\.row) + strangers)
        #expect(try await drivers.results(id).allSatisfy { $0.answer == nil })
        try await drivers.send(id)
        let results = try await drivers.results(id)
        #expect(results.count == known.count + 5)
        let byRecord = Dictionary(uniqueKeysWithValues: results.map { ($0.record, $0) })
        let told: [PersonStanding: DriverAnswer.Outcome] = [
            .selected: .accepted, .waiting: .waiting, .refused: .refused, .insured: .refused,
            .review: .checking,
        ]
        for (row, person) in known {
            let result = try #require(byRecord[row.record])
            #expect(result.nik == row.nik)
            #expect(result.answer?.outcome == told[person.standing])
            let reason = person.reasons.first { ["A1", "A2", "A4", "A8"].contains($0) }
            let isRefused = result.answer?.outcome == .refused
            #expect(result.answer?.reason == (isRefused ? reason ?? "other" : nil))
        }
        for row in strangers { #expect(byRecord[row.record]?.answer == .checking) }
        let list = try await drivers.list(id).list
        let counted = Dictionary(grouping: results.compactMap(\.answer?.outcome), by: { $0 })
        #expect(list.counts.filter { $0.value > 0 } == counted.mapValues(\.count))
        #expect(list.counts.values.reduce(0, +) == list.rowsKept)
        #expect(list.deleteOn == DriverStore.today + 30)
        #expect(Set(counted.keys) == Set(DriverAnswer.Outcome.allCases))
        #expect(try await drivers.store.count("driver_verdict") == 0)
    }

    @Test(arguments: TestEngine.all)
    func `a name and a birth date find whoever has no NIK`(_ kind: TestEngine) async throws {
        let drivers = try await DriverStore(kind)
        let person = try #require(
            drivers.sample.people.first { person in
                person.nik == nil && person.birth != nil && person.standing == .selected
                    && drivers.sample.people.filter {
                        $0.name == person.name && $0.birth == person.birth
                    }.count == 1
            })
        let stranger = try #require(DriverStore.strangers(1).first)
        let row = DriverRow(
            record: 1, nik: stranger.nik, name: person.name, birth: try #require(person.birth),
            phone: stranger.phone, consent: stranger.consent)
        let id = try await drivers.make([row])
        try await drivers.send(id)
        #expect(try await drivers.results(id).map(\.answer?.outcome) == [.accepted])
    }

    @Test(arguments: TestEngine.all)
    func `the same file and the same sending change nothing`(_ kind: TestEngine) async throws {
        let drivers = try await DriverStore(kind)
        let rows = drivers.known.map(\.row)
        let id = try await drivers.make(rows)
        let again = try await drivers.city.makeDriverList(
            NewDriverList(
                content: Array("berkas".utf8), check: DriverStore.check(rows),
                rowsRead: rows.count, dropped: []),
            of: "cepat", on: DriverStore.today, by: .test())
        #expect(again.id == id && again.isRepeated)
        try await drivers.send(id)
        let before = try await drivers.store.engine.rows()
        try await drivers.send(id)
        #expect(try await drivers.make(rows) == id)
        #expect(try await drivers.store.engine.rows() == before)
        // Another platform with the same bytes has a list of its own.
        #expect(try await drivers.make(rows, agency: "lancar") != id)
    }

    @Test(arguments: TestEngine.all)
    func `drivers sent before are repeated, those of another platform are not`(
        _ kind: TestEngine
    ) async throws {
        let drivers = try await DriverStore(kind)
        let rows = drivers.known.map(\.row)
        let first = try await drivers.make(Array(rows.prefix(10)))
        try await drivers.send(first)
        let other = try await drivers.make(rows, agency: "lancar")
        try await drivers.send(other, DriverStore.theirs)
        let second = try await drivers.make(rows, content: "berkas dua")
        try await drivers.send(second)
        let answers = try await drivers.results(second).map(\.answer)
        for (place, answer) in answers.enumerated() {
            let isRepeated = answer == DriverAnswer(.refused, reason: "A8")
            #expect(isRepeated == (place < 10))
        }
        // What the platforms are told does not depend on each other.
        let theirs = try await drivers.city.driverResults(
            of: other, in: DriverStore.theirs, limit: 1000)
        #expect(theirs.dropFirst(10).map(\.answer) == Array(answers.dropFirst(10)))
        // The first list keeps its own answers when it is asked again.
        try await drivers.city.importRun(drivers.sample.run(seed: 2), by: Act.later(1))
        let before = try await drivers.list(first).list.counts
        #expect(
            try await drivers.city.recheckDriverList(
                first, in: DriverStore.mine, answering: DriverStore.answering, by: .test()))
        #expect(try await drivers.list(first).list.counts == before)
    }

    @Test(arguments: TestEngine.all)
    func `answers follow the next run, and are not asked twice`(_ kind: TestEngine) async throws {
        let drivers = try await DriverStore(kind)
        let (row, person) = try #require(drivers.known.first { $0.person.standing == .selected })
        let id = try await drivers.make([row])
        try await drivers.send(id)
        func recheck() async throws -> Bool {
            try await drivers.city.recheckDriverList(
                id, in: DriverStore.mine, answering: DriverStore.answering, by: .test())
        }
        #expect(try await !recheck())
        let whole = drivers.sample.run(seed: 9)
        let people = drivers.sample.people.map { one in
            guard one.number == person.number else { return one }
            var changed = one
            (changed.standing, changed.rank, changed.fund) = (.insured, nil, nil)
            changed.reasons = ["A4"]
            return changed
        }
        try await drivers.city.importRun(
            ImportRun(settings: whole.settings, deliveries: whole.deliveries, pairs: []) {
                add throws(Problem) in for one in people { try add(one) }
            }, by: .later(5))
        #expect(try await recheck())
        #expect(try await !recheck())
        #expect(
            try await drivers.results(id).map(\.answer) == [DriverAnswer(.refused, reason: "A4")])
    }

    @Test(arguments: TestEngine.all)
    func `nobody reaches the lists of others`(_ kind: TestEngine) async throws {
        let drivers = try await DriverStore(kind)
        let id = try await drivers.make(drivers.known.map(\.row))
        let city = drivers.city
        for scope in [DriverStore.theirs, .agency(""), .areas([])] {
            await expectProblem("driver-list-unknown") { try await city.driverList(id, in: scope) }
            await expectProblem("driver-list-unknown") { try await drivers.send(id, scope) }
            await expectProblem("driver-list-unknown") {
                try await city.driverResults(of: id, in: scope, limit: 1)
            }
            await expectProblem("driver-list-unknown") {
                try await city.driverFaults(of: id, in: scope)
            }
            await expectProblem("driver-list-unknown") {
                try await city.recheckDriverList(
                    id, in: scope, answering: DriverStore.answering, by: .test())
            }
            await expectProblem("driver-list-unknown") {
                try await city.deleteDriverList(id, in: scope, by: .test())
            }
            #expect(try await city.driverLists(in: scope, limit: 10).isEmpty)
        }
        #expect(try await city.driverLists(in: DriverStore.mine, limit: 10).map(\.id) == [id])
        try await city.deleteDriverList(id, in: DriverStore.mine, by: .test())
        for scope in [DriverStore.theirs, .areas([])] {
            #expect(try await city.driverDeletions(in: scope).isEmpty)
            await expectProblem("driver-list-unknown") {
                try await city.driverDeletion(1, in: scope)
            }
        }
        #expect(try await city.driverDeletion(1, in: DriverStore.mine).list == id)
    }

    @Test(arguments: TestEngine.all)
    func `nothing is kept or sent without an open call`(_ kind: TestEngine) async throws {
        let drivers = try await DriverStore(kind)
        await expectProblem("agreement-closed") {
            try await drivers.make(drivers.known.map(\.row), agency: "tidak-kenal")
        }
        #expect(try await drivers.store.count("driver_row") == 0)
        let id = try await drivers.make(drivers.known.map(\.row))
        let agreement = try #require(try await drivers.city.agreements(with: "cepat").first)
        try await drivers.city.setCall(ofAgreement: agreement.id, until: nil, by: .test())
        await expectProblem("agreement-closed") { try await drivers.send(id) }
        #expect(try await drivers.list(id).list.state == .draft)
    }

    @Test func `nothing of a driver stands in clear in the files`() async throws {
        let drivers = try await DriverStore(.sqlite)
        let rows = DriverStore.strangers(40)
        let id = try await drivers.make(rows)
        try await drivers.send(id)
        for row in rows {
            for word in [row.nik.revealed(), row.name, String(row.phone.digits)] {
                #expect(try !drivers.holds(word))
            }
        }
    }
}

extension Act {
    /// Some seconds after the others.
    static func later(_ seconds: Int) -> Act {
        Act(actor: "ratna", at: TestStore.noon + Int64(seconds) * 1000)
    }
}
