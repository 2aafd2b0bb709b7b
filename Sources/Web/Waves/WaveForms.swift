import Civic
import Programme
import Store

/// What forms about waves send.
enum WaveForms {
    /// Nil where a figure or month cannot be read.
    static func plan(_ form: [String: String]) -> NewWave? {
        let title = String(Text.trimmed(form["nama"] ?? "").prefix(80))
        return plan(title, form["kuota"], form["mulai"], form["lama"], funds(form))
    }

    /// A plan that an address asks to try out, with the title that is kept.
    static func tried(_ query: (String) -> String?, title: String) -> NewWave? {
        guard let funds = query("dana") else { return nil }
        return plan(
            title, query("kuota"), query("mulai"), query("lama"),
            funds.split(separator: ",").map(String.init))
    }

    private static func plan(
        _ title: String, _ quota: String?, _ first: String?, _ months: String?,
        _ funds: [String]
    ) -> NewWave? {
        guard let quota = quota.flatMap(FundForms.amount), quota <= Wave.quotaMax,
            let first = first.flatMap({ Month(iso: Text.trimmed($0)) }),
            let months = months.flatMap(FundForms.amount),
            (1...Int64(Wave.monthsMax)).contains(months)
        else { return nil }
        return NewWave(
            title: title, quota: Int(quota), months: first...(first + (Int(months) - 1)),
            funds: funds)
    }

    /// In order of use.
    static func funds(_ form: [String: String]) -> [String] {
        (1...9).compactMap { form["dana\($0)"] }.filter { !$0.isEmpty }
    }
}
