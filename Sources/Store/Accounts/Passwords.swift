import CSodium
package import Civic
import Dispatch

/// Passwords by Argon2id (RFC 9106, 19 MiB, two passes).
///
/// One hash at a time, on a thread of its own: hashing takes tens of milliseconds, which must never
/// stop other requests, and a flood of logins must not take all cores and all memory.
package struct Passwords: Sendable {
    private static let passes: UInt64 = 2
    private static let memoryBytes = 19 * 1024 * 1024
    /// What is verified for accounts that do not exist, so that they take as long. No password fits.
    private static let decoy =
        "$argon2id$v=19$m=19456,t=2,p=1$c2lnYXBzaWdhcHNpZ2Fwcw$"
        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

    private let queue = DispatchQueue(label: "sigap.passwords")

    package init() {}

    /// The hash to be kept, with its salt and settings.
    package func hash(_ password: String) async throws(Problem) -> String {
        let hash: String? = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: Passwords.computed(password)) }
        }
        guard let hash else { throw Passwords.noMemory() }
        return hash
    }

    /// Whether `password` is the one of `hash`; false for nil, after the same time.
    package func verify(_ password: String, against hash: String?) async -> Bool {
        await withCheckedContinuation { continuation in
            queue.async {
                let fits = Passwords.fits(password, hash ?? Passwords.decoy)
                continuation.resume(returning: fits && hash != nil)
            }
        }
    }

    /// The hashes of codes that share a salt, so that what was typed is compared with all of them at
    /// the cost of one.
    func hashes(_ codes: [String], salt: [UInt8]) async throws(Problem) -> [[UInt8]] {
        let hashes: [[UInt8]]? = await withCheckedContinuation { continuation in
            queue.async {
                let found = codes.compactMap { Passwords.derived($0, salt) }
                continuation.resume(returning: found.count == codes.count ? found : nil)
            }
        }
        guard let hashes else { throw Passwords.noMemory() }
        return hashes
    }

    static let saltSize = Int(crypto_pwhash_SALTBYTES)

    private static func derived(_ code: String, _ salt: [UInt8]) -> [UInt8]? {
        guard sodium_init() >= 0, salt.count == saltSize else { return nil }
        var hash = [UInt8](repeating: 0, count: 32)
        let result = crypto_pwhash(
            &hash, UInt64(hash.count), code, UInt64(code.utf8.count), salt, passes, memoryBytes,
            crypto_pwhash_alg_argon2id13())
        return result == 0 ? hash : nil
    }

    private static func computed(_ password: String) -> String? {
        guard sodium_init() >= 0 else { return nil }
        var text = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
        let result = crypto_pwhash_str(
            &text, password, UInt64(password.utf8.count), passes, memoryBytes)
        guard result == 0 else { return nil }
        return String(
            decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func fits(_ password: String, _ hash: String) -> Bool {
        sodium_init() >= 0
            && crypto_pwhash_str_verify(hash, password, UInt64(password.utf8.count)) == 0
    }

    private static func noMemory() -> Problem {
        Problem(
            .service, "password-hash",
            Phrase("Kata sandi tidak dapat diolah.", en: "The password cannot be processed."),
            do: Phrase(
                "Server kekurangan memori. Coba lagi sebentar lagi.",
                en: "The server is short of memory. Try again in a moment."))
    }
}
