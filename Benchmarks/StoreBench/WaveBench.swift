import Civic
import Foundation
import Jamsostek
import Programme
import Store

/// Times the way of many people from candidates to the insurer and back: a wave is frozen, a decree
/// put in force for a year, the insurer's answers taken in and the first month reconciled.
struct WaveBench {
    let store: CityStore
    let engine: any StoreEngine
    let city: BenchCity
    let quota: Int
    let say: (_ name: String, _ value: Double, _ unit: String) -> Void

    private static let january = Month(year: 2026, month: 1)
    private static let year = january...(january + 11)
    private static let fund = "apbd-2026"
    private static let noon: Int64 = 1_762_318_800_000

    func run() async throws {
        try await store.importRun(city.run(), by: act("bench"))
        try await verifyEverybody()
        try await store.openFund(
            Fund(
                id: WaveBench.fund, source: .apbd, title: "APBD", payer: "Kota", workerGroup: "W",
                months: WaveBench.year), by: act("bench"))
        try await store.allot(
            Rupiah(16_800) * (quota * 12), to: WaveBench.fund, note: "DPA", key: "1",
            by: act("bench"))
        let wave = try await freeze()
        let decree = try await sign(wave)
        try await putInForce(decree)
        try await exchange()
        try await reconcile()
    }

    /// Candidates as agencies and kelurahan leave them.
    private func verifyEverybody() async throws {
        try await engine.write { writer throws(Problem) in
            try writer.execute(
                """
                INSERT INTO verification_case (number, name_key, district, village, occupation,
                lane, state, standing, work, version, opened, due)
                SELECT number, name_key, district, village, occupation, 'ready', 'approved',
                'verified', 'known', 1, 1, 1 FROM person WHERE standing = 'waiting'
                """)
        }
    }

    private func freeze() async throws -> Int {
        let wave = try await store.makeWave(
            NewWave(
                title: "Bench", quota: quota, months: WaveBench.year, funds: [WaveBench.fund]),
            by: act("ratna", "make"))
        try await time("supply_seconds") { _ = try await store.waveSupply(.verified) }
        try await time("freeze_seconds") {
            try await store.freezeWave(
                wave,
                by: WaveRule(
                    version: "bench", requirement: .verified, decileGroups: [[1, 2, 3], [4, 5]],
                    floor: 3),
                seed: 42, hazards: ["online_ojek": 1, "street_vendor": 4], version: 1,
                act("ratna", "freeze"))
        }
        try await time("place_page_seconds") {
            _ = try await store.wavePlaces(wave, .init(), after: quota / 2, limit: 100)
        }
        let chosen = try await store.allWavePlaces(wave, .init(isChosen: true))
        let rows = chosen.map {
            WaveFunding(number: $0.candidate.number, months: WaveBench.year, fund: WaveBench.fund)
        }
        try await time("fund_seconds") {
            try await store.saveWaveFunding(wave, rows, version: 2, by: act("ratna", "fund"))
        }
        return wave
    }

    private func sign(_ wave: Int) async throws -> Int {
        let policy = try WaveBench.policy()
        let decree = try await time("draft_seconds") {
            try await store.draftDecree(fromWave: wave, policy, by: act("ratna", "draft"))
        }
        try await time("annex_seconds") {
            try await store.beginSigning(decree, policy, by: act("ratna", "begin"))
        }
        guard let digest = try await store.decree(decree, policy)?.decree.digest else {
            throw Problem.storeFailed("decree")
        }
        for actor in ["lukman", "ratna", "lukman"] {
            try await store.signOff(decree, digest: digest, note: nil, policy, by: act(actor))
        }
        try await store.numberDecree(
            decree, number: "Kep.1/XI/2025", signedOn: .jakarta(at: act("ratna").at), policy,
            by: act("ratna"))
        return decree
    }

    private func putInForce(_ decree: Int) async throws {
        let (policy, prices) = (try WaveBench.policy(), try WaveBench.prices())
        try await time("in_force_seconds") {
            try await store.putInForce(
                decree, policy, prices, by: act("ratna", "force"))
        }
    }

    private func exchange() async throws {
        let people = try await time("file_out_seconds") {
            let people = try await store.enrolments(waitingFor: WaveBench.fund)
            _ = try await store.enrol(people.map(\.number), in: file(.enrol), by: act("ratna"))
            return people
        }
        guard people.count == quota else { throw Problem.storeFailed("enrol") }
        try await time("answers_seconds") {
            let rows = people.enumerated().map { index, person in row(index, person, .result) }
            _ = try await store.takeInsurerFile(file(.result), rows, by: act("ratna"))
        }
        try await time("list_seconds") {
            let rows = people.enumerated().map { index, person in row(index, person, .members) }
            _ = try await store.takeInsurerFile(file(.members), rows, by: act("ratna"))
        }
    }

    private func reconcile() async throws {
        let month = WaveBench.january
        let open = try await time("reconcile_seconds") {
            try await store.reconciliation(of: month)
        }
        guard open.count(.matched) == quota else {
            throw Problem.storeFailed("reconciliation")
        }
        try await time("close_seconds") {
            _ = try await store.closeReconciliation(
                of: month, ours: open.ourDigest,
                theirs: open.theirDigest, by: act("ratna"))
        }
    }

    // MARK: Samples

    private func file(_ kind: InsurerFile.Kind) -> NewInsurerFile {
        NewInsurerFile(
            kind: kind, month: WaveBench.january, fund: WaveBench.fund, name: kind.rawValue,
            digest: kind.rawValue, channel: .file)
    }

    private func row(
        _ index: Int, _ person: Enrolment, _ kind: InsurerFile.Kind
    ) -> InsurerRow {
        var row = InsurerRow(line: index + 2, name: person.name)
        row.nik = person.nik
        row.participant = ParticipantNumber("26\(String(1_000_000_000 + index).dropFirst())")
        row.day = WaveBench.january.firstDay
        row.amount = Rupiah(16_800)
        guard let participant = row.participant else { return row }
        row.word =
            kind == .result
            ? .accepted(participant: participant, from: WaveBench.january.firstDay)
            : .listed(participant: participant)
        return row
    }

    private func act(_ actor: String, _ key: String? = nil) -> Act {
        Act(actor: actor, at: Instant(milliseconds: WaveBench.noon), key: key)
    }

    private static func prices() throws -> CoverPrices {
        try CoverPrices(
            ContributionBench.law(), months: year, occupations: occupations,
            declaredIncome: Rupiah(1_000_000))
    }

    private static func policy() throws -> DecreePolicy {
        guard let numbering = DecreeNumbering("Kep.{nomor}/{bulan}/{tahun}") else {
            throw Problem.storeFailed("numbering")
        }
        return DecreePolicy(
            letterhead: ["KOTA"], invocation: [], title: "KEPUTUSAN", place: "Kota",
            signerOffice: ["WALI KOTA"], signerName: "X",
            steps: ["kabid", "kadis", "sekda"].map {
                DecreePolicy.Step(id: $0, office: Phrase($0, en: $0))
            },
            numbering: numbering, signedFile: .mayFollow, verifiedOnly: false, additions: [],
            wordings: [
                .determination: DecreePolicy.Wording(
                    about: "TENTANG {tahun}", annexTitle: "DAFTAR", considering: ["a"],
                    recalling: ["b"], deciding: ["Menetapkan {jumlah} orang, {dana}"])
            ], sources: [])
    }

    private static let occupations = OccupationCatalogue(
        ["online_ojek", "street_vendor", "domestic_worker"].enumerated().map { index, code in
            let occupation = Occupation(
                code: code, name: Phrase(code, en: code), standing: .informal,
                sector: index == 0 ? .transport : .other, hazard: index + 1)
            return (occupation, [])
        })

    private func time<Result>(
        _ name: String, _ body: () async throws -> Result
    ) async throws -> Result {
        let start = ContinuousClock.now
        let result = try await body()
        say(name, (ContinuousClock.now - start) / .seconds(1), "s")
        return result
    }
}
