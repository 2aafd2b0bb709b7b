import Civic
import Foundation
import Intake
import Testing

/// Reads a file much larger than what may be kept of it. Each test runs in a process of its own, so
/// that its memory can be measured.
struct MemoryTests {
    @Test func `a long file without people leaves nothing in memory`() async {
        await #expect(processExitsWith: .success) {
            let growth = BigFile.growth(header: "Laporan kegiatan", line: "## sisa cetakan lama ##;;")
            precondition(growth < BigFile.growthMax, "memory grew by \(growth) bytes")
        }
    }

    @Test func `rows that say nothing leave nothing in memory`() async {
        await #expect(processExitsWith: .success) {
            let growth = BigFile.growth(header: "NIK;Nama;Alamat", line: "-;N/A;....................")
            precondition(growth < BigFile.growthMax, "memory grew by \(growth) bytes")
        }
    }

    @Test func `a long file of one endless line is refused within a block`() async {
        await #expect(processExitsWith: .success) {
            let growth = BigFile.growth(header: "NIK;Nama;Alamat", line: "tanpa baris baru", end: "")
            precondition(growth < BigFile.growthMax, "memory grew by \(growth) bytes")
        }
    }
}

private enum BigFile {
    static let growthMax = 150 << 20
    private static let size = 300 << 20

    /// By how many bytes the memory of this process grows at most while it reads a file of 300 MB
    /// in which nobody is found.
    static func growth(header: String, line: String, end: String = "\n") -> Int {
        let path = FileManager.default.temporaryDirectory.appending(path: "sigap-\(UUID()).csv").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        write(header, line + end, to: path)
        let before = peak()
        let reader = DeliveryReader(context: City.context)
        let people = try? reader.read(path: path, source: "besar", agency: nil)
        precondition(people?.allSatisfy { $0.counts.linked == 0 } ?? true)
        return peak() - before
    }

    /// Writes block by block, so that writing takes no memory either.
    private static func write(_ header: String, _ line: String, to path: String) {
        let block = Data(String(repeating: line, count: (1 << 20) / line.utf8.count).utf8)
        _ = FileManager.default.createFile(atPath: path, contents: Data("\(header)\n".utf8))
        guard let file = FileHandle(forWritingAtPath: path) else { preconditionFailure(path) }
        file.seekToEndOfFile()
        for _ in 0..<size / block.count { file.write(block) }
        try? file.close()
    }

    /// The most memory this process has had, in bytes.
    private static func peak() -> Int {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
        return (line?.split(separator: " ").dropLast().last).flatMap { Int($0) }.map { $0 << 10 } ?? 0
    }
}
