package import Civic
package import Programme
package import Store

/// What the city sees of its partners.
package struct PartnersOffice: Sendable {
    package let agreements: [StoredAgreement]
    package let lists: [DriverList]
    package let deletions: [DriverDeletion]
    package let partners: [PartnerTerms.Partner]
    package let mayManage: Bool
    package let today: Day
}

/// The city's side of the agreements.
extension Desk {
    package func partnersOffice(
        for viewer: Viewer, at now: Instant = .now()
    ) async throws(Problem) -> PartnersOffice {
        let scope = try viewer.scope(for: .seeDrivers)
        return PartnersOffice(
            agreements: try await store.agreements(with: scope.agency),
            lists: try await store.driverLists(in: scope, limit: 100),
            deletions: try await store.driverDeletions(in: scope),
            partners: region.partners.partners,
            mayManage: viewer.may(.managePartners), today: .jakarta(at: now))
    }

    /// - Throws: `agreement-terms` for terms that cannot hold, `agreement-known` for a number that is
    ///   taken.
    package func addAgreement(
        _ terms: PartnerAgreement, key: String, for viewer: Viewer, at now: Instant = .now()
    ) async throws(Problem) {
        try viewer.require(.managePartners)
        guard region.partners.partner(terms.agency) != nil, terms.from <= terms.to,
            terms.retentionDays >= 1, !terms.number.isEmpty, !terms.purpose.isEmpty
        else { throw Desk.unusableTerms() }
        try await store.addAgreement(
            terms, by: Act(actor: viewer.account.login, at: now, key: key))
    }

    /// Opens a call for proposals until a day, or ends it with nil.
    package func setCall(
        ofAgreement id: Int, until day: Day?, key: String, for viewer: Viewer,
        at now: Instant = .now()
    ) async throws(Problem) {
        try viewer.require(.managePartners)
        try await store.setCall(
            ofAgreement: id, until: day,
            by: Act(actor: viewer.account.login, at: now, key: key))
    }

    private static func unusableTerms() -> Problem {
        Problem(
            .input, "agreement-terms",
            Phrase(
                "Perjanjian belum lengkap, atau tanggalnya terbalik.",
                en: "The agreement is incomplete, or its days are in the wrong order."),
            do: Phrase(
                "Isi semua kolom. Tanggal selesai tidak boleh sebelum tanggal mulai.",
                en: "Fill in every field. It cannot end before it begins."))
    }
}
