import Civic
import Foundation
import Intake
import Testing

/// Reads files much larger than what may be kept of them. Each test runs in a process of its own, so
/// that its memory can be measured.
struct MemoryTests {
    @Test func `a long file without people leaves nothing in memory`() async {
        await #expect(processExitsWith: .success) {
            BigFile("Laporan kegiatan\n", line: "## sisa cetakan lama ##;;\n").requireBounded()
        }
    }

    @Test func `rows that say nothing leave nothing in memory`() async {
        await #expect(processExitsWith: .success) {
            BigFile("NIK;Nama;Alamat\n", line: "-;N/A;....................\n").requireBounded()
        }
    }

    @Test func `one endless line is refused within a block`() async {
        await #expect(processExitsWith: .success) {
            BigFile("NIK;Nama;Alamat\n", line: "tanpa baris baru ", megabytes: 8).requireBounded()
        }
    }

    /// As many rows as the first lines promise would not fit into any memory.
    @Test func `a file that begins with blank lines and has a hole of 300 GB is refused`() async {
        await #expect(processExitsWith: .success) {
            let blankLines = String(repeating: "\n", count: 70_000)
            let file = BigFile("NIK;Nama\n\(blankLines)", line: "-;-\n", megabytes: 1)
            file.stretch(toGigabytes: 300)
            file.requireBounded()
        }
    }
}

private final class BigFile {
    private let file: ListFile

    private static let growthMax = 150 << 20

    /// Writes block by block, so that writing takes no memory either.
    init(_ header: String, line: String, megabytes: Int = 300) {
        file = ListFile(header)
        let block = Data(String(repeating: line, count: (1 << 20) / line.utf8.count).utf8)
        guard let handle = FileHandle(forWritingAtPath: file.path) else {
            preconditionFailure(file.path)
        }
        handle.seekToEndOfFile()
        for _ in 0..<megabytes { handle.write(block) }
        try? handle.close()
    }

    /// Makes the file longer without writing anything.
    func stretch(toGigabytes size: UInt64) {
        let handle = FileHandle(forWritingAtPath: file.path)
        handle?.truncateFile(atOffset: size << 30)
        try? handle?.close()
    }

    /// Stops the process unless the file is read with little memory and nobody is found in it.
    func requireBounded() {
        let before = BigFile.peak()
        let reader = DeliveryReader(context: City.context)
        let found = try? reader.read(path: file.path, source: "besar", agency: nil)
        precondition(found?.allSatisfy { $0.counts.linked == 0 } ?? true)
        let growth = BigFile.peak() - before
        precondition(growth < BigFile.growthMax, "memory grew by \(growth) bytes")
    }

    /// The most memory this process has had, in bytes.
    private static func peak() -> Int {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
        let kilobytes = line?.split(separator: " ").dropLast().last.flatMap { Int($0) }
        return (kilobytes ?? 0) << 10
    }
}
