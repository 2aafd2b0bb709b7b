import Civic
import Foundation
import Store
import StoreSQLite
import TestServers
import Testing

/// Disks that fill up or cannot be written, mounted for the test in a name space of its own.
@Suite(.serialized, .enabled(if: SmallDisk.isPossible)) struct DiskTests {
    @Test func `a disk that is full refuses, and goes on where it was once there is room`()
        async throws
    {
        let folder = try CrashFolder()
        let key = try await folder.city(on: try SQLiteEngine(folder.file("city.db"), .create))
        let disk = try SmallDisk(in: folder)
        let writer = try disk.writer(
            """
            mount -t tmpfs -o size=2m none "$D/disk"
            cp "$D/city.db" "$D/city.key" "$D/disk/"
            "$@" & writer=$!
            until [ -e "$D/grow" ]; do sleep 0.05; done
            mount -o remount,size=64m "$D/disk"
            until [ -e "$D/end" ]; do sleep 0.05; done
            kill -9 $writer; cp "$D"/disk/city.db* "$D/out/"
            """)
        try await writer.expect { $0.contains("failed disk-full") }
        let before = writer.lines.acknowledged.count
        try folder.touch("grow")
        try await writer.expect { $0.acknowledged.count > before + 20 }
        try folder.touch("end")
        try await writer.expect { _ in !writer.isRunning }
        writer.kill()

        let engine = try SQLiteEngine(folder.file("out/city.db"), .write)
        let store = try await CityStore.open(engine, key: key, at: .now())
        let evidence = Evidence(store: store, engine: engine)
        #expect(try await evidence.lost(of: writer.lines.acknowledged) == [])
        #expect(try await evidence.halves() == [])
        #expect(try await store.verifyJournal().fault == nil)
        let problems = Set(writer.lines.filter { $0.hasPrefix("failed ") })
        #expect(problems == ["failed disk-full"])
    }

    @Test func `a disk that cannot be written is told and left alone`() async throws {
        let folder = try CrashFolder()
        _ = try await folder.city(on: try SQLiteEngine(folder.file("city.db"), .create))
        let disk = try SmallDisk(in: folder)
        let writer = try disk.writer(
            """
            mount -t tmpfs -o size=8m none "$D/disk"
            cp "$D/city.db" "$D/city.key" "$D/disk/"
            mount -o remount,ro "$D/disk"
            "$@"
            cmp "$D/city.db" "$D/disk/city.db" && echo unchanged
            """)
        try await writer.expect { _ in !writer.isRunning }
        writer.kill()
        #expect(writer.lines == ["refused store-read-only", "unchanged"])
    }
}

/// A small disk that only the process it is made for can see.
struct SmallDisk {
    private let folder: CrashFolder

    init(in folder: CrashFolder) throws {
        self.folder = folder
        for name in ["disk", "out"] {
            try FileManager.default.createDirectory(
                atPath: folder.file(name), withIntermediateDirectories: true)
        }
    }

    /// Runs `script`, in which `$D` is the folder, `$D/disk` the place of the disk and `"$@"` a writer
    /// to the store there.
    func writer(_ script: String) throws -> WriterProcess {
        let shell = "set -e; D=\(folder.path)\n\(script)"
        return try WriterProcess(
            folder.file("disk/city.db"), key: folder.file("disk/city.key"), life: "disk",
            within: ["/usr/bin/unshare", "-rm", "/bin/sh", "-c", shell, "sh"])
    }

    /// Not every system lets its users mount disks of their own.
    static let isPossible: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/unshare")
        process.arguments = ["-rm", "mount", "-t", "tmpfs", "none", "/mnt"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()
}

extension CrashFolder {
    func touch(_ name: String) throws {
        try Data().write(to: URL(filePath: file(name)))
    }
}

extension WriterProcess {
    /// Waits until `condition` holds, a minute at most.
    func expect(
        _ location: SourceLocation = #_sourceLocation, _ condition: ([String]) -> Bool
    ) async throws {
        for _ in 0..<1200 {
            if condition(lines) { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("in vain, after \(lines.suffix(5))", sourceLocation: location)
    }
}
