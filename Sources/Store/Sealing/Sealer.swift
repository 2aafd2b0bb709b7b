import Civic
import Crypto

/// Seals what is personal (AES-256-GCM) and makes the keyed fingerprints by which it is found.
///
/// A box opens only in the row and column it was made for. It tells by which key it was sealed: a
/// mark, the four bytes of the key's name, then nonce, cipher text and tag. Boxes of older programs
/// begin with the nonce; a box whose beginning names no known key, or that does not open with the
/// named one, is tried as such with every key. The tag tells for certain which it was.
struct Sealer: Sendable {
    /// The columns that hold sealed boxes.
    enum Column: String, Sendable, CaseIterable {
        case nik = "person|nik"
        case personal = "person|private"
        case rowNIK = "source_row|nik"
        case factor = "account|factor"
        case factorDraft = "account|draft"
        case proposalNIK = "proposal_row|nik"
        case proposal = "proposal_row|box"
        case driver = "driver_row|private"
        case linkNote = "link_note|note"
        case referenceNIK = "reference_row|nik"
        case asked = "correction|asked"
        case decided = "correction|decided"
        case before = "correction|before"
        case memberNIK = "member|nik"
        case decreeNIK = "decree_identity|nik"
        case decreeFile = "decree_file|file"
        case strangerNIK = "insurer_stranger|nik"
    }

    private static let mark: UInt8 = 0x53
    private static let nameEnd = 5

    let ring: KeyRing
    /// The key to seal with.
    let current: DerivedKeys

    /// Seals with the current key of `file`.
    init(_ file: KeyFile) throws(Problem) { try self.init(try KeyRing(file), id: file.id) }

    /// Seals with the key called `id`, which a store names; `key-wrong` when it is not on the ring.
    init(_ ring: KeyRing, id: String) throws(Problem) {
        self.ring = ring
        guard let key = ring.key(id: id) else { throw Problem.keyWrong() }
        current = key
    }

    /// Seals with the key that the store names now, which another process may have changed.
    func named(by reader: any SQLReader) throws(Problem) -> Sealer {
        guard let id = try Setting.value(.keyID, reader) else {
            throw Problem.storeDamaged("setting")
        }
        return id == current.id ? self : try Sealer(ring, id: id)
    }

    func seal(_ plain: [UInt8], _ column: Column, row: Int) throws(Problem) -> [UInt8] {
        [Sealer.mark] + current.name
            + (try current.sealed(plain, column, place: Sealer.place(column, row)))
    }

    /// What `box` holds; `seal-broken` when it was altered, moved from another place or made with
    /// another key.
    func open(_ box: [UInt8], _ column: Column, row: Int) throws(Problem) -> [UInt8] {
        let place = Sealer.place(column, row)
        if box.count > Sealer.nameEnd, box[0] == Sealer.mark,
            let key = ring.key(named: box[1..<Sealer.nameEnd]),
            let plain = key.plain(box[Sealer.nameEnd...], column, place: place)
        {
            return plain
        }
        for key in ring.all {
            if let plain = key.plain(box[...], column, place: place) { return plain }
        }
        throw Sealer.broken(column)
    }

    /// Whether `box` was sealed with the current key, and opens.
    func isCurrent(_ box: [UInt8], _ column: Column, row: Int) -> Bool {
        box.count > Sealer.nameEnd && box[0] == Sealer.mark
            && box[1..<Sealer.nameEnd].elementsEqual(current.name)
            && current.plain(box[Sealer.nameEnd...], column, place: Sealer.place(column, row))
                != nil
    }

    /// 16 bytes by which a number is found; without the key nobody can make or undo them.
    func index(of nik: NIK) -> [UInt8] { current.nikIndex(Sealer.bytes(nik.digits)) }

    /// What a number may be found by while the key is being changed: one for each key.
    func indexes(of nik: NIK) -> [[UInt8]] {
        ring.all.map { $0.nikIndex(Sealer.bytes(nik.digits)) }
    }

    /// 32 bytes by which the place of an attempt is known again without being told.
    func fingerprint(ofPlace place: String) -> [UInt8] {
        current.attemptMark(Array(place.utf8))
    }

    /// Vouches for the end of the journal; whoever has only the database cannot make it.
    func journalSeal(id: Int, hash: [UInt8]) -> [UInt8] {
        current.journalSeal(Sealer.bytes(UInt64(id)) + hash)
    }

    func isJournalSeal(_ seal: [UInt8], id: Int, hash: [UInt8]) -> Bool {
        let end = Sealer.bytes(UInt64(bitPattern: Int64(id))) + hash
        return ring.all.contains { $0.isJournalSeal(seal, end) }
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
