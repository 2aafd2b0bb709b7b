import Civic
import Crypto

/// The codes that an app shows (RFC 6238): six digits by SHA-1, new ones every 30 seconds, which is
/// what every app understands. The clock is an argument.
package enum TimeCode {
    package static let secretSize = 20
    private static let stepLength: Int64 = 30_000
    private static let digits = 6
    private static let range: UInt32 = 1_000_000
    /// Codes of the step before and after are taken too: telephones' clocks differ a little.
    private static let slack: Int64 = 1

    package static func step(at instant: Instant) -> Int64 { instant.milliseconds / stepLength }

    /// The code of a step (RFC 4226, 5.3).
    package static func code(_ secret: [UInt8], step: Int64) -> String {
        NumberText.padded(Int(number(secret, step: step) % range), to: digits)
    }

    /// The step whose code was typed; nil when it is none of now, or not later than `used`, so that
    /// nobody who looked over a shoulder can use a code again.
    package static func step(
        of typed: String, _ secret: [UInt8], at instant: Instant, after used: Int64?
    ) -> Int64? {
        let now = step(at: instant)
        var found: Int64?
        // All steps are compared, so that the time taken tells nothing.
        for step in now - slack...now + slack where isSame(typed, code(secret, step: step)) {
            if step > used ?? Int64.min { found = step }
        }
        return found
    }

    /// Whether a code can be one of an app at all.
    package static func isForm(_ typed: String) -> Bool {
        typed.utf8.count == digits && typed.utf8.allSatisfy(ASCII.isDigit)
    }

    static func number(_ secret: [UInt8], step: Int64) -> UInt32 {
        let hash = Array(
            HMAC<Insecure.SHA1>.authenticationCode(
                for: Sealer.bytes(UInt64(bitPattern: step)), using: SymmetricKey(data: secret)))
        let place = Int(hash[hash.count - 1] & 15)
        let number = hash[place..<place + 4].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
        return number & 0x7FFF_FFFF
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        guard one.utf8.count == other.utf8.count else { return false }
        return zip(one.utf8, other.utf8).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
