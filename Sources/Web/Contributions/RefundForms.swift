import Civic
import Hummingbird
import Office
import Pages
import Store

/// What the form about refunds sends.
enum RefundForms {
    static func fund(_ text: String?) -> String? {
        text.flatMap { $0.isEmpty ? nil : String($0.prefix(80)) }
    }

    /// What an address shows; `404` for a standing that there is not.
    static func shown(_ request: Request) throws -> RefundsPresenter.Shown {
        let query = request.uri.queryParameters
        var pile = RefundsPage.Pile.open
        if let text = query["status"].map(String.init), !text.isEmpty {
            guard let known = RefundsPage.Pile(rawValue: text) else { throw HTTPError(.notFound) }
            pile = known
        }
        return RefundsPresenter.Shown(
            pile: pile, fund: fund(query["dana"].map(String.init)),
            after: query["sesudah"].map(String.init))
    }

    static func deed(_ form: [String: String], _ fund: String?) throws -> RefundDeed {
        let verb = form["langkah"] ?? ""
        let isAll = verb.hasSuffix("-semua")
        let choice: RefundChoice =
            isAll
            ? .all(fund: fund, shown: shownSum(form))
            : .some(ContributionForms.picked(form).compactMap(place))
        guard let step = try step(isAll ? String(verb.dropLast(6)) : verb, form) else {
            throw HTTPError(.notFound)
        }
        guard case .day(let day) = WrittenDay(form) else { throw noDay() }
        return RefundDeed(step, choice, on: day, document: form["surat"] ?? "")
    }

    private static func step(
        _ verb: String, _ form: [String: String]
    ) throws(Problem) -> RefundStep? {
        switch verb {
        case "minta": return .ask
        case "terima": return .receive
        case "tarik": return .withdraw
        case "potong":
            guard let bill = form["tagihan"].flatMap({ Int($0) }) else { throw noBill() }
            return .credit(bill: bill)
        default: return nil
        }
    }

    private static func shownSum(_ form: [String: String]) -> CoverSum {
        CoverSum(
            people: form["banyak"].flatMap { Int($0) } ?? 0,
            amount: Rupiah(form["uang"].flatMap { Int64($0) } ?? 0))
    }

    /// `BKS-7K4M-92.2026-05`
    private static func place(_ text: String) -> CoverPlace? {
        guard let point = text.lastIndex(of: "."), text.utf8.count <= 60,
            let month = Month(iso: String(text[text.index(after: point)...]))
        else { return nil }
        return CoverPlace(number: String(text[..<point]), month: month)
    }

    private static func noDay() -> Problem {
        Problem(
            .input, "refund-day-missing",
            Phrase("Tanggal surat tidak terbaca.", en: "The day of the letter is unreadable."),
            do: Phrase("Isi hari, bulan dan tahun.", en: "Enter day, month and year."))
    }

    private static func noBill() -> Problem {
        Problem(
            .input, "refund-bill-missing",
            Phrase("Tagihannya belum dipilih.", en: "No bill was chosen."),
            do: Phrase(
                "Pilih tagihan yang dipotong BPJS.",
                en: "Choose the bill that the insurer took it off."))
    }
}
