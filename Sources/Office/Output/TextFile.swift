import Civic
import FoundationEssentials
import Papers

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Small files written whole.
enum TextFile {
    static func write(_ text: String, to path: String) throws(Problem) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        let name = String(path.split(separator: "/").last ?? "")
        guard descriptor >= 0 else { throw WriteFault.problem(name, errno) }
        defer { close(descriptor) }
        try Array(text.utf8).withUnsafeBufferPointer { (bytes) throws(Problem) in
            try writeAll(UnsafeRawBufferPointer(bytes), to: descriptor, named: name)
        }
    }

    /// Writes until nothing is left, however much the system takes at once.
    static func writeAll(
        _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, named name: String
    ) throws(Problem) {
        var written = 0
        while written < bytes.count {
            let count = writeBlock(descriptor, bytes, from: written)
            if count < 0 { throw WriteFault.problem(name, errno) }
            written += count
        }
    }
}

private func writeBlock(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, from start: Int)
    -> Int
{
    guard let base = bytes.baseAddress else { return 0 }
    while true {
        let count = write(descriptor, base + start, bytes.count - start)
        if count >= 0 || errno != EINTR { return count }
    }
}

/// What the process has asked of the machine so far.
enum MachineUse {
    /// Processors that the process may use.
    static let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)

    /// Largest resident memory, in KiB.
    static func peakMemoryKiB() -> Int64 {
        var usage = rusage()
        guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
        return Int64(usage.ru_maxrss)
    }
}
