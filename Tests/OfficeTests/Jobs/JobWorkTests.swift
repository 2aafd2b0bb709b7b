import Civic
import Foundation
import Store
import StoreSQLite
import Synchronization
import Testing

@testable import Office

@Suite struct JobWorkTests {
    /// 2025-11-05, 12.00 in Jakarta.
    private let noon = Instant(milliseconds: 1_762_318_800_000)

    @Test func `daily work is due once a day, by the clock of Jakarta`() throws {
        let midnight = noon + -12 * 3_600_000
        #expect(JobCalendar.daily(.backup, minute: 120, at: midnight + 119 * 60_000) == nil)
        let due = try #require(JobCalendar.daily(.backup, minute: 120, at: midnight + 120 * 60_000))
        #expect(due.key == "backup:2025-11-05")
        #expect(due.runAfter == midnight + 120 * 60_000)
        let late = JobCalendar.daily(.backup, minute: 120, at: midnight + 86_399_999)
        #expect(late == due)
    }

    @Test func `hourly work has the hour of Jakarta in its key`() {
        let job = JobCalendar.hourly(.sweepAttempts, at: noon + 59 * 60_000)
        #expect(job.key == "attempts.sweep:2025-11-05T12")
        #expect(job.runAfter == noon)
        let night = JobCalendar.hourly(.sweepAttempts, at: noon + -12 * 3_600_000)
        #expect(night.key == "attempts.sweep:2025-11-05T00")
    }

    @Test func `pauses grow to an hour and keep some chance`() {
        let pace = JobPace()
        #expect(pace.pause(after: 1, chance: 0) == 30_000)
        #expect(pace.pause(after: 2, chance: 0) == 60_000)
        #expect(pace.pause(after: 2, chance: 1) == 30_000)
        #expect(pace.pause(after: 99, chance: 0) == 3_600_000)
    }

    @Test func `the newest backups are kept and nothing else is touched`() async throws {
        let folder = try TestFolder()
        for name in [
            "bekasi-2025-11-01-001.sigap-backup", "bekasi-2025-11-02-001.sigap-backup",
            "bekasi-2025-11-03-001.sigap-backup", "bandung-2025-11-01-001.sigap-backup",
            "bekasi-2025-10-01.txt", "bekasi-kabupaten-2025-11-01-001.sigap-backup",
            "bekasi-2025-11-04-009.sigap-backup.partial", "bekasi-2025-11-03-1000.sigap-backup",
            "bekasi-2025-11-09-001.sigap-backup.partial",
        ] { try Data().write(to: URL(filePath: folder.path(name))) }
        let store = try await city(folder)
        let job = BackupJob(folder: folder.path(""), keep: 2) { path throws(Problem) in
            guard FileManager.default.createFile(atPath: path, contents: Data()) else {
                throw Problem.diskFull(path)
            }
        }
        let clock = ManualClock(noon)
        try await run(job, store, clock)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path(""))
            .filter { !$0.hasPrefix("kota") }.sorted()
        #expect(
            left == [
                "bandung-2025-11-01-001.sigap-backup", "bekasi-2025-10-01.txt",
                "bekasi-2025-11-03-1000.sigap-backup", "bekasi-2025-11-05-001.sigap-backup",
                "bekasi-2025-11-09-001.sigap-backup.partial",
                "bekasi-kabupaten-2025-11-01-001.sigap-backup",
            ])
    }

    @Test func `a broken journal is saved once a day, not at every attempt`() async throws {
        let folder = try TestFolder()
        let store = try await city(folder)
        let job = BackupJob(folder: folder.path(""), keep: 1) { path throws(Problem) in
            _ = FileManager.default.createFile(atPath: path, contents: Data())
            throw Problem.journalBroken(.rewritten, at: nil, do: .stopAndRestore)
        }
        let clock = ManualClock(noon)
        let runner = JobRunner(store, [job], node: "a", clock: clock) { _ in }
        for hour in 0..<8 {
            clock.set(noon + Int64(hour) * 3_600_000)
            await runner.tick()
            try await Task.sleep(for: .milliseconds(100))
        }
        await runner.stop()
        let made = try FileManager.default.contentsOfDirectory(atPath: folder.path(""))
            .filter { $0.hasSuffix(".sigap-backup") }
        #expect(made == ["bekasi-2025-11-05-001.sigap-backup"])
    }

    @Test func `a backup that fails removes nothing`() async throws {
        let folder = try TestFolder()
        let old = folder.path("bekasi-2025-11-01-001.sigap-backup")
        try Data().write(to: URL(filePath: old))
        let job = BackupJob(folder: folder.path(""), keep: 1) { path throws(Problem) in
            throw Problem.diskFull(path)
        }
        let store = try await city(folder)
        await #expect(throws: Problem.self) { try await run(job, store, ManualClock(noon)) }
        #expect(FileManager.default.fileExists(atPath: old))
    }

    @Test func `sweeps clear what has passed and keep the rest`() async throws {
        let folder = try TestFolder()
        let store = try await city(folder)
        let clock = ManualClock(noon)
        _ = try await store.takeAttempt(from: "x", most: 1, within: 1000, at: noon)
        let account = try await store.createAccount(
            NewAccount(
                login: "dewi", name: "Dewi", role: "manager", agency: nil, areas: [],
                password: "rahasia-sekali"), by: Act(actor: "test", at: noon, key: "old"))
        let session = try await store.startSession(
            for: account, until: noon + 1000, by: Act(actor: "dewi", at: noon))
        for day in [0, 399, 401] {
            clock.set(noon + Int64(day) * 86_400_000)
            for job in SweepJob.all { try await run(job, store, clock) }
        }
        // The attempt is forgotten, the session is gone, and the old key may be used again.
        #expect(try await store.takeAttempt(from: "x", most: 1, within: 1000, at: noon) == 0)
        #expect(
            try await store.session(token: session.token, at: noon, idleLimit: 10_000) == nil)
        try await store.record("test", "", by: Act(actor: "test", at: noon, key: "old"))
    }

    private func city(_ folder: TestFolder) async throws -> CityStore {
        try await CityStore.create(
            on: try SQLiteEngine(folder.path("kota.db"), .create),
            key: try KeyFile.create(at: folder.path("kota.key")), region: "bekasi",
            by: Act(actor: "test", at: noon))
    }

    private func run(
        _ handler: some JobHandler, _ store: CityStore, _ clock: ManualClock
    ) async throws {
        let kind = handler.kind.rawValue
        let job = NewJob(kind: kind, key: "\(kind):\(clock.now().milliseconds)", runAfter: noon)
        try await store.enqueue([job], at: noon)
        let claim = try #require(
            try await store.claimJob(of: [kind], for: "a", at: clock.now()))
        try await handler.run(JobDesk(store: store, claim: claim, clock: clock))
    }
}
