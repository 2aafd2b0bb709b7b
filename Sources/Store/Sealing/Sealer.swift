import Civic
import Crypto

/// Seals what is personal (AES-256-GCM) and makes the keyed fingerprints by which it is found.
///
/// Every column has a key of its own, derived from the secret, so that random nonces stay far below
/// the 2^32 boxes one key may seal (NIST SP 800-38D). A box opens only in the row and column it was
/// made for.
struct Sealer: Sendable {
    /// The columns that hold sealed boxes.
    enum Column: String, Sendable {
        case nik = "person|nik"
        case personal = "person|private"
        case rowNIK = "source_row|nik"
    }

    private let nikKey: SymmetricKey
    private let personalKey: SymmetricKey
    private let rowNIKKey: SymmetricKey
    private let indexKey: SymmetricKey
    private let journalKey: SymmetricKey

    init(_ key: KeyFile) {
        func derived(_ purpose: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: key.secret, info: Array("sigap 1 \(purpose)".utf8),
                outputByteCount: 32)
        }
        nikKey = derived("seal \(Column.nik.rawValue)")
        personalKey = derived("seal \(Column.personal.rawValue)")
        rowNIKKey = derived("seal \(Column.rowNIK.rawValue)")
        indexKey = derived("index nik")
        journalKey = derived("journal head")
    }

    func seal(_ plain: [UInt8], _ column: Column, row: Int) throws(Problem) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(
                plain, using: key(of: column), authenticating: Sealer.place(column, row))
            return Array(box.nonce) + box.ciphertext + box.tag
        } catch {
            throw Problem.storeFailed("AES-GCM")
        }
    }

    /// What `box` holds; `seal-broken` when it was altered, moved from another place or made with
    /// another key.
    func open(_ box: [UInt8], _ column: Column, row: Int) throws(Problem) -> [UInt8] {
        do {
            let sealed = try AES.GCM.SealedBox(combined: box)
            return Array(
                try AES.GCM.open(
                    sealed, using: key(of: column), authenticating: Sealer.place(column, row)))
        } catch {
            throw Sealer.broken(column)
        }
    }

    /// 16 bytes by which a number is found; without the key nobody can make or undo them.
    func index(of nik: NIK) -> [UInt8] {
        let code = HMAC<SHA256>.authenticationCode(for: Sealer.bytes(nik.digits), using: indexKey)
        return Array(code.prefix(16))
    }

    /// Vouches for the end of the journal; whoever has only the database cannot make it.
    func journalSeal(id: Int, hash: [UInt8]) -> [UInt8] {
        Array(
            HMAC<SHA256>.authenticationCode(
                for: Sealer.bytes(UInt64(id)) + hash, using: journalKey))
    }

    private func key(of column: Column) -> SymmetricKey {
        switch column {
        case .nik: nikKey
        case .personal: personalKey
        case .rowNIK: rowNIKKey
        }
    }

    /// What a box is bound to: its column and its row.
    private static func place(_ column: Column, _ row: Int) -> [UInt8] {
        Array(column.rawValue.utf8) + bytes(UInt64(row))
    }

    static func bytes(_ number: UInt64) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }

    static func number(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func broken(_ column: Column) -> Problem {
        Problem(
            .service, "seal-broken",
            Phrase(
                "Data tersegel tidak dapat dibuka (\(column.rawValue)).",
                en: "A sealed value cannot be opened (\(column.rawValue))."),
            do: Phrase(
                "Periksa berkas kunci, lalu jalankan sigap journal verify.",
                en: "Check the key file, then run sigap journal verify."))
    }
}
