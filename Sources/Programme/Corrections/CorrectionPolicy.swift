package import Civic

/// How a city corrects data: data of the region pack.
package struct CorrectionPolicy: Sendable {
    /// The office that looks at papers first, and at whatever no other office keeps.
    package static let village = "kelurahan"
    /// Whoever is asked when no office says that a datum is its own.
    package static let manager = "manager"

    /// What the receipts of requests begin with.
    package let receiptPrefix: String
    /// For so many months somebody may object to a decision.
    package let objectionMonths: Int
    package let objectionSource: Citation
    /// Working days within which an office should answer.
    package let answerDays: Int
    package let answerSource: Citation
    /// Ids of the agencies that keep a datum, those to be asked first first.
    package let offices: [CorrectionField: [String]]
    /// Fields for which the agencies that answer for the occupation are asked before those.
    package let askedByOccupation: Set<CorrectionField>

    package init(
        receiptPrefix: String, objectionMonths: Int, objectionSource: Citation, answerDays: Int,
        answerSource: Citation,
        offices: [CorrectionField: [String]], askedByOccupation: Set<CorrectionField>
    ) {
        self.receiptPrefix = receiptPrefix
        self.objectionMonths = objectionMonths
        self.objectionSource = objectionSource
        self.answerDays = answerDays
        self.answerSource = answerSource
        self.offices = offices
        self.askedByOccupation = askedByOccupation
    }

    /// All offices that a request may go to, in order; the manager is always the last.
    package func route(
        of field: CorrectionField, occupation: String?, _ verification: VerificationPolicy
    ) -> [String] {
        let asked = askedByOccupation.contains(field) ? verification.agencies(for: occupation) : []
        var route: [String] = []
        for office in asked + (offices[field] ?? []) where !route.contains(office) {
            route.append(office)
        }
        return route + [CorrectionPolicy.manager]
    }

    /// The last day on which somebody may object to what was decided on `day`.
    package func objectionEnds(decidedOn day: Day) -> Day {
        let (year, month, dayOfMonth) = day.parts
        let months = year * 12 + month - 1 + objectionMonths
        let (endYear, endMonth) = (months / 12, months % 12 + 1)
        let last = Day.lastDay(ofMonth: endMonth, year: endYear)
        return Day(year: endYear, month: endMonth, day: min(dayOfMonth, last)) ?? day
    }
}

/// What somebody saw that proves the right value.
package enum CorrectionProof: String, Sendable, CaseIterable {
    case idCard = "id-card"
    case familyCard = "family-card"
    case letter
    /// Nothing yet: the kelurahan looks at the papers first.
    case none
}

/// Why an office does not accept a correction.
package enum CorrectionRefusal: String, Sendable, CaseIterable {
    /// The office looked again, and what it keeps is right.
    case recordIsRight = "record-right"
    case proofMissing = "proof-missing"
    case proofDiffers = "proof-differs"
}

/// Something that happened to a request.
package enum CorrectionStep: String, Sendable, CaseIterable {
    case request
    /// The kelurahan saw the papers, and sends it on.
    case forward
    /// Not this office's datum.
    case pass
    case accept
    case refuse
}

package enum CorrectionState: String, Sendable, CaseIterable {
    case open
    case accepted
    case refused
}

/// On whose behalf somebody works on requests.
package enum CorrectionParty: Sendable, Hashable {
    /// Whoever runs the programme may do everything that somebody else may.
    case manager
    case village
    case agency(String)

    package func acts(for office: String) -> Bool {
        switch self {
        case .manager: true
        case .village: office == CorrectionPolicy.village
        case .agency(let id): office == id
        }
    }
}

/// Where a request goes.
package struct CorrectionRoute: Sendable, Hashable {
    /// In order; see ``CorrectionPolicy/route(of:occupation:_:)``.
    package let offices: [String]

    package init(_ offices: [String]) { self.offices = offices }

    /// Who is asked first. Without papers that is the kelurahan, which can ask for them.
    package func first(_ proof: CorrectionProof) -> String {
        proof == .none ? CorrectionPolicy.village : offices[0]
    }

    /// Who is asked after `office` sent the request on, having looked at papers or having said that
    /// the datum is not its own; nil when nobody is left.
    package func next(after office: String, _ step: CorrectionStep) -> String? {
        if step == .forward {
            return offices.first { $0 != CorrectionPolicy.village }
        }
        guard let place = offices.firstIndex(of: office) else { return offices.first }
        return place + 1 < offices.count ? offices[place + 1] : nil
    }
}

extension CorrectionRoute {
    /// Whether whoever acts for `office` may say what the right value is: only offices that keep the
    /// datum, and whoever runs the programme.
    package func mayAccept(_ office: String, _ party: CorrectionParty) -> Bool {
        party == .manager || offices.contains(office)
    }
}
