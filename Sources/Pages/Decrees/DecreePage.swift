package import Civic

/// `/kerja/sk/{id}`: one decree, and what is to be done with it next.
package struct DecreePage: Page {
    package static let template = "decree"
    package static let room = Room.work
    package var section: NavigationItem? { .decrees }

    /// What whoever looks may do now.
    package enum Task: Sendable {
        /// Nothing, or not by this account.
        case none
        /// Put the draft to signature; how many findings keep it back.
        case begin(open: Int)
        /// Sign off for this office, or why somebody else must.
        case sign(office: Phrase, obstacle: Phrase?, digest: String)
        /// Enter number and date; an example of the number.
        case number(example: String)
        /// Upload the signed paper and put the decree in force, or why not yet.
        case issue(obstacle: PaperObstacle?)
    }

    /// Why a decree cannot be put in force yet.
    package enum PaperObstacle: Sendable {
        case missing
        case differs
    }

    package let facts: DecreeSummary
    package let text: DecreeBody
    package let task: Task
    /// Whether the account may change the decree at all.
    package let mayIssue: Bool
    /// Whether it may read full NIKs.
    package let mayReveal: Bool
    /// Whether it may see members, and so print their cards.
    package let mayHandOut: Bool
    package let findings: [DecreeFindingGroup]
    /// People about whom something was decided.
    package let marked: [DecreeMark]
    package let steps: [DecreeStepLine]
    package let papers: [SignedPaperLine]
    package let changes: DecreeChanges?
    package let amended: DecreeSummary?
    package let amendments: [DecreeSummary]
    package let marks: PaperMarks
    package let trouble: Phrase?
    package let key: String

    package init(
        facts: DecreeSummary, text: DecreeBody, task: Task, mayIssue: Bool, mayReveal: Bool,
        mayHandOut: Bool = false, findings: [DecreeFindingGroup], marked: [DecreeMark],
        steps: [DecreeStepLine],
        papers: [SignedPaperLine], changes: DecreeChanges?, amended: DecreeSummary?,
        amendments: [DecreeSummary], marks: PaperMarks, trouble: Phrase?, key: String
    ) {
        self.facts = facts
        self.text = text
        self.task = task
        self.mayIssue = mayIssue
        self.mayReveal = mayReveal
        self.mayHandOut = mayHandOut
        self.findings = findings
        self.marked = marked
        self.steps = steps
        self.papers = papers
        self.changes = changes
        self.amended = amended
        self.amendments = amendments
        self.marks = marks
        self.trouble = trouble
        self.key = key
    }

    package func view(_ say: Speech) -> View {
        facts.view(say).with(tasks(say)).with([
            "title": .text(facts.name(say)),
            "listHref": .text(Address.decrees),
            "trouble": .part(trouble.map { ["troubleText": .text(say.text($0))] }),
            "way": .list(facts.stage.way(say)),
            "isWithdrawn": .flag(facts.stage == .withdrawn),
            "key": .text(key),
            "actionHref": .text(Address.decree(facts.id)),
            "findings": .list(findings.map { $0.view(say) }),
            "hasMarked": .flag(!marked.isEmpty),
            "marked": .list(
                marked.map { $0.view(say, isDraft: facts.stage == .draft && mayIssue) }),
            "hasSteps": .flag(!steps.isEmpty),
            "steps": .list(steps.map { $0.view(say) }),
            "hasPapers": .flag(!papers.isEmpty),
            "papers": .list(papers.map { $0.view(say) }),
            "changes": .part(changes?.view(say, of: facts.id)),
            "amends": .part(amended?.view(say)),
            "hasAmendments": .flag(!amendments.isEmpty),
            "amendments": .list(amendments.map { $0.view(say) }),
            "annexHref": .text(Address.decreeAnnex(facts.id)),
            "cards": .part(
                facts.stage == .inForce && mayHandOut
                    ? ["cardsHref": .text(Address.cards(of: facts.id))] : nil),
            "openFiles": .list(files(["lampiran-umum.xlsx", "sk-umum.pdf", "lampiran-umum.txt"])),
            "closedFiles": .part(
                mayReveal
                    ? [
                        "names": .list(files(closedNames))
                    ] : nil),
            "frozen": .part(marks.view(say)),
        ]).with(text.view(say))
    }

    private var closedNames: [String] {
        ["lampiran-lengkap.xlsx", "sk-lengkap.pdf", "lampiran-lengkap.txt"]
            + (papers.isEmpty ? [] : ["sk-bertanda-tangan.pdf"])
    }

    private func files(_ names: [String]) -> [View] {
        names.map { name in
            ["fileHref": .text(Address.decreeFile(facts.id, name)), "fileName": .text(name)]
        }
    }

    private func text(_ obstacle: PaperObstacle, _ say: Speech) -> String {
        switch obstacle {
        case .missing: say("decree-wait-file")
        case .differs: say("decree-wait-differs")
        }
    }

    /// The forms of the task, each shown or not.
    private func tasks(_ say: Speech) -> View {
        var begin: View?
        var blocked: View?
        var sign: View?
        var number: View?
        var issue: View?
        var wait: View?
        switch task {
        case .none: break
        case .begin(let open):
            if open == 0 {
                begin = ["lines": .text(say.number(facts.people))]
            } else {
                blocked = [
                    "blockedText": .text(
                        say.counted(open, one: "decree-open-one", many: "decree-open-many"))
                ]
            }
        case .sign(let office, let obstacle, let digest):
            sign = [
                "office": .text(say.text(office)), "digest": .text(digest),
                "maySign": .flag(obstacle == nil),
                "obstacleText": .text(obstacle.map(say.text) ?? ""),
            ]
        case .number(let example):
            number = ["example": .text(say("decree-number-hint", ["contoh": example]))]
        case .issue(let obstacle):
            issue = ["lines": .text(say.number(facts.people))]
            if let obstacle {
                wait = ["waitText": .text(text(obstacle, say))]
                issue = nil
            }
        }
        let mayUpload = mayIssue && [.numbered, .inForce].contains(facts.stage)
        return [
            "begin": .part(begin), "blocked": .part(blocked), "sign": .part(sign),
            "number": .part(number), "issue": .part(issue), "wait": .part(wait),
            "mayUpload": .flag(mayUpload),
            "mayReturn": .flag(mayIssue && [.signing, .numbered].contains(facts.stage)),
            "mayWithdraw": .flag(mayIssue && facts.stage == .draft),
        ]
    }
}
