import Civic
import Intake
import Jamsostek
import Linkage
import Papers
import Programme

extension ResultFiles {
    /// One page for the desk of whoever has to decide.
    func writeReport() throws(Problem) {
        let eligible = run.allocation.recipients.count + run.allocation.waiting.count
        let selected = run.allocation.recipients.count
        let report = Report(
            title:
                "\(grouped(selected)) orang terpilih dari \(grouped(eligible)) yang memenuhi syarat",
            subtitle:
                "\(run.region.programmeName) \(run.region.name) · keadaan \(CalendarWords.text(run.request.asOf, .indonesian))",
            figures: [
                .init(grouped(run.counts.read), "baris dibaca"),
                .init(grouped(run.profiles.count), "orang"),
                .init(grouped(eligible), "memenuhi syarat"),
                .init(grouped(selected), "terpilih"),
                .init(grouped(run.allocation.waiting.count), "menunggu kuota"),
                .init(grouped(run.linkage.reviews.count), "pasangan perlu dilihat"),
            ],
            sections: [money, districts, reasons, sources].compactMap { $0 },
            footer:
                "Urutan: \(RankingWords.rule(run.region.ranking).indonesian) Versi syarat \(run.region.ruleVersion). Sidik masukan \(inputFingerprint)."
        )
        try TextFile.write(report.html, to: folder.file("report.html"))
    }

    private func grouped(_ value: Int) -> String { NumberText.grouped(value) }

    var inputFingerprint: String {
        String(Fingerprint.of(run.deliveries.map(\.digest).joined(separator: " ")).prefix(16))
    }

    private var money: Report.Section? {
        guard let plan = run.plan else { return nil }
        let months = "\(plan.monthsAffordable / 10),\(plan.monthsAffordable % 10)"
        let note =
            plan.shortfall > .zero
            ? "\(plan.budget) cukup untuk \(grouped(plan.people)) orang selama \(months) bulan, atau \(NumberText.grouped(plan.peopleAffordable)) orang selama \(plan.monthly.count) bulan. Kurang \(plan.shortfall)."
            : "\(plan.budget) cukup untuk \(grouped(plan.people)) orang selama \(plan.monthly.count) bulan."
        return Report.Section(
            title: "Rencana iuran (\(plan.fund.rawValue.uppercased()))", note: note,
            headings: ["Bulan", "Iuran"],
            rows: plan.monthly.enumerated().map { index, amount in
                [CalendarWords.text(plan.start + index, .indonesian), "\(amount)"]
            } + [["Jumlah", "\(plan.total)"]])
    }

    private var districts: Report.Section {
        let places = run.region.places
        var rows = places.districts.map { district in
            var eligible = 0
            var selected = 0
            for (unit, share) in run.allocation.units
            where unit >= 0 && places.district(of: Int(unit)) == district {
                eligible += share.eligible
                selected += share.places
            }
            return [places.entries[district].name, grouped(eligible), grouped(selected)]
        }
        if let unknown = run.allocation.units[-1] {
            rows.append(["Belum diketahui", grouped(unknown.eligible), grouped(unknown.places)])
        }
        return Report.Section(
            title: "Kecamatan", headings: ["Kecamatan", "Memenuhi syarat", "Terpilih"], rows: rows)
    }

    private var reasons: Report.Section {
        var counts: [String: Int] = [:]
        for (person, verdicts) in run.verdicts.enumerated() where verdicts.outcome != .eligible {
            for code in run.eligibility.reasons(verdicts, run.profiles[person]) {
                counts[code, default: 0] += 1
            }
        }
        let rows = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { code, count in
            [run.region.reasons[code]?.short.indonesian ?? code, code, grouped(count)]
        }
        return Report.Section(
            title: "Alasan belum memenuhi syarat",
            note: "Satu orang dapat memiliki beberapa alasan.",
            headings: ["Alasan", "Kode", "Orang"], rows: rows)
    }

    private var sources: Report.Section {
        Report.Section(
            title: "Daftar yang dibaca",
            headings: ["Berkas", "Baris", "Orang", "Nilai ditolak"],
            rows: run.deliveries.map { received in
                let delivery = received.delivery
                return [
                    delivery.source, grouped(delivery.counts.read), grouped(delivery.counts.linked),
                    grouped(delivery.rejects.entries.count),
                ]
            })
    }
}
