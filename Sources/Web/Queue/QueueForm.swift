import Civic
import Office
import Pages
import Programme
import Store

/// What a form of the queue says: `langkah` is the step, `kerja` the answer about work, `saksi` who
/// says so, `alasan` the reason, `versi` what was seen, `kunci` the key of the request.
struct QueueForm {
    let fields: [String: String]
    let region: Region

    private static let keyMax = 40
    private static let witnessMax = 60

    /// Refused where it is missing: without it, a form sent twice might decide twice.
    func key() throws(Problem) -> String {
        let key = fields["kunci"] ?? ""
        let isPlain = key.utf8.allSatisfy {
            ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "-")
        }
        guard !key.isEmpty, key.utf8.count <= QueueForm.keyMax, isPlain else {
            throw QueueForm.unusable("kunci")
        }
        return key
    }

    func version() throws(Problem) -> Int {
        guard let version = fields["versi"].flatMap({ Int($0) }), version >= 0 else {
            throw QueueForm.unusable("versi")
        }
        return version
    }

    /// Where to go afterwards: a list of the queue, and nothing else.
    var back: String {
        let wanted = fields["kembali"] ?? ""
        let isList = wanted == Address.queue || wanted.hasPrefix("\(Address.queue)?")
        return isList && wanted.utf8.allSatisfy { $0 > 32 && $0 < 127 } ? wanted : Address.queue
    }

    /// Nil where a refusal lacks its reason.
    func step() throws(Problem) -> CaseDecision.Step? {
        // Who does not know sends somebody to find out.
        if fields["kerja"] == "belum", fields["langkah"] != "tolak" { return .field }
        switch fields["langkah"] {
        case "setuju": return .approve
        case "lapangan": return .field
        case "jawab": return .work
        case "tolak":
            guard let reason = fields["alasan"], !reason.isEmpty else { return nil }
            return .refuse(reason: reason)
        default: throw QueueForm.unusable("langkah")
        }
    }

    /// The answer that comes with `step`.
    func work(with step: CaseDecision.Step) -> WorkAnswer? {
        // The reason of somebody who does not work is an answer as well.
        let notWorking = region.rules.first { $0.kind == .working }?.reason
        if case .refuse(let reason) = step, reason == notWorking { return .not }
        return ["tahu": .known, "kata": .witnessed][fields["kerja"] ?? ""]
    }

    /// Who says that the candidate works: as typed, else the head of the RW.
    func witness(rw: Int?, _ say: Speech) -> String? {
        guard fields["kerja"] == "kata" else { return nil }
        let typed = Text.trimmed(fields["saksi"] ?? "")
        // Numbers of people have no place in the name of a witness.
        let digits = typed.utf8.count(where: ASCII.isDigit)
        if !typed.isEmpty, digits < 9 {
            return String(typed.prefix(QueueForm.witnessMax))
        }
        let head = QueueCard.witness(rw, say)
        return head.isEmpty ? nil : head
    }

    /// The cases that were ticked: fields `p-` and number, with the version that was seen.
    var chosen: [(number: PersonNumber, seen: Int)] {
        fields.compactMap { name, value in
            guard name.hasPrefix("p-"), let seen = Int(value),
                let number = PersonNumber(
                    typed: String(name.dropFirst(2)), prefix: region.personNumberPrefix)
            else { return nil }
            return (number, seen)
        }.sorted { $0.number.text < $1.number.text }
    }

    static func unusable(_ field: String) -> Problem {
        Problem(
            .input, "queue-form",
            Phrase("Formulir ini tidak lengkap.", en: "This form is incomplete."),
            at: Spot(column: field),
            do: Phrase("Muat ulang antrean, lalu ulangi.", en: "Reload the queue and try again."))
    }
}
