import Civic
import Programme

/// What forms about changes send.
enum ChangeForms {
    static let missing = Phrase(
        "Isi tanggal, bukti, dan sumbernya.", en: "Fill in the day, the evidence and the source.")

    /// As it was typed, to be shown again.
    static func typed(_ form: [String: String]) -> ChangeTyped {
        ChangeTyped(
            day: String((form["tanggal"] ?? "").prefix(10)), evidence: form["bukti"] ?? "",
            source: form["sumber"] ?? "", isReplaced: form["ganti"] != nil)
    }

    /// The key that makes a form safe to send twice; one of its own for a form without.
    static func key(_ form: [String: String]) -> String {
        let key = String((form["kunci"] ?? "").prefix(64))
        return key.isEmpty ? FormKey.new() : key
    }
}
