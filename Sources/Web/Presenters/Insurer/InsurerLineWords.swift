import Civic
import Office
import Programme
import Store

/// What a line of the insurer did, in words.
struct InsurerLineWords {
    let region: Region

    func notes(_ line: InsurerLine) -> [Phrase] {
        var notes = line.notes
        var found: [Phrase] = []
        switch line.effect {
        case .refuse:
            guard let cause = line.cause else {
                found.append(InsurerLineWords.notFound)
                break
            }
            let reason = self.reason(cause)
            let code = line.code.map { ", \($0)" } ?? ""
            found.append(
                Phrase(
                    "\(reason.indonesian) (\(cause)\(code))",
                    en: "\(reason.english) (\(cause)\(code))"))
        case .conflict:
            if let kind = notes.first.flatMap({ AnswerConflict(rawValue: $0) }) {
                found.append(InsurerLineWords.phrase(kind))
                notes.removeFirst()
            }
            if let choice = line.choice { found.append(InsurerLineWords.settled(choice)) }
        case .unread:
            if let message = notes.first.flatMap({ AnswerFault.message($0) }) {
                found.append(message)
                notes.removeFirst()
            }
        case .stranger:
            found.append(
                Phrase("Tidak ada di SK mana pun", en: "No decree names this person"))
        case .sent, .accept, .known, .list: break
        }
        return found + notes.compactMap { InsurerLineWords.differences[$0] }
    }

    /// The short wording of one of the city's reasons.
    func reason(_ code: String) -> Phrase {
        PileWords(region).reason(code)
    }

    private static let differences: [String: Phrase] = [
        "name": Phrase("Nama berbeda", en: "Another name"),
        "nik": Phrase("NIK berbeda", en: "Another NIK"),
        "participant": Phrase("KPJ berbeda", en: "Another KPJ"),
    ]

    private static let notFound = Phrase("Tidak ditemukan BPJS", en: "Not found by the insurer")

    private static func settled(_ choice: AnswerChoice) -> Phrase {
        switch choice {
        case .held: Phrase("Diputuskan: tidak berlaku", en: "Settled: it does not hold")
        case .later: Phrase("Diputuskan: berlaku", en: "Settled: it holds")
        }
    }

    static func phrase(_ conflict: AnswerConflict) -> Phrase {
        switch conflict {
        case .otherParticipant:
            Phrase("Sudah punya KPJ lain", en: "Has another KPJ already")
        case .participantTaken:
            Phrase("KPJ ini milik orang lain", en: "The KPJ is somebody else's")
        case .otherStart:
            Phrase("Tanggal mulai sudah tercatat lain", en: "Another start day is known")
        case .acceptedAfterRefusal:
            Phrase("Diterima setelah ditolak", en: "Accepted after a refusal")
        case .refusedAfterAcceptance:
            Phrase("Ditolak setelah diterima", en: "Refused after an acceptance")
        case .otherCause:
            Phrase("Sudah ditolak dengan alasan lain", en: "Refused before for another reason")
        case .notSent: Phrase("Belum pernah dikirim", en: "Was never sent")
        case .ended:
            Phrase("Kepesertaan sudah dihentikan", en: "Nothing is paid for the person any more")
        case .notEnded:
            Phrase("Masih kita bayar", en: "The city still pays for the person")
        case .twoPeople:
            Phrase(
                "NIK dan nomor SIGAP milik dua orang",
                en: "The NIK and the SIGAP number are of two people")
        }
    }
}
