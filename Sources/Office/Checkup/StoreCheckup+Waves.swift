import Civic
import Store

extension StoreCheckup {
    /// Whether each frozen order is what it was when it was frozen.
    func waves(_ check: String) async throws(Problem) -> Finding {
        var count = 0
        for wave in try await store.waves() {
            guard let order = wave.order else { continue }
            let text = try await store.waveText(wave.id) ?? []
            guard WaveDigest.text(of: text) == order.digest else { return changed(check, wave) }
            count += 1
        }
        return .good(
            check,
            Phrase(
                "Urutan gelombang cocok dengan sidiknya: \(count).",
                en: "Orders of waves fit their digests: \(count)."))
    }

    private func changed(_ check: String, _ wave: Wave) -> Finding {
        .bad(
            check,
            Phrase(
                "Urutan gelombang \(wave.id) tidak cocok dengan sidiknya.",
                en: "The order of wave \(wave.id) does not fit its digest."),
            do: Phrase(
                "Simpan basis data sebagai bukti, lalu laporkan ke Inspektorat.",
                en: "Keep the store as evidence, and tell the inspectorate."))
    }
}
