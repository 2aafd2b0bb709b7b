package import Civic
import Papers
import Programme
import Store

/// The report of a month (laporan bulanan), from what the store holds of it now.
struct MonthlyReport {
    let region: Region
    let figures: MonthFigures
    let districts: [DistrictMonth]
    let changes: MonthChanges
    let claims: [ClaimCount]
    /// Requests to correct data that wait.
    let corrections: Int
    /// What the guard found last; nil before the first time.
    let guarded: GuardDay?
    /// When the report is made.
    let day: Day

    private var month: String { CalendarWords.text(figures.month, .indonesian) }

    /// Bills that were not withdrawn, each with its fund.
    private var bills: [(fund: Fund, bill: Bill)] {
        figures.funds.flatMap { fund in
            fund.bills.filter { $0.state != .void }.map { (fund.fund, $0) }
        }
    }

    var paper: MonthlyReportPaper {
        let title = region.worded(region.papers.report.title)
        return MonthlyReportPaper(
            facts: region.paperFacts("\(title) \(month.uppercased())", on: day),
            letterhead: region.letterhead, title: title, month: figures.month,
            figures: summary, districts: districtTable, money: moneyTable, cases: cases,
            matters: MonthlyMatters(report: self).all, opening: region.opening(on: day),
            signer: region.signer(region.papers.head))
    }

    // MARK: Six numbers

    private var summary: [Figure] {
        let billed = bills.reduce(Rupiah.zero) { $0 + $1.bill.amount }
        let paid = bills.filter { $0.bill.state == .paid }.reduce(Rupiah.zero) {
            $0 + $1.bill.amount
        }
        let (new, moved, gone) = (changes.new, changes.moved, changes.gone)
        return [
            Figure(
                count(figures.all.people),
                "orang ditanggung iurannya untuk bulan \(month)."),
            Figure(
                count(figures.sum(.paid).people), "orang sudah lunas iurannya untuk bulan ini."),
            Figure(billed.description, "jumlah tagihan yang sudah dibuat untuk bulan ini."),
            Figure(paid.description, "sudah dibayarkan kepada \(region.papers.insurer)."),
            Figure(
                count(new + moved + gone),
                "perubahan sejak bulan lalu: \(count(new)) orang baru, \(count(moved)) pindah "
                    + "sumber dana, \(count(gone)) keluar."),
            Figure(guarded.map { count($0.atRisk) } ?? "–", risk),
        ]
    }

    private var risk: String {
        guard let guarded else { return "Risiko putus perlindungan belum diperiksa." }
        let date = CalendarWords.text(guarded.day, .indonesian)
        return "orang punya iuran yang belum dibayar menurut pemeriksaan \(date); "
            + "\(count(guarded.lapsed)) orang sudah putus perlindungannya."
    }

    // MARK: Tables

    private var districtTable: ReportTable {
        let rows = districts.map { district in
            [region.placeName(district.district) ?? MonthlyReport.nowhere] + cells(district.all)
                + [CoverState.paid, .billed, .promised].map { count(district.sum($0).people) }
        }
        let sums = [CoverState.paid, .billed, .promised].map { state in
            count(districts.reduce(0) { $0 + $1.sum(state).people })
        }
        let all = districts.reduce(CoverSum()) { $0 + $1.all }
        return ReportTable(
            "Per kecamatan",
            sentence: "\(count(all.people)) orang di \(count(districts.count)) kecamatan, "
                + "iuran \(all.amount).",
            PaperTable(
                columns: [
                    PaperColumn("Kecamatan", 42), PaperColumn("Orang", 20, .right),
                    PaperColumn("Iuran", 34, .right, fits: true),
                    PaperColumn("Lunas", 20, .right), PaperColumn("Ditagih", 20, .right),
                    PaperColumn("Belum ditagih", 24, .right),
                ], rows: rows, totals: [PaperTotal("Jumlah", cells(all) + sums)]))
    }

    private func cells(_ sum: CoverSum) -> [String] { [count(sum.people), sum.amount.description] }

    private var moneyTable: ReportTable {
        let rows = bills.map { fund, bill in
            [
                fund.title, count(bill.people), bill.amount.description,
                bill.billedAmount?.description ?? "–",
                bill.billedAmount.map { ($0 - bill.amount).description } ?? "–",
                bill.disbursement ?? "–",
                bill.paidOn.map { CalendarWords.text($0, .indonesian) } ?? "–",
            ]
        }
        let people = bills.reduce(0) { $0 + $1.bill.people }
        let amount = bills.reduce(Rupiah.zero) { $0 + $1.bill.amount }
        return ReportTable(
            "Uang per sumber dana",
            sentence: "\(count(bills.count)) tagihan, \(amount) untuk \(count(people)) orang.",
            PaperTable(
                columns: [
                    PaperColumn("Sumber dana", 34), PaperColumn("Orang", 14, .right, fits: true),
                    PaperColumn("Hitungan", 24, .right, fits: true),
                    PaperColumn("Tagihan BPJS", 24, .right, fits: true),
                    PaperColumn("Selisih", 18, .right, fits: true), PaperColumn("SP2D", 24),
                    PaperColumn("Dibayar", 22),
                ], rows: rows,
                totals: [
                    PaperTotal("Jumlah", [count(people), amount.description, "", "", "", ""])
                ]))
    }

    private var cases: [ReportTable] {
        let rows = claims.map { claim in
            [MonthlyReport.name(claim.kind)]
                + [claim.ofMonth, claim.open, claim.overdue].map(count)
        }
        let open = claims.reduce(0) { $0 + $1.open }
        return [
            ReportTable(
                "Klaim", sentence: "\(count(open)) klaim masih berjalan.",
                PaperTable(
                    columns: [
                        PaperColumn("Jenis", 60), PaperColumn("Terjadi bulan ini", 33, .right),
                        PaperColumn("Masih berjalan", 33, .right),
                        PaperColumn("Lewat batas waktu", 34, .right),
                    ], rows: rows)),
            ReportTable(
                "Sanggahan dan perbaikan data",
                sentence: "\(count(corrections)) permintaan perbaikan data menunggu jawaban.",
                PaperTable(
                    columns: [PaperColumn("Jenis", 120), PaperColumn("Menunggu", 40, .right)],
                    rows: [["Perbaikan data", count(corrections)]])),
        ]
    }

    private func count(_ number: Int) -> String { NumberText.grouped(number) }

    private static func name(_ kind: ClaimKind) -> String {
        switch kind {
        case .death: "Kematian"
        case .accident: "Kecelakaan kerja"
        }
    }

    private static let nowhere = "Tidak diketahui"
}

extension Desk {
    /// The report of a month as paper.
    package func monthlyReport(
        _ month: Month, for viewer: Viewer
    ) async throws(Problem) -> [UInt8] {
        try viewer.require(.seeContributions)
        let today = Day.jakarta(at: .now())
        return try MonthlyReport(
            region: region,
            figures: try await store.coverMonth(month, region.contributions.bills),
            districts: try await store.districtMonths(month),
            changes: try await store.monthChanges(month),
            claims: try await store.claimCounts(in: month, on: today),
            corrections: try await store.waitingCorrections(for: nil, in: CorrectionReach(.city))
                .count,
            guarded: try await store.guardDay(), day: today
        ).paper.pdf()
    }
}
