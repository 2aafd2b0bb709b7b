import Civic
import HTTPTypes
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/kerja/iuran/tagihan/{id}`: one bill, and each of its steps.
    func addBillRoutes(to router: Router<WebContext>) {
        router.get("/kerja/iuran/tagihan/{id}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            return try page(
                try await bill(try pathID(context), viewer, nil), request, visitor)
        }
        router.get("/kerja/iuran/tagihan/{id}/lampiran.xlsx") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let id = try pathID(context)
            let sheet = try await desk.billSheet(id, visitor.language, for: viewer)
            let name = "lampiran-spm-\(sheet.bill.month.iso)-\(id).xlsx"
            return workbook(sheet.bytes, name, request)
        }
        router.get("/kerja/iuran/tagihan/{id}/lampiran.pdf") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let id = try pathID(context)
            let file = try await desk.billPaper(id, site: siteAddress(request), for: viewer)
            return paper(file.bytes, "lampiran-spm-\(file.bill.month.iso)-\(id).pdf", request)
        }
        router.get("/kerja/iuran/tagihan/{id}/kuitansi.pdf") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let id = try pathID(context)
            let file = try await desk.receiptPaper(id, site: siteAddress(request), for: viewer)
            guard let file else { throw HTTPError(.notFound) }
            return paper(file.bytes, "kuitansi-\(file.bill.month.iso)-\(id).pdf", request)
        }
        addBillComparing(to: router)
        addBillPaying(to: router)
    }

    private func addBillComparing(to router: Router<WebContext>) {
        router.post("/kerja/iuran/tagihan/{id}/bandingkan") { request, context in
            try await step(.billContributions, request, context, compare)
        }
        router.post("/kerja/iuran/tagihan/{id}/jelaskan") { request, context in
            try await step(.billContributions, request, context) { id, form, key, viewer in
                let picked = ContributionForms.picked(form.fields).compactMap { Int($0) }
                let text = form.fields["jelas"] ?? ""
                switch form.fields["langkah"] {
                case "lepas":
                    _ = try await desk.leaveOffBill(id, places: picked, key: key, for: viewer)
                case "semua":
                    _ = try await desk.explainBill(
                        id, places: nil, text, key: key, for: viewer)
                default:
                    _ = try await desk.explainBill(
                        id, places: picked, text, key: key, for: viewer)
                }
            }
        }
    }

    private func addBillPaying(to router: Router<WebContext>) {
        router.post("/kerja/iuran/tagihan/{id}/spm") { request, context in
            try await step(.billContributions, request, context) { id, form, key, viewer in
                _ = try await desk.orderBill(
                    id, version: BillForms.version(form), number: form.fields["spm"] ?? "",
                    key: key, for: viewer)
            }
        }
        router.post("/kerja/iuran/tagihan/{id}/bayar") { request, context in
            try await step(.payContributions, request, context) { id, form, key, viewer in
                _ = try await desk.payBill(
                    id, version: BillForms.version(form), try BillForms.payment(form), key: key,
                    for: viewer)
            }
        }
        router.post("/kerja/iuran/tagihan/{id}/sp2d") { request, context in
            try await step(.payContributions, request, context) { id, form, key, viewer in
                _ = try await desk.noteDisbursement(
                    id, version: BillForms.version(form), number: form.fields["sp2d"] ?? "",
                    key: key, for: viewer)
            }
        }
        router.post("/kerja/iuran/tagihan/{id}/kembali") { request, context in
            try await step(.payContributions, request, context) { id, form, key, viewer in
                _ = try await desk.refund(
                    BillForms.numbers(form), of: id, note: form.fields["dasar"] ?? "", key: key,
                    for: viewer)
            }
        }
        router.post("/kerja/iuran/tagihan/{id}/tarik") { request, context in
            try await step(.billContributions, request, context) { id, form, key, viewer in
                _ = try await desk.withdrawBill(
                    id, version: BillForms.version(form), reason: form.fields["sebab"] ?? "",
                    key: key, for: viewer)
            }
        }
        for step in ["bandingkan", "jelaskan", "spm", "bayar", "sp2d", "kembali", "tarik"] {
            router.get("/kerja/iuran/tagihan/{id}/\(step)") { _, context in
                Response.redirect(to: Address.bill(try pathID(context)), type: .normal)
            }
        }
    }

    /// Does one step with what a form sends, and shows the bill again: as it is then, or with what
    /// stood against it.
    private func step(
        _ action: Action, _ request: Request, _ context: WebContext,
        _ act: (Int, MultipartForm, String, Viewer) async throws -> Void
    ) async throws -> Response {
        let visitor = try await visitor(request, context)
        let id = try pathID(context)
        let (viewer, session) = try visitor.signedIn(wanting: Address.bill(id))
        try viewer.require(action)
        let limits = facts.region.uploads
        guard let form = try await anyForm(request, limit: limits.bytes(.reference)) else {
            return try page(
                try await bill(id, viewer, limits.tooLarge(.reference, file: nil)), request,
                visitor, status: .contentTooLarge)
        }
        try requireToken(form.fields, session)
        do {
            try await act(id, form, ContributionForms.key(form.fields), viewer)
            return Response.redirect(to: Address.bill(id), type: .normal)
        } catch let problem as Problem {
            guard problem.kind != .service, problem.kind != .notFound else { throw problem }
            return try page(
                try await bill(id, viewer, problem), request, visitor,
                status: .unprocessableContent)
        }
    }

    /// A form with files, or one without.
    private func anyForm(_ request: Request, limit: Int) async throws -> MultipartForm? {
        let type = request.headers[.contentType] ?? ""
        if MultipartForm.boundary(in: type) != nil {
            return try await multipart(request, limit: limit)
        }
        return MultipartForm(fields: try await form(request))
    }

    private func compare(
        _ id: Int, _ form: MultipartForm, _ key: String, _ viewer: Viewer
    ) async throws {
        let code = form.fields["kode"] ?? ""
        if let file = form.files["berkas"], !file.bytes.isEmpty {
            _ = try await desk.compareBill(
                id, file: file.name, bytes: file.bytes, code: code, key: key, for: viewer)
            return
        }
        guard let amount = MoneyText.rupiah(form.fields["tagihan"] ?? "") else {
            throw ContributionForms.incomplete()
        }
        let people = MoneyText.rupiah(form.fields["orang"] ?? "").map { Int($0.amount) }
        _ = try await desk.compareBill(
            id, people: people, amount: amount, code: code, key: key, for: viewer)
    }

    private func bill(
        _ id: Int, _ viewer: Viewer, _ problem: Problem?
    ) async throws -> BillPage {
        let bill = try await desk.bill(id, for: viewer)
        let funds = try await desk.payers(for: viewer)
        return ContributionsPresenter.bill(
            bill, fund: funds.first { $0.fund.id == bill.fund }?.fund,
            differences: try await desk.billDifferences(id, for: viewer),
            rights: BillPage.Rights(
                mayBill: viewer.may(.billContributions), mayPay: viewer.may(.payContributions),
                isOrderer: bill.orderedBy == viewer.account.login),
            safeDay: try await desk.safeDay(of: bill), today: .jakarta(at: .now()),
            credit: try await desk.creditOnBill(id, for: viewer), key: FormKey.new(),
            problem: problem)
    }
}

/// What forms about one bill send.
private enum BillForms {
    static func version(_ form: MultipartForm) -> Int { Int(form.fields["versi"] ?? "") ?? 0 }

    /// SIGAP numbers, one a line.
    static func numbers(_ form: MultipartForm) -> [String] {
        (form.fields["nomor"] ?? "").split { $0.isNewline || $0 == "," || $0 == ";" }
            .map { Text.trimmed(String($0)).uppercased() }.filter { !$0.isEmpty }
    }

    static func payment(_ form: MultipartForm) throws(Problem) -> PaymentWish {
        guard case .day(let day) = WrittenDay(form.fields) else {
            throw Problem(
                .input, "bill-paid-day",
                Phrase("Tanggal bayar tidak terbaca.", en: "The day of payment is unreadable."),
                do: Phrase("Isi hari, bulan dan tahun.", en: "Enter day, month and year."))
        }
        let file = form.files["bukti"].flatMap { $0.bytes.isEmpty ? nil : $0 }
        return PaymentWish(
            disbursement: form.fields["sp2d"] ?? "", day: day,
            proof: file.map { (name: $0.name, bytes: $0.bytes) })
    }
}
