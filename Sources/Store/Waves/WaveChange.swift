import Civic
import Programme

/// What has to be true before a wave is changed, inside a transaction.
struct WaveChange {
    let id: Int
    /// As it was when the change was decided on; nil where that does not matter.
    let version: Int?
    let writer: any SQLWriter

    /// The wave, if it may be changed in one of `states`.
    func wave(in states: Set<WaveState>) throws(Problem) -> Wave {
        guard let wave = try WaveTable.wave(id, writer) else { throw Problem.waveMissing() }
        guard states.contains(wave.state) else { throw Problem.waveSettled(wave.state) }
        if let version, version != wave.version { throw Problem.waveChanged() }
        return wave
    }

    /// Every fund must be there, once.
    func requireFunds(_ funds: [String]) throws(Problem) {
        try WaveChange.requireFunds(funds, writer)
    }

    static func requireFunds(_ funds: [String], _ reader: any SQLReader) throws(Problem) {
        let known = Set(try FundTable.all(reader).map(\.id))
        let isSound = Set(funds).count == funds.count && funds.allSatisfy(known.contains)
        guard isSound else { throw Problem.waveFunds() }
    }

    func touch() throws(Problem) {
        try writer.execute(
            "UPDATE wave SET version = version + 1 WHERE id = $1", [SQLValue(id)])
    }
}

extension Problem {
    static func waveMissing() -> Problem {
        Problem(
            .notFound, "wave-missing",
            Phrase("Gelombang itu tidak ada.", en: "There is no such wave."),
            do: Phrase("Pilih dari daftar gelombang.", en: "Choose from the list of waves."))
    }

    fileprivate static func waveSettled(_ state: WaveState) -> Problem {
        let phrase =
            switch state {
            case .draft:
                Phrase(
                    "Urutan gelombang ini belum dibekukan.",
                    en: "The order of this wave is not frozen yet.")
            case .frozen:
                Phrase(
                    "Urutan gelombang ini sudah dibekukan.",
                    en: "The order of this wave is frozen.")
            case .decreed:
                Phrase("Gelombang ini sudah punya SK.", en: "This wave has a decree.")
            case .cancelled:
                Phrase("Gelombang ini sudah dibatalkan.", en: "This wave was cancelled.")
            }
        return Problem(
            .conflict, "wave-settled", phrase,
            do: Phrase(
                "Muat ulang halaman untuk melihat keadaan terakhir.",
                en: "Reload the page to see how it stands now."))
    }

    fileprivate static func waveChanged() -> Problem {
        Problem(
            .conflict, "wave-changed",
            Phrase(
                "Orang lain mengubah gelombang ini lebih dulu.",
                en: "Somebody else changed this wave first."),
            do: Phrase(
                "Muat ulang halaman, lalu ulangi perubahan Anda.",
                en: "Reload the page, then make your change again."))
    }

    fileprivate static func waveFunds() -> Problem {
        Problem(
            .input, "wave-funds",
            Phrase(
                "Sumber dana tidak dikenal, atau disebut dua kali.",
                en: "A fund is not known, or named twice."),
            do: Phrase(
                "Pilih tiap sumber dana satu kali, sesuai urutan pemakaian.",
                en: "Choose each fund once, in order of use."))
    }

    static func waveNobody() -> Problem {
        Problem(
            .nothingUsable, "wave-nobody",
            Phrase(
                "Belum ada orang yang memenuhi syarat gelombang ini.",
                en: "Nobody meets the conditions of this wave yet."),
            do: Phrase(
                "Selesaikan verifikasi di antrean, lalu coba lagi.",
                en: "Finish verification in the queue, then try again."))
    }
}
