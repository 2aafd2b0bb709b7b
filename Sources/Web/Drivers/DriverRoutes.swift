import Civic
import HTTPTypes
import Hummingbird
import Office
import Pages
import Store

extension WebApp {
    /// `/mitra/pengemudi`: what a platform sends, and what it is answered.
    func addDriverRoutes(to router: Router<WebContext>) {
        router.get("/mitra/pengemudi") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: Address.drivers)
            let gone = request.uri.queryParameters["dicabut"].flatMap { Int($0) }
            return try page(
                try await office(viewer, gone.map(DriversPage.Notice.withdrawn)), request, visitor)
        }
        router.post("/mitra/pengemudi") { request, context in
            try await check(request, try await visitor(request, context))
        }
        router.post("/mitra/pengemudi/cabut") { request, context in
            try await withdraw(request, try await visitor(request, context))
        }
        router.get("/mitra/pengemudi/cabut") { _, _ in
            Response.redirect(to: Address.drivers, type: .normal)
        }
        router.get("/mitra/pengemudi/surat/{id}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let found = try await desk.driverDeletion(try pathID(context), for: viewer)
            return try page(
                DriverPresenter.certificate(found.deletion, found.partner), request, visitor)
        }
        addDriverListRoutes(to: router)
    }

    private func addDriverListRoutes(to router: Router<WebContext>) {
        router.get("/mitra/pengemudi/{id}") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
            let view = try await desk.driverList(try pathID(context), for: viewer)
            return try page(
                DriverPresenter.list(
                    facts, view, checkAddress: checkAddress(request),
                    isRepeated: request.uri.queryParameters["ulang"] != nil), request, visitor)
        }
        router.post("/mitra/pengemudi/{id}/kirim") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.drivers)
            try viewer.require(.sendDrivers)
            try requireToken(try await form(request), session)
            let id = try pathID(context)
            try await desk.sendDrivers(id, for: viewer)
            return Response.redirect(to: Address.driverList(id), type: .normal)
        }
        router.post("/mitra/pengemudi/{id}/hapus") { request, context in
            let visitor = try await visitor(request, context)
            let (viewer, session) = try visitor.signedIn(wanting: Address.drivers)
            try viewer.require(.sendDrivers)
            try requireToken(try await form(request), session)
            let id = try pathID(context)
            try await desk.deleteDrivers(id, for: viewer)
            return Response.redirect(to: Address.driverList(id), type: .normal)
        }
        for step in ["kirim", "hapus"] {
            router.get("/mitra/pengemudi/{id}/\(step)") { _, context in
                Response.redirect(to: Address.driverList(try pathID(context)), type: .normal)
            }
        }
        router.get("/mitra/pengemudi/{id}/hasil.xlsx") { request, context in
            try await result(request, context, "xlsx")
        }
        router.get("/mitra/pengemudi/{id}/hasil.csv") { request, context in
            try await result(request, context, "csv")
        }
    }

    private func office(
        _ viewer: Viewer, _ notice: DriversPage.Notice?
    ) async throws -> DriversPage {
        DriverPresenter.office(facts, try await desk.driverOffice(for: viewer), notice: notice)
    }

    /// Where drivers ask for their own status.
    private func checkAddress(_ request: Request) -> String {
        let scheme = options.isBehindProxy ? "https" : "http"
        return "\(scheme)://\(request.head.authority ?? options.host)\(Address.check)"
    }

    // MARK: Forms

    private func check(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let (viewer, session) = try visitor.signedIn(wanting: Address.drivers)
        try viewer.require(.sendDrivers)
        func refused(_ notice: DriversPage.Notice) async throws -> Response {
            try page(
                try await office(viewer, notice), request, visitor, status: .unprocessableContent)
        }
        let limit = facts.region.uploads.bytes(.drivers)
        guard let form = try await multipart(request, limit: limit) else {
            return try await refused(
                .problem(facts.region.uploads.tooLarge(.drivers, file: nil)))
        }
        try requireToken(form.fields, session)
        var day: Day?
        switch WrittenDay(form.fields) {
        case .none: break
        case .day(let written): day = written
        case .unreadable: return try await refused(.notDate)
        }
        do {
            switch try await desk.checkDrivers(upload(form), consent: day, for: viewer) {
            case .kept(let id):
                return Response.redirect(to: Address.driverList(id), type: .normal)
            case .repeated(let id):
                return Response.redirect(to: "\(Address.driverList(id))?ulang=1", type: .normal)
            case .nothing(let faults, let dropped):
                return try await refused(.nothing(faults: faults, dropped: dropped))
            }
        } catch let problem as Problem where problem.kind == .input || problem.kind == .conflict {
            return try await refused(.problem(problem))
        }
    }

    private func upload(_ form: MultipartForm) -> DriverUpload {
        // A browser sends an empty part where no file was chosen.
        if let file = form.files["berkas"], !file.name.isEmpty {
            return .file(bytes: file.bytes, name: file.name)
        }
        return .pasted(form.fields["tempel"] ?? "")
    }

    private func withdraw(_ request: Request, _ visitor: Visitor) async throws -> Response {
        let (viewer, session) = try visitor.signedIn(wanting: Address.drivers)
        try viewer.require(.sendDrivers)
        let form = try await form(request)
        try requireToken(form, session)
        let digits = (form["nik"] ?? "").filter { $0.isASCII && $0.isNumber }
        guard let nik = NIK(digits) else {
            return try page(
                try await office(viewer, .notNIK), request, visitor, status: .unprocessableContent)
        }
        let count = try await desk.withdrawDriver(nik, for: viewer)
        return Response.redirect(to: "\(Address.drivers)?dicabut=\(count)", type: .normal)
    }

    // MARK: Files

    private func result(
        _ request: Request, _ context: WebContext, _ form: String
    ) async throws -> Response {
        let visitor = try await visitor(request, context)
        let (viewer, _) = try visitor.signedIn(wanting: request.uri.path)
        let id = try pathID(context)
        let found = try await desk.driverResults(id, for: viewer)
        let report = DriverReport(
            list: found.list, results: found.results, faults: found.faults, region: facts.region,
            language: visitor.language)
        let isCSV = form == "csv"
        let bytes = isCSV ? try report.csv() : try report.workbook()
        let type =
            isCSV
            ? "text/csv; charset=utf-8"
            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        var response = body(bytes, type, request)
        response.headers[.contentDisposition] =
            "attachment; filename=\"hasil-pengemudi-\(id).\(form)\""
        return response
    }
}
