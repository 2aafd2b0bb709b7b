import HTTPTypes
import Hummingbird

/// What ties the log lines of one request together, on this node and on the proxy in front of it.
enum RequestID {
    static let header = HTTPField.Name("X-Request-ID")
    /// Under this name the server framework keeps the id with its loggers.
    static let metadataKey = "hb.request.id"
    private static let lengthMax = 64
    /// More digits with no letter between them may be a NIK or a telephone number.
    private static let digitsMax = 9

    /// The id that came with the request if it may stand in a log, else a new one.
    static func of(_ request: Request) -> String {
        guard let header, let given = request.headers[header], isSane(given) else { return new() }
        return given
    }

    static func isSane(_ id: String) -> Bool {
        guard (1...lengthMax).contains(id.utf8.count) else { return false }
        var run = 0
        for byte in id.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                run += 1
                if run > digitsMax { return false }
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                run = 0
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): break
            default: return false
            }
        }
        return true
    }

    private static func new() -> String {
        let number = UInt64.random(in: .min ... .max)
        let digits = String(number, radix: 16)
        return "r" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
