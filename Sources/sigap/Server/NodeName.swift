#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Names of app nodes.
enum NodeName {
    /// Tells the machine and the process, and is never used twice.
    static func new() -> String {
        var bytes = [CChar](repeating: 0, count: 256)
        gethostname(&bytes, bytes.count - 1)
        let host = String(
            decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let mark = String(UInt32.random(in: .min ... .max), radix: 36)
        return "\(host)-\(getpid())-\(mark)"
    }
}
