package import Civic
import Intake
package import Programme
package import Store

/// What came in through the browser.
package enum DriverUpload: Sendable {
    case file(bytes: [UInt8], name: String)
    case pasted(String)
}

/// What became of a list when its form was checked.
package enum DriverOutcome: Sendable {
    /// It is kept, under this number, until it is sent.
    case kept(id: Int)
    /// The same list was there before, under this number; nothing was changed.
    case repeated(id: Int)
    /// No row could be kept; nothing was.
    case nothing(faults: [DriverFault: Int], dropped: [String])
}

/// The state of a platform's agreement, and what it sent.
package struct DriverOffice: Sendable {
    package let partner: PartnerTerms.Partner?
    /// Nil while there is no agreement.
    package let agreement: PartnerAgreement?
    package let lists: [DriverList]
    package let today: Day

    package var state: PartnerAgreement.State? { agreement?.state(on: today) }
}

/// The verbs of a platform. Each reaches what the viewer's own organisation sent.
extension Desk {
    private static let listsMax = 100

    package func driverOffice(
        for viewer: Viewer, at now: Instant = .now()
    ) async throws(Problem) -> DriverOffice {
        let scope = try viewer.scope(for: .sendDrivers)
        let today = Day.jakarta(at: now)
        let agency = scope.agency ?? ""
        let agreements = try await store.agreements(with: agency).map(\.terms)
        return DriverOffice(
            partner: region.partners.partner(agency), agreement: agreements.decisive(on: today),
            lists: try await store.driverLists(in: scope, limit: Desk.listsMax), today: today)
    }

    /// Checks the form of a list and keeps what may be kept, until it is sent.
    ///
    /// - Parameters:
    ///   - upload: what the platform sent.
    ///   - consent: the day on which all drivers without a day of their own agreed.
    ///   - viewer: the platform.
    ///   - now: the moment of sending.
    /// - Returns: what became of it.
    /// - Throws: `agreement-closed`, `driver-columns`, `driver-rows`, or what reading finds wrong.
    package func checkDrivers(
        _ upload: DriverUpload, consent: Day?, for viewer: Viewer, at now: Instant = .now()
    ) async throws(Problem) -> DriverOutcome {
        let scope = try viewer.scope(for: .sendDrivers)
        let today = Day.jakarta(at: now)
        guard let agency = scope.agency, let partner = region.partners.partner(agency),
            let office = region.agency(partner.deliversAs)
        else { throw Desk.noPartner() }
        let (list, bytes) = try read(upload, office, today)
        let reading = DriverReading(
            list: list, consentWords: region.partners.consentWords, today: today)
        guard reading.missing.isEmpty else { throw Desk.missing(reading.missing) }
        let cells = reading.cells()
        let most = region.uploads.rowsAtOnce(.drivers)
        guard cells.count <= most else { throw Desk.tooManyRows(most) }
        let check = DriverCheck(
            cells, fileConsent: consent, terms: region.partners.consent, today: today)
        guard !check.rows.isEmpty else {
            return .nothing(faults: check.faultCounts, dropped: reading.dropped)
        }
        let made = try await store.makeDriverList(
            NewDriverList(
                content: bytes + Array((consent?.iso ?? "").utf8), check: check,
                rowsRead: cells.count, dropped: reading.dropped),
            of: agency, on: today, by: Act(actor: viewer.account.login, at: now))
        return made.isRepeated ? .repeated(id: made.id) : .kept(id: made.id)
    }

    private func read(
        _ upload: DriverUpload, _ office: Agency, _ today: Day
    ) throws(Problem) -> (list: UploadedList, bytes: [UInt8]) {
        let reader = UploadReader(context: region.intake(asOf: today))
        switch upload {
        case .file(let bytes, let name):
            try region.uploads.require(bytes.count, .drivers, file: nil)
            return (try reader.read(bytes: bytes, fileName: name, agency: office), bytes)
        case .pasted(let text):
            let bytes = Array(text.utf8)
            try region.uploads.require(bytes.count, .drivers, file: nil)
            return (try reader.read(pasted: text, agency: office), bytes)
        }
    }

    /// Sends a checked list to the city; every row is answered at once.
    package func sendDrivers(
        _ id: Int, for viewer: Viewer, at now: Instant = .now()
    ) async throws(Problem) {
        try await store.sendDriverList(
            id, in: try viewer.scope(for: .sendDrivers), answering: region.partners.answering,
            on: .jakarta(at: now), by: Act(actor: viewer.account.login, at: now))
    }

    /// Deletes a list with all its rows.
    package func deleteDrivers(
        _ id: Int, for viewer: Viewer, at now: Instant = .now()
    ) async throws(Problem) {
        try await store.deleteDriverList(
            id, in: try viewer.scope(for: .sendDrivers),
            by: Act(actor: viewer.account.login, at: now))
    }

    /// Deletes everything about one driver who withdrew consent; returns how many rows that were.
    package func withdrawDriver(
        _ nik: NIK, for viewer: Viewer, at now: Instant = .now()
    ) async throws(Problem) -> Int {
        let scope = try viewer.scope(for: .sendDrivers)
        guard let agency = scope.agency, !agency.isEmpty else { throw Desk.noPartner() }
        return try await store.withdrawDriver(
            nik, agency: agency, by: Act(actor: viewer.account.login, at: now))
    }
}
