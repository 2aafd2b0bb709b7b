package import Civic
import Papers
package import Store

/// The annex of an order to pay (SPM) as a workbook: whom it pays for, by which decree and line, and
/// what proves that nobody was put in since.
package struct BillSheet: Sendable {
    private let bill: Bill
    private let fund: Fund
    private let people: [BillPerson]
    private let region: Region
    private let language: Language

    package init(
        bill: Bill, fund: Fund, people: [BillPerson], region: Region, language: Language
    ) {
        self.bill = bill
        self.fund = fund
        self.people = people
        self.region = region
        self.language = language
    }

    /// The file; its properties show `day`.
    package func workbook(on day: Day) throws(Problem) -> [UInt8] {
        try WorkbookBytes.make(on: day) { book throws(Problem) in
            try book.beginSheet(
                Phrase("Lampiran SPM", en: "Annex of the SPM").text(language), columns: columns)
            for (place, person) in people.enumerated() {
                try book.append([
                    .number(Int64(place + 1)), .text(person.number), .text(person.name),
                    .text(person.participant ?? "–"), .text(village(person)),
                    .text(person.decree.map { "\($0.decree)/\($0.line)" } ?? "–"),
                    .number(person.amount.amount),
                ])
            }
            try book.append([
                .empty, .empty, .text(Phrase("Jumlah", en: "Total").text(language)), .empty,
                .empty, .empty, .number(people.reduce(0) { $0 + $1.amount.amount }),
            ])
            try book.writeNotes(notes)
        }
    }

    private func village(_ person: BillPerson) -> String {
        region.placeName(person.village) ?? person.village?.description ?? "–"
    }

    private var columns: [SheetColumn] {
        func title(_ indonesian: String, _ english: String) -> String {
            Phrase(indonesian, en: english).text(language)
        }
        return [
            SheetColumn(title("No.", "No."), width: 7, kind: .number),
            SheetColumn(title("Nomor SIGAP", "SIGAP number"), width: 16),
            SheetColumn(title("Nama", "Name"), width: 32),
            SheetColumn(title("Nomor peserta (KPJ)", "Insurer's number"), width: 20),
            SheetColumn(title("Kelurahan", "Kelurahan"), width: 24),
            SheetColumn(title("SK/baris", "Decree/line"), width: 12),
            SheetColumn(title("Iuran", "Contribution"), width: 16, kind: .rupiah),
        ]
    }

    private var notes: [(key: String, value: String)] {
        func key(_ indonesian: String, _ english: String) -> String {
            Phrase(indonesian, en: english).text(language)
        }
        return [
            (key("Bulan", "Month"), bill.month.iso), (key("Sumber dana", "Fund"), fund.title),
            (key("Wadah", "Worker group"), fund.workerGroup),
            (key("Orang", "People"), String(bill.people)),
            (key("Jumlah", "Amount"), bill.amount.description),
            (key("Kode tagihan BPJS", "Billing code"), bill.billingCode ?? "–"),
            (key("Nomor SPM", "Order number"), bill.orderNumber ?? "–"),
            (key("SP2D", "SP2D"), bill.disbursement ?? "–"),
            (key("Sidik berkas (SHA-256)", "Digest (SHA-256)"), bill.digest),
        ]
    }
}

extension Desk {
    /// The annex of a bill's order.
    package func billSheet(
        _ id: Int, _ language: Language, for viewer: Viewer
    ) async throws(Problem) -> (bill: Bill, bytes: [UInt8]) {
        let (bill, fund) = try await billWithFund(id, for: viewer)
        let people = try await peopleOnPaper(of: bill, for: viewer)
        let sheet = BillSheet(
            bill: bill, fund: fund, people: people, region: region, language: language)
        return (bill, try sheet.workbook(on: .jakarta(at: .now())))
    }

    func billWithFund(
        _ id: Int, for viewer: Viewer
    ) async throws(Problem) -> (bill: Bill, fund: Fund) {
        let bill = try await bill(id, for: viewer)
        let funds = try await store.funds()
        guard let fund = funds.first(where: { $0.fund.id == bill.fund })?.fund else {
            throw Problem.storeFailed("fund")
        }
        return (bill, fund)
    }

    /// Everybody on a bill, for a list that leaves the office: recorded.
    func peopleOnPaper(of bill: Bill, for viewer: Viewer) async throws(Problem) -> [BillPerson] {
        let people = try await store.billPeople(bill.id, limit: bill.people)
        try await store.record(
            "bill.annex", "bill \(bill.id)", ["people": String(people.count)],
            by: Act(actor: viewer.account.login, at: .now()))
        return people
    }
}
