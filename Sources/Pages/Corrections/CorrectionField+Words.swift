package import Programme

extension CorrectionField {
    /// What staff and citizens call the datum.
    func text(_ say: Speech) -> String {
        switch self {
        case .name: say("field-name")
        case .birth: say("field-birth")
        case .nik: say("correction-nik")
        case .address: say("field-address")
        case .residence: say("correction-residence")
        case .decile: say("correction-decile")
        case .occupation: say("field-occupation")
        case .alive: say("correction-alive")
        case .stateEmployee: say("correction-state-employee")
        case .insured: say("correction-insured")
        case .working: say("correction-working")
        case .willing: say("correction-willing")
        }
    }
}

extension CorrectionProof {
    func text(_ say: Speech) -> String {
        switch self {
        case .idCard: say("proof-id-card")
        case .familyCard: say("proof-family-card")
        case .letter: say("proof-letter")
        case .none: say("proof-none")
        }
    }
}

extension CorrectionRefusal {
    func text(_ say: Speech) -> String {
        switch self {
        case .recordIsRight: say("refusal-record-right")
        case .proofMissing: say("refusal-proof-missing")
        case .proofDiffers: say("refusal-proof-differs")
        }
    }
}

extension CorrectionState {
    /// As addresses name it.
    package var name: String {
        switch self {
        case .open: "terbuka"
        case .accepted: "diterima"
        case .refused: "ditolak"
        }
    }

    package init?(name: String) {
        guard let state = CorrectionState.allCases.first(where: { $0.name == name }) else {
            return nil
        }
        self = state
    }

    func text(_ say: Speech) -> String {
        switch self {
        case .open: say("correction-open")
        case .accepted: say("correction-accepted")
        case .refused: say("correction-refused")
        }
    }

    func badge(_ say: Speech) -> View {
        switch self {
        case .open: Badge.view(text(say), .blue, .arrow)
        case .accepted: Badge.view(text(say), .green, .check)
        case .refused: Badge.view(text(say), .brick, .cross)
        }
    }
}
