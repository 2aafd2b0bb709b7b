package import Civic

/// Signed roots outside of the store: one JSON object a line, first the city, then the public keys,
/// then the roots in order of day.
package struct JournalRootFile: Sendable, Hashable {
    /// Id of the region pack.
    package let region: String
    /// Ed25519, by the id of the key.
    package let publicKeys: [String: [UInt8]]
    package let roots: [JournalRoot]

    private static let form = "sigap-journal-roots-1"

    init(region: String, publicKeys: [String: [UInt8]], roots: [JournalRoot]) {
        self.region = region
        self.publicKeys = publicKeys
        self.roots = roots
    }

    /// Reads what ``text`` wrote; `roots-unreadable` for anything else.
    package init(_ text: String) throws(Problem) {
        var lines: [[String: String]] = []
        for line in text.split(separator: "\n") {
            guard let fields = try? StoredList.object(String(line)) else {
                throw JournalRootFile.unreadable(line: lines.count + 1)
            }
            lines.append(fields)
        }
        guard let head = lines.first, head["form"] == JournalRootFile.form,
            let region = head["region"]
        else { throw JournalRootFile.unreadable(line: 1) }
        var publicKeys: [String: [UInt8]] = [:]
        var roots: [JournalRoot] = []
        for (position, fields) in lines.enumerated().dropFirst() {
            if let key = fields["key"], let bytes = fields["public"].flatMap(Base64.bytes) {
                publicKeys[key] = bytes
            } else if let root = JournalRoot(fields) {
                roots.append(root)
            } else {
                throw JournalRootFile.unreadable(line: position + 1)
            }
        }
        self.init(
            region: region, publicKeys: publicKeys, roots: roots.sorted { $0.day < $1.day })
    }

    package var text: String {
        var lines = [["form": JournalRootFile.form, "region": region]]
        for (id, bytes) in publicKeys.sorted(by: { $0.key < $1.key }) {
            lines.append(["key": id, "public": Base64.text(bytes)])
        }
        lines += roots.map(\.fields)
        return lines.map { fields in
            var json = JSONText()
            json.object(fields)
            return json.text + "\n"
        }.joined()
    }

    /// The public keys, one a line, as an auditor compares them.
    package var publicKeyLines: [String] {
        publicKeys.sorted { $0.key < $1.key }.map { "\($0.key)\t\(Base64.text($0.value))" }
    }

    /// The first root whose signature does not fit; nil when all do.
    package var forged: JournalRoot? { roots.first { !$0.isSigned(by: publicKeys) } }

    /// Whether the journal behind `engine` still is the one that was signed. Needs no key, so that
    /// an auditor can do it; only ``CityStore/verifyJournal()`` vouches for events after the last
    /// root.
    package func check(_ engine: any StoreEngine) async throws(Problem) -> JournalCheck {
        let verifier = JournalVerifier(sealer: nil, roots: roots, publicKeys: publicKeys)
        return try await engine.read { reader throws(Problem) in try verifier.check(reader) }
    }

    private static func unreadable(line: Int) -> Problem {
        Problem(
            .input, "roots-unreadable",
            Phrase(
                "Baris \(line) bukan akar catatan yang ditandatangani.",
                en: "Line \(line) is no signed root of a journal."),
            do: Phrase(
                "Pakai berkas dari sigap journal roots export.",
                en: "Use a file of sigap journal roots export."))
    }
}

extension JournalRoot {
    fileprivate var fields: [String: String] {
        [
            "day": day.iso, "event": String(lastEvent), "hash": Base64.text(hash),
            "signed-at": String(signedAt.milliseconds), "signed-by": keyID,
            "signature": Base64.text(signature),
        ]
    }

    fileprivate init?(_ fields: [String: String]) {
        guard let day = fields["day"].flatMap({ Day(iso: $0) }),
            let event = fields["event"].flatMap({ Int($0) }),
            let hash = fields["hash"].flatMap(Base64.bytes),
            let signedAt = fields["signed-at"].flatMap({ Int64($0) }),
            let keyID = fields["signed-by"],
            let signature = fields["signature"].flatMap(Base64.bytes)
        else { return nil }
        self.init(
            day: day, lastEvent: event, hash: hash, signedAt: Instant(milliseconds: signedAt),
            keyID: keyID, signature: signature)
    }
}
