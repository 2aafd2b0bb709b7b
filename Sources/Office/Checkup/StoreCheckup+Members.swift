import Civic
import Store

extension StoreCheckup {
    func members(_ check: String) async throws(Problem) -> Finding {
        let found = try await store.membersAtOdds()
        guard let first = found.first else {
            return .good(
                check,
                Phrase("Riwayat peserta cocok.", en: "The histories of members agree."))
        }
        return .bad(
            check,
            Phrase(
                "Riwayat \(NumberText.grouped(found.count)) peserta tidak cocok, pertama \(first).",
                en: "The histories of \(found.count) members contradict them, first \(first)."),
            do: StoreCheckup.restore)
    }
}
