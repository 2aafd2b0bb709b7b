package import Civic

/// What an account may do. The seam for scopes and duties: pages ask for a permission, never for a
/// role.
package enum Role: String, Sendable, CaseIterable {
    case manager
    case verifier
    case operatorOfVillage = "village-operator"
    case auditor
    case administrator

    package enum Permission: Sendable {
        case seeDashboard
        case seePeople
        case revealNIK
    }

    package func may(_ permission: Permission) -> Bool {
        switch (self, permission) {
        case (_, .seeDashboard): true
        case (.administrator, .seePeople), (.administrator, .revealNIK): false
        case (_, .seePeople): true
        case (.auditor, .revealNIK), (.manager, .revealNIK), (.operatorOfVillage, .revealNIK): true
        case (.verifier, .revealNIK): false
        }
    }

    package var title: Phrase {
        switch self {
        case .manager: Phrase("Pengelola program", en: "Programme manager")
        case .verifier: Phrase("Verifikator dinas", en: "Agency verifier")
        case .operatorOfVillage: Phrase("Operator kelurahan", en: "Kelurahan operator")
        case .auditor: Phrase("Pemeriksa", en: "Auditor")
        case .administrator: Phrase("Administrator", en: "Administrator")
        }
    }
}
