/// Who signs.
package struct Signer: Hashable, Sendable {
    /// The office, line by line: `WALI KOTA …,`.
    package var office: [String]
    package var name: String
    /// Rank and number of staff.
    package var below: [String]

    package init(office: [String], name: String, below: [String] = []) {
        self.office = office
        self.name = name
        self.below = below
    }
}

/// A hash by which a data set is known.
package struct Digest: Hashable, Sendable {
    package var label: String
    package var hex: String

    package init(_ label: String, _ hex: String) {
        self.label = label
        self.hex = hex
    }
}

/// How a reader finds out whether a paper is genuine. It is no signature.
package struct PaperCheck: Hashable, Sendable {
    /// Where the code leads.
    package var address: String
    package var digests: [Digest]

    package init(address: String, digests: [Digest] = []) {
        self.address = address
        self.digests = digests
    }

    /// As people type it.
    package var shownAddress: String {
        let scheme = "https://"
        return address.hasPrefix(scheme) ? String(address.dropFirst(scheme.count)) : address
    }
}

/// The end of a paper: place and day, those who sign, and how it is checked. Never divided, and
/// never alone on a page.
package struct Signatures: Hashable, Sendable {
    /// Above the last of those who sign: `Ditetapkan di …`, `pada tanggal …`.
    package var opening: [String]
    package var signers: [Signer]
    package var check: PaperCheck?
    /// Room to sign in.
    package var room = 22.mm
    /// Blank above.
    package var before = 16.0

    package init(opening: [String] = [], signers: [Signer], check: PaperCheck? = nil) {
        self.opening = opening
        self.signers = signers
        self.check = check
    }
}
