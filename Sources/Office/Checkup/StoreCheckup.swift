import Civic
package import Store

/// Everything that can be told about a store from inside, one finding a check.
package struct StoreCheckup: Sendable {
    let store: CityStore
    let now: Instant
    /// Milliseconds.
    let backupAgeMax: Int64

    package init(_ store: CityStore, at now: Instant, backupAgeMax: Int64) {
        self.store = store
        self.now = now
        self.backupAgeMax = backupAgeMax
    }

    package func findings() async -> [Finding] {
        // One place for each check: what is to be checked as well is added here.
        [
            await finding("integrity", integrity),
            await finding("journal", journal),
            await finding("ledger", ledger),
            await finding("contributions", contributions),
            await finding("figures", figures),
            await finding("annexes", annexes),
            await finding("members", members),
            await finding("backup", backup),
            await finding("erasure", erasure),
            await finding("drivers", drivers),
            await finding("waves", waves),
            await finding("jobs", jobs),
            await finding("clock", clock),
        ]
    }

    private func finding(
        _ check: String, _ body: (String) async throws(Problem) -> Finding
    ) async -> Finding {
        do throws(Problem) {
            return try await body(check)
        } catch {
            return .failed(check, error)
        }
    }

    private func integrity(_ check: String) async throws(Problem) -> Finding {
        let faults = try await store.integrityFaults()
        guard let first = faults.first else {
            return .good(check, Phrase("Basis data utuh.", en: "The database is sound."))
        }
        return .bad(
            check, Phrase("Basis data rusak: \(first)", en: "The database is damaged: \(first)"),
            do: StoreCheckup.restore)
    }

    private func journal(_ check: String) async throws(Problem) -> Finding {
        let result = try await store.verifyJournal()
        guard result.fault != nil else {
            return .good(
                check,
                Phrase(
                    "Catatan utuh: \(NumberText.grouped(result.sound)) peristiwa.",
                    en: "The journal is whole: \(result.sound) events."))
        }
        return .bad(
            check,
            Phrase(
                "Catatan tidak utuh setelah \(NumberText.grouped(result.sound)) peristiwa.",
                en: "The journal is not whole after \(result.sound) events."),
            do: Phrase(
                "Jalankan sigap journal verify, simpan basis data sebagai bukti.",
                en: "Run sigap journal verify, and keep the store as evidence."))
    }

    private func ledger(_ check: String) async throws(Problem) -> Finding {
        let result = try await store.checkLedger()
        guard let fault = result.fault?.phrase else {
            return .good(
                check,
                Phrase(
                    "Buku kas cocok: \(NumberText.grouped(result.transfers)) mutasi.",
                    en: "The ledger balances: \(result.transfers) transfers."))
        }
        return .bad(
            check,
            Phrase(
                "Buku kas tidak cocok: \(fault.indonesian)",
                en: "The ledger does not add up: \(fault.english)"),
            do: StoreCheckup.restore)
    }

    private func contributions(_ check: String) async throws(Problem) -> Finding {
        let faults = try await store.checkContributions()
        guard let first = faults.first else {
            return .good(
                check,
                Phrase("Tagihan dan dana cocok.", en: "Bills and funds agree with their months."))
        }
        return .bad(
            check,
            Phrase(
                "\(faults.count) tagihan atau dana tidak cocok dengan bulannya, pertama \(first).",
                en: "\(faults.count) bills or funds differ from their months, first \(first)."),
            do: StoreCheckup.restore)
    }

    private func figures(_ check: String) async throws(Problem) -> Finding {
        let differences = try await store.checkCounts()
        guard let first = differences.first else {
            return .good(check, Phrase("Semua angka cocok.", en: "All figures add up."))
        }
        let name = "\(first.key), \(first.scope)"
        return .bad(
            check,
            Phrase(
                "\(differences.count) angka tidak cocok dengan datanya, pertama \(name).",
                en: "\(differences.count) figures differ from what they count, first \(name)."),
            do: StoreCheckup.restore)
    }

    static let restore = Phrase(
        "Hentikan server, simpan salinannya, lalu pulihkan cadangan terakhir.",
        en: "Stop the server, keep a copy, then restore the last backup.")
}
