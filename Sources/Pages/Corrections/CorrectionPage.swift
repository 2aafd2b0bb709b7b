package import Civic
package import Programme

/// `/kerja/perbaikan/{receipt}`: one request, its way through the offices, and the answers that the
/// reader may give. Printed it is the receipt.
package struct CorrectionPage: Page {
    package static let template = "correction"
    package static let room = Room.work
    package var section: NavigationItem? { .corrections }

    /// Something that happened.
    package struct Step: Sendable {
        package let what: CorrectionStep
        /// Who was asked by it, or who answered.
        package let office: Phrase
        package let proof: CorrectionProof?
        package let reason: CorrectionRefusal?
        package let actor: String
        package let at: Moment

        package init(
            what: CorrectionStep, office: Phrase, proof: CorrectionProof?,
            reason: CorrectionRefusal?, actor: String, at: Moment
        ) {
            self.what = what
            self.office = office
            self.proof = proof
            self.reason = reason
            self.actor = actor
            self.at = at
        }

        func view(_ say: Speech) -> View {
            [
                "what": .text(sentence(say)), "who": .text(actor),
                "momentISO": .text(at.iso), "moment": .text(say.moment(at)),
            ]
        }

        private func sentence(_ say: Speech) -> String {
            let office = ["kantor": say.text(office)]
            let proof = (proof ?? .none).text(say)
            return switch what {
            case .request: say("step-request", office.merging(["bukti": proof]) { $1 })
            case .forward: say("step-forward", office.merging(["bukti": proof]) { $1 })
            case .pass: say("step-pass", office)
            case .accept: say("step-accept", office)
            case .refuse:
                say("step-refuse", office.merging(["alasan": reason?.text(say) ?? "–"]) { $1 })
            }
        }
    }

    /// What the reader may do.
    package struct Answering: Sendable {
        /// The version of the request that the page shows.
        package let seen: Int
        package let key: String
        package let moves: Set<CorrectionStep>
        package let input: DatumInput

        package init(seen: Int, key: String, moves: Set<CorrectionStep>, input: DatumInput) {
            self.seen = seen
            self.key = key
            self.moves = moves
            self.input = input
        }
    }

    package let line: CorrectionLine
    package let number: String
    /// Nil for somebody whom no list holds any more.
    package let name: String?
    package let kept: Phrase?
    /// Nil after an erasure.
    package let asked: Phrase?
    package let decided: Phrase?
    package let proof: CorrectionProof
    package let opened: Day
    /// Working days left to answer; below zero when it is late.
    package let daysLeft: Int
    package let steps: [Step]
    package let answering: Answering?
    /// What kept an answer from being taken.
    package let trouble: Phrase?

    package init(
        line: CorrectionLine, number: String, name: String?, kept: Phrase?, asked: Phrase?,
        decided: Phrase?, proof: CorrectionProof, opened: Day, daysLeft: Int, steps: [Step],
        answering: Answering?, trouble: Phrase?
    ) {
        self.line = line
        self.number = number
        self.name = name
        self.kept = kept
        self.asked = asked
        self.decided = decided
        self.proof = proof
        self.opened = opened
        self.daysLeft = daysLeft
        self.steps = steps
        self.answering = answering
        self.trouble = trouble
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(
                say(
                    "correction-title",
                    ["nomor": line.receipt, "data": line.field.text(say)])),
            "receipt": .text(line.receipt),
            "listHref": .text(Address.corrections),
            "personHref": .text(Address.person(number)),
            "number": .text(number), "personName": .text(name ?? "–"),
            "trouble": .part(trouble.map { ["troubleText": .text(say.text($0))] }),
            "badge": .part(line.state.badge(say)),
            "facts": .list(facts(say)),
            "steps": .list(steps.map { $0.view(say) }),
            "answering": .part(answering.map { view(of: $0, say) }),
        ]
    }

    private func facts(_ say: Speech) -> [View] {
        let office = say.text(line.office)
        let all: [(String, String?)] = [
            (say("correction-kept"), kept.map(say.text)),
            (say("correction-asked"), asked.map(say.text) ?? say("correction-erased")),
            (say("correction-decided"), decided.map(say.text)),
            (say("correction-proof-seen"), proof.text(say)),
            (say("correction-opened"), say.day(opened)),
            (say("correction-office"), office),
            (say("correction-due"), line.state == .open ? due(say) : nil),
        ]
        return all.compactMap { label, value in
            value.map { ["label": .text(label), "value": .text($0)] }
        }
    }

    private func due(_ say: Speech) -> String {
        "\(say.day(line.due)) (\(DaysLeft.text(daysLeft, say)))"
    }

    private func view(of answering: Answering, _ say: Speech) -> View {
        [
            "action": .text(Address.correctionAnswer(line.receipt)),
            "key": .text(answering.key), "seen": .text("\(answering.seen)"),
            "accept": .part(acceptView(answering, say)),
            "forward": .part(forwardView(answering, say)),
            "mayPass": .flag(answering.moves.contains(.pass)),
            "refusals": .list(CorrectionRefusal.allCases.map { refusal(say, $0) }),
        ]
    }

    private func acceptView(_ answering: Answering, _ say: Speech) -> View? {
        guard answering.moves.contains(.accept) else { return nil }
        return ["input": .part(answering.input.view(say))]
    }

    private func forwardView(_ answering: Answering, _ say: Speech) -> View? {
        guard answering.moves.contains(.forward) else { return nil }
        let proofs = CorrectionProof.allCases.filter { $0 != .none }
        return ["proofs": .list(proofs.map { proof(say, $0) })]
    }

    private func proof(_ say: Speech, _ proof: CorrectionProof) -> View {
        ["proofValue": .text(proof.rawValue), "proofText": .text(proof.text(say))]
    }

    private func refusal(_ say: Speech, _ reason: CorrectionRefusal) -> View {
        ["refusalValue": .text(reason.rawValue), "refusalText": .text(reason.text(say))]
    }
}

/// How many working days are left.
enum DaysLeft {
    static func text(_ days: Int, _ say: Speech) -> String {
        days < 0
            ? say.counted(-days, one: "days-late-one", many: "days-late-many")
            : say.counted(days, one: "days-left-one", many: "days-left-many")
    }
}
