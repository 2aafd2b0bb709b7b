import Civic
import Programme

/// How the city's own papers are worded and signed: `papers.yaml` of the region pack, whose keys are
/// the names here. Blanks in braces are filled in when a paper is made.
package struct PaperTerms: Sendable, Decodable {
    struct Head: Sendable, Decodable {
        let government: String
        let office: String
        let address: [String]
    }

    struct Officer: Sendable, Decodable {
        /// Line by line.
        let office: [String]
        /// Empty while the city has not told it: printed as dots.
        let name: String
    }

    struct Payment: Sendable, Decodable {
        let title: String
        let signers: [Officer]
        let source: ProgrammeFile.Source
    }

    struct Receipt: Sendable, Decodable {
        let number: String
        let purpose: String
        let proofPurpose: String
        let proofNote: String
        let receiver: Officer
        let source: ProgrammeFile.Source

        enum CodingKeys: String, CodingKey {
            case number, purpose, receiver, source
            case proofPurpose = "proof_purpose"
            case proofNote = "proof_note"
        }
    }

    struct Minutes: Sendable, Decodable {
        struct Party: Sendable, Decodable {
            let office: String
            let name: String
            /// Above the signature.
            let sign: [String]
        }

        let title: String
        let deed: String
        let closing: String
        let parties: [Party]
        let source: ProgrammeFile.Source
    }

    struct Cards: Sendable, Decodable {
        let protection: String
        let question: String
        let steps: [String]
        let phoneLabel: String
        /// By code of the village.
        let phones: [String: String]
        let warning: String
        let checkLabel: String
        let handoverTitle: String
        let handoverSigners: [Officer]
        let source: ProgrammeFile.Source

        enum CodingKeys: String, CodingKey {
            case protection, question, steps, phones, warning, source
            case phoneLabel = "phone_label"
            case checkLabel = "check_label"
            case handoverTitle = "handover_title"
            case handoverSigners = "handover_signers"
        }
    }

    struct Titled: Sendable, Decodable {
        let title: String
        let source: ProgrammeFile.Source
    }

    struct Letter: Sendable, Decodable {
        let number: String
        let subject: String
        let signer: Officer
        let checked: String
        let accepted: [String]
        let active: String
        let coming: String
        let accident: String
        let refused: String
        let insured: String
        let waiting: String
        let waitingPlace: String
        let objection: String
        let objectionOver: String
        let free: String
        let source: ProgrammeFile.Source

        enum CodingKeys: String, CodingKey {
            case number, subject, signer, checked, accepted, active, coming, accident, refused
            case insured, waiting, objection, free, source
            case waitingPlace = "waiting_place"
            case objectionOver = "objection_over"
        }
    }

    let letterhead: Head
    let place: String
    /// The insurer as papers call it.
    let insurer: String
    let head: Officer
    let source: ProgrammeFile.Source
    let payment: Payment
    let receipt: Receipt
    let minutes: Minutes
    let cards: Cards
    let report: Titled
    let order: Titled
    let letter: Letter
}

/// `papers.yaml` as it is written.
struct PaperTermsFile: Decodable {
    let papers: PaperTerms

    /// - Throws: `region-pack` for a blank that nobody fills in, or a number without its place.
    func terms(_ file: String) throws(Problem) -> PaperTerms {
        for (text, blanks) in papers.texts {
            let known = blanks.union(PaperTerms.commonBlanks)
            if let unknown = WordingBlanks.unknown(in: text, but: known) {
                throw RegionFault.unreadable(file, "{\(unknown)}")
            }
        }
        guard papers.minutes.parties.count > 1, papers.receipt.number.contains("{nomor}") else {
            throw RegionFault.unreadable(file, "minutes, receipt")
        }
        return papers
    }
}

extension PaperTerms {
    /// Filled in on every paper.
    fileprivate static let commonBlanks: Set = ["program", "kepanjangan", "kota"]

    /// Every text with blanks, and those that are filled in there besides the city's own.
    fileprivate var texts: [(String, Set<String>)] {
        let rescue: Set = ["telepon", "hari"]
        let receipts: Set = ["bulan", "orang", "dana", "kode", "sp2d"]
        let decided: Set = ["sk", "mulai", "sampai"]
        var texts: [(String, Set<String>)] = [
            (payment.title, ["bulan"]), (receipt.number, ["nomor", "bulan", "tahun"]),
            (receipt.purpose, receipts), (receipt.proofPurpose, receipts), (receipt.proofNote, []),
            (minutes.title, ["bulan"]), (minutes.deed, ["bulan"]), (minutes.closing, ["bulan"]),
            (cards.handoverTitle, []), (cards.warning, []), (report.title, []), (order.title, []),
            (letter.subject, []), (letter.checked, ["tanggal"]),
            (letter.active, ["kpj", "tanggal"]), (letter.coming, []), (letter.accident, rescue),
            (letter.refused, []), (letter.insured, []), (letter.waiting, []),
            (letter.waitingPlace, ["kelurahan", "tempat"]), (letter.objection, ["batas"]),
            (letter.objectionOver, ["batas"]), (letter.free, []),
        ]
        texts += cards.steps.map { ($0, rescue) }
        texts += letter.accepted.map { ($0, decided) }
        texts += cards.handoverSigners.flatMap(\.office).map { ($0, ["kelurahan"]) }
        return texts
    }
}
