import Civic
import Office
import Pages
import Programme
import Store

enum DecreePresenter {
    static func summary(_ decree: Decree) -> DecreeSummary {
        DecreeSummary(
            id: decree.id, number: decree.number, title: decree.title,
            isAmendment: decree.kind == .amendment, stage: stage(decree.state),
            people: decree.lines, months: decree.months, signedOn: decree.signedOn)
    }

    private static func stage(_ state: DecreeState) -> DecreeStage {
        switch state {
        case .draft: .draft
        case .signing: .signing
        case .numbered: .numbered
        case .inForce: .inForce
        case .withdrawn: .withdrawn
        }
    }

    static func list(_ decrees: [Decree], _ waves: [WaveToDecree]) -> DecreesPage {
        DecreesPage(
            decrees: decrees.map(summary),
            waves: waves.map { wave in
                DecreesPage.Wave(
                    id: wave.id, title: wave.title, people: wave.people, months: wave.months)
            }, key: FormKey.new())
    }

    /// What a page about a decree is made of.
    struct Content {
        let record: DecreeRecord
        let check: DraftCheck
        let changes: AnnexDifference?
        var trouble: Problem?
    }

    static func page(_ facts: CityFacts, _ content: Content, for viewer: Viewer) -> DecreePage {
        let record = content.record
        let decree = record.decree
        let mayIssue = viewer.may(.issueDecrees)
        let isFrozen = decree.digest != nil
        return DecreePage(
            facts: summary(decree),
            text: DecreeBody(
                considering: record.text.considering, recalling: record.text.recalling,
                deciding: record.text.deciding),
            task: mayIssue ? task(facts, content, viewer) : .none, mayIssue: mayIssue,
            mayReveal: (try? viewer.scope(for: .revealNIK)) == .city,
            mayHandOut: viewer.may(.seeMembers),
            findings: mayIssue ? groups(facts, content.check) : [],
            marked: marks(content.check), steps: steps(facts, record),
            papers: record.files.map(paper),
            changes: content.changes.map(RedraftPresenter.counts),
            amended: record.amended.map(summary), amendments: record.amendments.map(summary),
            marks: PaperMarks(
                code: isFrozen ? decree.code.text : nil, digest: decree.digest,
                publicDigest: decree.publicDigest),
            trouble: content.trouble.map { problem in
                Phrase(
                    problem.sentence(.indonesian), en: problem.sentence(.english))
            }, key: FormKey.new())
    }

    private static func task(
        _ facts: CityFacts, _ content: Content, _ viewer: Viewer
    ) -> DecreePage.Task {
        let (policy, record) = (facts.region.decrees, content.record)
        switch record.decree.state {
        case .draft: return .begin(open: content.check.open.count)
        case .signing:
            let signOff = policy.signOff(maker: record.maker, signed: record.signed)
            guard let step = signOff.next else {
                let today = Day.jakarta(at: .now())
                return .number(example: policy.numbering.text(1, on: today))
            }
            let obstacle = signOff.obstacle(to: viewer.account.login).map { obstacle in
                Problem.signOff(obstacle)
            }
            return .sign(
                office: policy.office(of: step) ?? .same(step),
                obstacle: obstacle.map {
                    Phrase($0.sentence(.indonesian), en: $0.sentence(.english))
                },
                digest: record.decree.digest ?? "")
        case .numbered: return .issue(obstacle: obstacle(policy, record))
        case .inForce, .withdrawn: return .none
        }
    }

    private static func obstacle(
        _ policy: DecreePolicy, _ record: DecreeRecord
    ) -> DecreePage.PaperObstacle? {
        if let paper = record.files.first { return paper.differences.isEmpty ? nil : .differs }
        return policy.signedFile == .required ? .missing : nil
    }

    // MARK: Parts

    private static func groups(_ facts: CityFacts, _ check: DraftCheck) -> [DecreeFindingGroup] {
        let open = Dictionary(grouping: check.open) { $0.finding }
        return DecreeFinding.allCases.compactMap { finding in
            guard let marks = open[finding],
                let kind = DecreeFindingGroup.Kind(rawValue: finding.rawValue)
            else { return nil }
            return DecreeFindingGroup(
                kind: kind, listed: check.registryDay,
                mayBeKept: finding.mayBeKept,
                people: marks.map { mark in
                    DecreeFindingGroup.Person(
                        number: mark.number, name: mark.name,
                        village: mark.village.flatMap { name(facts, $0) })
                })
        }
    }

    private static func marks(_ check: DraftCheck) -> [DecreeMark] {
        check.marks.compactMap { mark in
            mark.word.map { word in
                DecreeMark(
                    number: mark.number, name: mark.name, isKept: word == .keep,
                    reason: mark.reason ?? "")
            }
        }
    }

    /// What was done, and the sign-offs that are still to be done.
    private static func steps(_ facts: CityFacts, _ record: DecreeRecord) -> [DecreeStepLine] {
        let policy = facts.region.decrees
        let done = record.steps.map { step in
            DecreeStepLine(
                what: step.deed.map(word) ?? policy.office(of: step.step) ?? .same(step.step),
                who: step.actor, at: JournalWords.moment(step.at), note: step.note)
        }
        guard record.decree.state == .signing else { return done }
        let left = policy.steps.dropFirst(record.signed.count).map { step in
            DecreeStepLine(what: step.office, who: nil, at: nil, note: nil)
        }
        return done + left
    }

    private static func word(_ deed: DecreeStep.Deed) -> Phrase {
        switch deed {
        case .begin: Phrase("Lampiran dibekukan", en: "The annex was frozen")
        case .sendBack: Phrase("Dikembalikan", en: "Sent back")
        case .number: Phrase("Nomor dan tanggal diisi", en: "Number and date were entered")
        case .file: Phrase("PDF diunggah", en: "A PDF was uploaded")
        case .inForce: Phrase("Diterbitkan", en: "Put in force")
        case .withdraw: Phrase("Dibatalkan", en: "Given up")
        }
    }

    private static func paper(_ paper: SignedPaper) -> SignedPaperLine {
        SignedPaperLine(
            name: paper.name, pages: paper.pages, digest: paper.digest,
            differing: paper.differences.map(\.page), who: paper.actor,
            at: JournalWords.moment(paper.at))
    }

    static func name(_ facts: CityFacts, _ village: PlaceCode) -> String? {
        facts.name(of: village)
    }
}
