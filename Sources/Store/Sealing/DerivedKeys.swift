import Civic
import Crypto

/// What is made of one key of the ring, a key for each purpose.
///
/// Every column has a key of its own, so that random nonces stay far below the 2^32 boxes one key
/// may seal (NIST SP 800-38D).
final class DerivedKeys: Sendable {
    let id: String
    /// The four bytes of ``id``, by which boxes name the key.
    let name: [UInt8]
    private let boxes: [Sealer.Column: SymmetricKey]
    private let index: SymmetricKey
    private let journal: SymmetricKey
    private let attempt: SymmetricKey
    private let signing: Curve25519.Signing.PrivateKey

    init(_ key: SecretKey) throws(Problem) {
        id = key.id
        name = SecretKey.name(of: key.secret)
        boxes = Dictionary(
            uniqueKeysWithValues: Sealer.Column.allCases.map {
                ($0, key.derived("seal \($0.rawValue)"))
            })
        index = key.derived("index nik")
        journal = key.derived("journal head")
        attempt = key.derived("attempt place")
        do {
            signing = try Curve25519.Signing.PrivateKey(
                rawRepresentation: key.derived("journal root").bytes)
        } catch {
            throw Problem.storeFailed("Ed25519")
        }
    }

    /// Ed25519.
    var publicKey: [UInt8] { Array(signing.publicKey.rawRepresentation) }

    func sign(_ message: [UInt8]) throws(Problem) -> [UInt8] {
        do {
            return Array(try signing.signature(for: message))
        } catch {
            throw Problem.storeFailed("Ed25519")
        }
    }

    /// Nonce, cipher text and tag.
    func sealed(
        _ plain: [UInt8], _ column: Sealer.Column, place: [UInt8]
    ) throws(Problem) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(plain, using: try key(of: column), authenticating: place)
            return Array(box.nonce) + box.ciphertext + box.tag
        } catch {
            throw Problem.storeFailed("AES-GCM")
        }
    }

    /// Nil unless the box was made with this key for this place.
    func plain(_ sealed: ArraySlice<UInt8>, _ column: Sealer.Column, place: [UInt8]) -> [UInt8]? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let key = boxes[column],
            let plain = try? AES.GCM.open(box, using: key, authenticating: place)
        else { return nil }
        return Array(plain)
    }

    func nikIndex(_ digits: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: digits, using: index).prefix(16))
    }

    func journalSeal(_ end: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: end, using: journal))
    }

    func isJournalSeal(_ seal: [UInt8], _ end: [UInt8]) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(seal, authenticating: end, using: journal)
    }

    func attemptMark(_ place: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: place, using: attempt))
    }

    private func key(of column: Sealer.Column) throws(Problem) -> SymmetricKey {
        guard let key = boxes[column] else { throw Problem.keyWrong() }
        return key
    }
}
