package import Civic

/// How a city words, signs off and numbers its decrees: data of the region pack.
package struct DecreePolicy: Sendable {
    /// Somebody who signs the draft off.
    package struct Step: Sendable, Hashable {
        /// `kepala-dinas`, as it stands in the store.
        package let id: String
        package let office: Phrase

        package init(id: String, office: Phrase) {
            self.id = id
            self.office = office
        }
    }

    /// Whether the signed paper must be there before the decree is in force.
    package enum SignedFile: String, Sendable {
        case required
        case mayFollow = "may-follow"
    }

    /// What decrees of one kind say.
    package struct Wording: Sendable {
        /// After TENTANG.
        package let about: String
        /// Over the list.
        package let annexTitle: String
        package let considering: [String]
        package let recalling: [String]
        package let deciding: [String]

        package init(
            about: String, annexTitle: String, considering: [String], recalling: [String],
            deciding: [String]
        ) {
            self.about = about
            self.annexTitle = annexTitle
            self.considering = considering
            self.recalling = recalling
            self.deciding = deciding
        }
    }

    /// The head of the paper, line by line.
    package let letterhead: [String]
    /// The lines between the title and the reasons.
    package let invocation: [String]
    /// `KEPUTUSAN WALI KOTA …`.
    package let title: String
    /// Where it is made.
    package let place: String
    /// The office that signs, line by line, and who holds it.
    package let signerOffice: [String]
    package let signerName: String
    package let steps: [Step]
    package let numbering: DecreeNumbering
    package let signedFile: SignedFile
    /// Whether only people whose verification is complete may be determined.
    package let verifiedOnly: Bool
    /// How lines begin that signing adds to the paper.
    package let additions: [String]
    package let wordings: [DecreeKind: Wording]
    package let sources: [Citation]

    package init(
        letterhead: [String], invocation: [String], title: String, place: String,
        signerOffice: [String],
        signerName: String, steps: [Step], numbering: DecreeNumbering, signedFile: SignedFile,
        verifiedOnly: Bool, additions: [String], wordings: [DecreeKind: Wording],
        sources: [Citation]
    ) {
        self.letterhead = letterhead
        self.invocation = invocation
        self.title = title
        self.place = place
        self.signerOffice = signerOffice
        self.signerName = signerName
        self.steps = steps
        self.numbering = numbering
        self.signedFile = signedFile
        self.verifiedOnly = verifiedOnly
        self.additions = additions
        self.wordings = wordings
        self.sources = sources
    }

    package func office(of step: String) -> Phrase? { steps.first { $0.id == step }?.office }

    package func signOff(maker: String, signed: [SignOff.Signed]) -> SignOff {
        SignOff(steps: steps.map(\.id), maker: maker, signed: signed)
    }
}
