package import Civic
package import Programme

/// The decision card of one case: what the machine found, the one question, the decisions, what is
/// still missing, and who decided when.
package struct QueueCard: Sendable {
    /// Why what was sent was not kept.
    package enum Trouble: Sendable {
        case workMissing
        case reasonMissing
        case tooLate
    }

    package struct Event: Sendable {
        package enum What: Sendable {
            case decided(CaseState, reason: Phrase?)
            case answered(WorkAnswer)
            case undone
        }

        package let what: What
        package let who: String
        package let at: Moment

        package init(what: What, who: String, at: Moment) {
            self.what = what
            self.who = who
            self.at = at
        }
    }

    /// What still keeps an approved candidate from being verified.
    package enum Missing: Sendable {
        case work
        case agency(Phrase)
        case confirmations(Int)
    }

    package let number: String
    package let name: String
    package let nik: NIK?
    package let state: CaseState
    package let lane: CaseLane
    package let standing: CaseStanding
    package let work: WorkAnswer?
    package let version: Int
    package let occupation: Phrase?
    package let village: String?
    package let rt: Int?
    package let rw: Int?
    package let due: Day
    /// Name of whoever proposed the candidate through the program.
    package let maker: String?
    /// The one reason that matters; nil where every condition is met.
    package let reason: Phrase?
    package let verdicts: [PersonPage.Verdict]
    /// Rows of lists that say something else than the others.
    package let differing: [PersonPage.SourceRow]
    /// Codes and words, in the order of the keys 1 to 9.
    package let reasons: [(code: String, name: Phrase)]
    package let missing: [Missing]
    /// Who says no.
    package let objectors: [Phrase]
    /// Newest first.
    package let events: [Event]
    package let canUndo: Bool
    /// Makes sending a form twice harmless.
    package let key: String
    /// Where to go after a decision: an address of the queue.
    package let back: String
    package let trouble: Trouble?

    package init(
        number: String, name: String, nik: NIK?, state: CaseState, lane: CaseLane,
        standing: CaseStanding, work: WorkAnswer?, version: Int, occupation: Phrase?,
        village: String?, rt: Int?, rw: Int?, due: Day, maker: String?, reason: Phrase?,
        verdicts: [PersonPage.Verdict], differing: [PersonPage.SourceRow],
        reasons: [(code: String, name: Phrase)], missing: [Missing], objectors: [Phrase],
        events: [Event], canUndo: Bool, key: String, back: String, trouble: Trouble?
    ) {
        self.number = number
        self.name = name
        self.nik = nik
        self.state = state
        self.lane = lane
        self.standing = standing
        self.work = work
        self.version = version
        self.occupation = occupation
        self.village = village
        self.rt = rt
        self.rw = rw
        self.due = due
        self.maker = maker
        self.reason = reason
        self.verdicts = verdicts
        self.differing = differing
        self.reasons = reasons
        self.missing = missing
        self.objectors = objectors
        self.events = events
        self.canUndo = canUndo
        self.key = key
        self.back = back
        self.trouble = trouble
    }

    func view(_ say: Speech) -> View {
        let lines = QueueWords.lines(missing, objectors, say)
        return [
            "cardName": .text(name),
            "cardNumber": .text(number),
            "cardNIK": .text(nik?.masked ?? "–"),
            "cardLook": .text(QueueWords.look(state, lane).rawValue),
            "cardBadge": .part(QueueWords.badge(state, lane, say)),
            "finding": .text(QueueWords.finding(lane, reason, say)),
            "personHref": .text(Address.person(number)),
            "cardReasonHref": .text(Address.reasons(of: number)),
            "cardFacts": .list(
                facts(say).map { ["label": .text($0), "value": .text($1)] }),
            "cardVerdicts": .list(verdicts.map { $0.view(say) }),
            "hasDiffering": .flag(!differing.isEmpty),
            "differing": .list(
                differing.map { $0.view(bestName: name, splitting: number, by: nil, say) }),
            "cardTrouble": .part(trouble.map { ["troubleText": .text(text($0, say))] }),
            "cardMissing": .list(lines.map { ["missingText": .text($0)] }),
            "hasMissing": .flag(!lines.isEmpty),
            "verified": .part(
                standing == .verified ? ["verifiedText": .text(say("queue-verified"))] : nil),
            "form": .part(form(say)),
            "undoForm": .part(undoForm(say)),
            "hasEvents": .flag(!events.isEmpty),
            "cardEvents": .list(events.map { $0.view(say) }),
        ]
    }

    private func facts(_ say: Speech) -> [(String, String)] {
        [
            (say("field-occupation"), occupation.map(say.text)),
            (say("field-rt-rw"), QueueWords.rtRW(rt, rw)),
            (say("field-village"), village),
            (say("queue-work"), QueueWords.work(work, say)),
            (say("queue-maker"), maker),
            (say("queue-due"), state == .open ? say.day(due) : nil),
        ].compactMap { label, value in value.map { (label, $0) } }
    }

    private func text(_ trouble: Trouble, _ say: Speech) -> String {
        switch trouble {
        case .workMissing: say("queue-work-missing")
        case .reasonMissing: say("queue-reason-missing")
        case .tooLate: say("queue-too-late")
        }
    }

    private func form(_ say: Speech) -> View {
        [
            "decideHref": .text(Address.queueCase(number)),
            "formKey": .text(key), "formVersion": .text("\(version)"), "formBack": .text(back),
            "answer": .part(
                state == .open || state == .field
                    ? ["answerText": .text(say("queue-keep-answer"))] : nil),
            "isKnown": .flag(work == .known), "isWitnessed": .flag(work == .witnessed),
            "witnessText": .text(QueueCard.witness(rw, say)),
            "reasonOptions": .list(
                reasons.enumerated().map { place, reason in
                    [
                        "value": .text(reason.code),
                        "optionName": .text(
                            "\(place + 1). \(say.text(reason.name)) (\(reason.code))"),
                    ]
                }),
        ]
    }

    private func undoForm(_ say: Speech) -> View? {
        guard canUndo else { return nil }
        return [
            "undoHref": .text(Address.undo(of: number)), "formKey": .text(key),
            "formVersion": .text("\(version)"), "formBack": .text(back),
        ]
    }

    /// `Ketua RW 011`.
    package static func witness(_ rw: Int?, _ say: Speech) -> String {
        rw.map { say("queue-witness", ["rw": QueueWords.number($0)]) } ?? ""
    }
}

extension QueueCard.Event {
    func view(_ say: Speech) -> View {
        [
            "momentISO": .text(at.iso), "moment": .text(say.moment(at)), "who": .text(who),
            "what": .text(what.text(say)),
        ]
    }
}

extension QueueCard.Event.What {
    /// `Ditolak: Bukan penduduk kota`.
    package func text(_ say: Speech) -> String {
        switch self {
        case .decided(let state, let reason):
            [QueueWords.state(state, say), reason.map(say.text)].compactMap { $0 }
                .joined(separator: ": ")
        case .answered(let work): QueueWords.work(work, say)
        case .undone: say("queue-undone")
        }
    }
}
