package import Civic
package import Programme

/// By what rules data are corrected, and what follows from a correction.
package struct CorrectionTerms: Sendable {
    package let policy: CorrectionPolicy
    package let verification: VerificationTerms
    package let rejudging: Rejudging

    package init(
        policy: CorrectionPolicy, verification: VerificationTerms, rejudging: Rejudging
    ) {
        self.policy = policy
        self.verification = verification
        self.rejudging = rejudging
    }

    func route(_ field: CorrectionField, _ occupation: String?) -> CorrectionRoute {
        CorrectionRoute(policy.route(of: field, occupation: occupation, verification.policy))
    }
}

/// Somebody's word that a datum of a person is wrong.
package struct NewCorrection: Sendable, Hashable {
    package let number: PersonNumber
    package let datum: CorrectedDatum
    package let proof: CorrectionProof
    /// Until when it should be answered.
    package let due: Day

    package init(
        number: PersonNumber, datum: CorrectedDatum, proof: CorrectionProof, due: Day
    ) {
        self.number = number
        self.datum = datum
        self.proof = proof
        self.due = due
    }
}

/// A request as lists show it: nothing of what is personal but the name.
package struct CorrectionSummary: Sendable, Hashable {
    package let id: Int
    /// `PRB-7K4M-92`: what the citizen keeps.
    package let receipt: String
    package let number: String
    /// Nil for somebody whom no list holds any more.
    package let name: String?
    package let village: PlaceCode?
    package let field: CorrectionField
    package let state: CorrectionState
    /// Who must answer, or who did.
    package let office: String
    package let requester: String
    package let proof: CorrectionProof
    package let version: Int
    package let opened: Day
    package let due: Day
    package let closed: Day?
}

/// A request with what was asked for and all that happened.
package struct CorrectionRecord: Sendable {
    package let summary: CorrectionSummary
    /// What the person is kept with, for a request that waits.
    package let kept: KeptData?
    /// Nil after an erasure.
    package let asked: CorrectedDatum?
    package let decided: CorrectedDatum?
    /// Every office that may be asked, in order.
    package let route: CorrectionRoute
    /// Oldest first.
    package let steps: [CorrectionEvent]
}

/// The data of a person that may be corrected, as they are kept.
package struct KeptData: Sendable {
    package let name: String
    package let birth: Day?
    package let nik: NIK?
    package let address: String?
    package let occupation: String?
    package let decile: Int?
    package let verdicts: [RuleVerdict]

    init(_ person: ImportedPerson) {
        (name, birth, nik) = (person.name, person.birth, person.nik)
        (address, occupation, decile) = (person.address, person.occupation, person.decile)
        verdicts = person.verdicts
    }

    package init(_ record: PersonRecord) {
        let person = record.summary
        (name, birth, nik) = (person.name, person.birth, person.nik)
        (address, occupation, decile) = (record.address, person.occupation, person.decile)
        verdicts = record.verdicts
    }
}

package struct CorrectionEvent: Sendable, Hashable {
    /// Counted from 1 for each request.
    package let seq: Int
    package let step: CorrectionStep
    /// Who must answer next; of the last step, who answered.
    package let office: String
    package let proof: CorrectionProof?
    package let reason: CorrectionRefusal?
    package let actor: String
    package let at: Instant
}

/// What an office says to a request.
package enum CorrectionAnswer: Sendable, Hashable {
    /// With the value that is right, which need not be the one that was asked for.
    case accept(CorrectedDatum)
    case refuse(CorrectionRefusal)
    /// Not this office's datum.
    case pass
    /// The kelurahan saw papers.
    case forward(CorrectionProof)

    var step: CorrectionStep {
        switch self {
        case .accept: .accept
        case .refuse: .refuse
        case .pass: .pass
        case .forward: .forward
        }
    }
}

/// What became of an answer.
package enum CorrectionOutcome: Sendable, Hashable {
    case done
    /// Somebody else answered first. Nothing was kept.
    case conflict
    /// The request waits for another office. Nothing was kept.
    case notYours
    /// Whoever asked may not accept it as well. Nothing was kept.
    case own
    /// There is no such request in the reach.
    case unknown
}

/// Which requests somebody may see: those of people who live in its places, those its agency was
/// asked, and those it made itself.
package struct CorrectionReach: Sendable {
    let scope: Scope
    let login: String?

    /// Requests that `login` made are seen as well.
    package init(_ scope: Scope, login: String? = nil) {
        self.scope = scope
        self.login = login
    }

    package var party: CorrectionParty {
        if let agency = scope.agency { return .agency(agency) }
        return scope.areas == nil ? .manager : .village
    }

    /// The condition that the request in table `table` may be seen; nil for the whole city.
    func condition(on table: String, _ sql: inout SQLText) -> String? {
        var ways: [String] = []
        if let agency = scope.agency {
            let office = sql.bind(.text(agency))
            ways.append(
                """
                (\(table).office = \(office) OR EXISTS (SELECT 1 FROM correction_step s
                WHERE s.office = \(office) AND s.correction = \(table).id))
                """)
        } else if let areas = scope.areas {
            ways.append(Scope.lives(in: areas, table, &sql))
        } else {
            return nil
        }
        if let login { ways.append("\(table).requester = \(sql.bind(.text(login)))") }
        return "(\(ways.joined(separator: " OR ")))"
    }
}
