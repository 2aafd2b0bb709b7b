import Civic
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/cek`: a worker's own status. Whoever does not know two facts about a person gets the same
    /// answer whether or not the person exists.
    func addCheckRoutes(to router: Router<WebContext>) {
        router.get("/cek") { request, context in
            let way =
                request.uri.queryParameters["dengan"] == "nomor" ? CheckFormPage.Way.number : .nik
            return try page(
                CheckFormPage(way: way), request, try await visitor(request, context))
        }
        router.post("/cek") { request, context in
            try await check(request, try await visitor(request, context))
        }
    }

    private func check(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let form = CheckForm(try await form(request), prefix: facts.region.personNumberPrefix)
        guard form.faults.isEmpty else {
            return try answer(form, .fields(form.faults), .unprocessableContent, request, visitor)
        }
        guard try await checkLimit.take(visitor.address) != nil else {
            return try answer(
                form, .tooMany(minutes: checkLimit.minutes), .tooManyRequests, request, visitor)
        }
        guard let found = try await find(form) else {
            return try answer(form, .notFound, .ok, request, visitor)
        }
        return try page(
            try CheckPresenter.answer(
                facts, answer: found, funds: funds, settings: try await runSettings(),
                today: today),
            request, visitor)
    }

    private func find(_ form: CheckForm) async throws(Problem) -> StatusAnswer? {
        switch form.question {
        case .nik(let nik, let birth): try await desk.status(nik: nik, birth: birth)
        case .number(let number, let tail): try await desk.status(number: number, tail: tail)
        case nil: nil
        }
    }

    private func answer(
        _ form: CheckForm, _ trouble: CheckFormPage.Trouble, _ status: HTTPResponse.Status,
        _ request: Request, _ visitor: Visitor
    ) throws -> Response {
        try page(
            CheckFormPage(entry: form.entry, way: form.way, trouble: trouble), request, visitor,
            status: status)
    }
}

/// What was typed into the form of `/cek`.
struct CheckForm {
    enum Question {
        case nik(NIK, Day)
        case number(PersonNumber, Int)
    }

    private(set) var entry = CheckFormPage.Entry()
    let way: CheckFormPage.Way
    private(set) var faults: [CheckFormPage.Field] = []
    private(set) var question: Question?

    init(_ form: [String: String], prefix: String) {
        entry.nik = CheckForm.kept(form["nik"])
        entry.day = CheckForm.kept(form["hari"])
        entry.month = CheckForm.kept(form["bulan"])
        entry.year = CheckForm.kept(form["tahun"])
        entry.number = CheckForm.kept(form["nomor"])
        entry.lastDigits = CheckForm.kept(form["akhir"])
        way = form["cara"] == "nomor" ? .number : .nik
        switch way {
        case .nik: readNIK()
        case .number: readNumber(prefix)
        }
    }

    private static func kept(_ text: String?) -> String {
        String(Text.trimmed(text ?? "").prefix(40))
    }

    private mutating func readNIK() {
        let nik = NIK(entry.nik.filter { $0 != " " && $0 != "." && $0 != "-" })
        if nik == nil { faults.append(.nik) }
        var birth: Day?
        if let day = Int(entry.day), let month = Int(entry.month), let year = Int(entry.year) {
            birth = Day(year: year, month: month, day: day)
        }
        if birth == nil { faults.append(.birthDate) }
        if let nik, let birth { question = .nik(nik, birth) }
    }

    private mutating func readNumber(_ prefix: String) {
        let number = PersonNumber(typed: entry.number, prefix: prefix)
        if number == nil { faults.append(.number) }
        let tail = entry.lastDigits.utf8.count == 4 ? Int(entry.lastDigits) : nil
        if tail == nil { faults.append(.lastDigits) }
        if let number, let tail { question = .number(number, tail) }
    }
}
