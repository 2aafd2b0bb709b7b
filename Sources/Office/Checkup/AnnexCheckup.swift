import Civic
import Store

extension StoreCheckup {
    /// Whether frozen annexes of decrees are what was signed off.
    func annexes(_ check: String) async throws(Problem) -> Finding {
        let result = try await store.checkAnnexes()
        guard let first = result.altered.first else {
            let known = NumberText.grouped(result.sound)
            let lost = NumberText.grouped(result.erased)
            return .good(
                check,
                Phrase(
                    "Lampiran SK cocok dengan sidiknya: \(known) SK"
                        + (result.erased == 0 ? "." : "; \(lost) memuat orang yang dihapus."),
                    en: "Annexes of decrees fit their digests: \(known)"
                        + (result.erased == 0 ? "." : "; \(lost) name people who were erased.")))
        }
        return .bad(
            check,
            Phrase(
                "Lampiran SK \(first) bukan yang diparaf.",
                en: "The annex of decree \(first) is not what was signed off."),
            do: StoreCheckup.restore)
    }
}
