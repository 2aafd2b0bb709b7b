import Crypto

/// One key of a ring: 32 random bytes, and a name that follows from them, so that keys cannot be
/// mixed up.
struct SecretKey: Sendable {
    static let size = 32

    /// Names the key without telling it: eight hexadecimal digits.
    let id: String
    let secret: SymmetricKey

    init(_ secret: SymmetricKey) {
        self.secret = secret
        id = Hexadecimal.text(SecretKey.name(of: secret))
    }

    static func random() -> SecretKey { SecretKey(SymmetricKey(size: .bits256)) }

    /// The four bytes of ``id``.
    static func name(of secret: SymmetricKey) -> [UInt8] {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, info: Array("sigap key id".utf8), outputByteCount: 4
        ).bytes
    }

    /// A key for one purpose, which tells nothing about the secret or about the others.
    func derived(_ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: secret, info: Array("sigap 1 \(purpose)".utf8), outputByteCount: 32)
    }
}

extension SymmetricKey {
    var bytes: [UInt8] { withUnsafeBytes { Array($0) } }
}
