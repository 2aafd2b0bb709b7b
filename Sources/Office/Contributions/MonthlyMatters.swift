import Civic
import Papers
import Programme
import Store

/// What is still to be done about a month, as its report lists it, each with what to do.
struct MonthlyMatters {
    let report: MonthlyReport

    var all: [ReportMatter] {
        report.figures.funds.flatMap(matters) + claims + risks
    }

    private func matters(_ month: FundMonth) -> [ReportMatter] {
        var all = month.bills.compactMap { bill in matter(bill, month.fund.title) }
        if month.due.people > 0 {
            all.append(
                ReportMatter(
                    "\(month.fund.title): \(count(month.due.people)) orang belum ditagih.",
                    action: "Hitung iuran bulan ini."))
        }
        if month.notYet.people > 0 {
            all.append(
                ReportMatter(
                    "\(month.fund.title): \(count(month.notYet.people)) orang belum didaftarkan.",
                    action: "Kirim berkas pendaftaran ke \(report.region.papers.insurer)."))
        }
        return all
    }

    private func matter(_ bill: Bill, _ fund: String) -> ReportMatter? {
        let name = "\(fund): tagihan \(bill.amount)"
        switch bill.state {
        case .void: return nil
        case .draft where bill.unexplained > 0:
            return ReportMatter(
                "\(fund): \(count(bill.unexplained)) selisih dengan tagihan BPJS belum dijelaskan.",
                action: "Jelaskan setiap selisih bersama BPJS.")
        case .draft:
            return ReportMatter(
                "\(name) belum dibuatkan SPM.",
                action: bill.billedAmount == nil
                    ? "Cocokkan dengan tagihan BPJS, lalu buat SPM." : "Buat SPM.")
        case .ordered:
            return ReportMatter(
                "\(name) belum dibayar.", action: "Bayar, lalu catat nomor SP2D dan tanggalnya.")
        case .paid where bill.disbursement == nil:
            return ReportMatter(
                "\(name) sudah dibayar tanpa nomor SP2D.", action: "Catat nomor SP2D.")
        case .paid: return nil
        }
    }

    private var claims: [ReportMatter] {
        let overdue = report.claims.reduce(0) { $0 + $1.overdue }
        guard overdue > 0 else { return [] }
        return [
            ReportMatter(
                "\(count(overdue)) klaim lewat batas waktu.",
                action: "Hubungi keluarga dan lengkapi berkasnya pekan ini.")
        ]
    }

    private var risks: [ReportMatter] {
        guard let guarded = report.guarded, guarded.atRisk > 0 else { return [] }
        return [
            ReportMatter(
                "\(count(guarded.atRisk)) orang dapat putus perlindungannya.",
                action: "Bayar sebelum batas aman, atau jembatani dengan dana CSR atau PSR.")
        ]
    }

    private func count(_ number: Int) -> String { NumberText.grouped(number) }
}
