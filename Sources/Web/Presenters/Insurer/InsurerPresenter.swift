import Civic
import Office
import Pages
import Programme
import Store

/// Files to and from the insurer, for pages.
enum InsurerPresenter {
    /// What the page of files that go out shows.
    struct OutView {
        let queues: [EnrolmentQueue]
        let ends: [EnrolmentQueue]
        let files: [InsurerFileRecord]
        /// Days by which files should have been answered that are late.
        let late: [Int: Day]
        let hasService: Bool
        let fetched: Int?
    }

    static func out(_ view: OutView, _ funds: [Fund]) -> InsurerOutPage {
        InsurerOutPage(
            queues: view.queues.map { queue($0, funds) }, ends: view.ends.map { queue($0, funds) },
            files: view.files.map { file($0, funds, late: view.late[$0.file.id]) },
            hasService: view.hasService, fetched: view.fetched, key: FormKey.new())
    }

    private static func queue(_ queue: EnrolmentQueue, _ funds: [Fund]) -> InsurerOutPage.Queue {
        let fund = funds.first { $0.id == queue.fund }
        return InsurerOutPage.Queue(
            fund: queue.fund, title: fund?.title ?? queue.fund,
            workerGroup: fund?.workerGroup ?? "–", people: queue.people, month: queue.month)
    }

    static func into(
        _ files: [InsurerFileRecord], _ funds: [Fund], today: Day, _ chosen: Chosen,
        trouble: Problem?
    ) -> InsurerInPage {
        let now = today.month
        return InsurerInPage(
            files: files.map { record in
                InsurerInPage.File(
                    id: record.file.id, name: record.file.name,
                    kind: kind(record.file.kind) ?? .result, month: record.file.month,
                    lines: record.file.lines, conflicts: record.figures.conflicts,
                    unread: record.figures.count(.unread),
                    at: JournalWords.moment(record.file.at), who: record.file.actor)
            }, months: (-18...12).reversed().map { now + $0 },
            funds: funds.map { ($0.id, $0.title) }, kind: chosen.kind,
            month: chosen.month ?? now, fund: chosen.fund, trouble: trouble)
    }

    /// What was chosen in the form.
    struct Chosen {
        var kind = InsurerInPage.Kind.result
        var month: Month?
        var fund = ""
    }

    /// A page of one file.
    struct FileView {
        let record: InsurerFileRecord
        let group: InsurerFilePage.Group
        let lines: [InsurerLine]
        /// The last line shown, where more follow.
        let last: Int?
        let isKnown: Bool
        /// The day by which the file should have been answered; nil while it is not late.
        let late: Day?
        /// A month that is still open, in which conflicts are settled.
        let month: Month
        let trouble: Problem?
    }

    static func file(_ facts: CityFacts, _ view: FileView, _ funds: [Fund]) -> InsurerFilePage {
        let (file, figures) = (view.record.file, view.record.figures)
        let isOut = file.way == .out
        return InsurerFilePage(
            id: file.id, name: file.name, kind: isOut ? nil : kind(file.kind), month: file.month,
            digest: file.digest, at: JournalWords.moment(file.at), who: file.actor,
            sending: isOut ? sending(view, funds, facts) : nil,
            refusals: figures.refusals.map { refusal in
                InsurerFilePage.Refusal(
                    people: refusal.people, code: refusal.cause,
                    reason: InsurerLineWords(region: facts.region).reason(refusal.cause))
            }, counts: groups(view.record), group: view.group,
            rows: view.lines.map { row(facts, $0) },
            nextHref: view.last.map {
                Address.insurerFile(file.id, view.group.rawValue, after: $0)
            }, isKnown: view.isKnown,
            settleHref: figures.conflicts == 0 ? nil : Address.insurerConflicts(view.month),
            trouble: view.trouble)
    }

    /// Groups of a file that hold lines, or all that its kind has.
    static func groups(
        _ record: InsurerFileRecord
    ) -> [(group: InsurerFilePage.Group, count: Int)] {
        let kept: Set<InsurerFilePage.Group> =
            switch record.file.kind {
            case .enrol: [.sent]
            case .end where record.file.way == .out: [.sent]
            case .result, .end: [.accepted, .refused]
            case .bill, .members: [.listed]
            }
        return InsurerFilePage.Group.allCases.compactMap { group in
            let count = record.figures.count(effect(group))
            return count > 0 || kept.contains(group) ? (group, count) : nil
        }
    }

    static func effect(_ group: InsurerFilePage.Group) -> LineEffect {
        switch group {
        case .sent: .sent
        case .refused: .refuse
        case .conflict: .conflict
        case .unread: .unread
        case .stranger: .stranger
        case .accepted: .accept
        case .listed: .list
        case .known: .known
        }
    }

    static func kind(_ kind: InsurerFile.Kind) -> InsurerInPage.Kind? {
        switch kind {
        case .result: .result
        case .end: .end
        case .members: .members
        case .bill: .bill
        case .enrol: nil
        }
    }

    static func kind(_ kind: InsurerInPage.Kind) -> InsurerFile.Kind {
        switch kind {
        case .result: .result
        case .end: .end
        case .members: .members
        case .bill: .bill
        }
    }

    private static func sending(
        _ view: FileView, _ funds: [Fund], _ facts: CityFacts
    ) -> InsurerFilePage.Sending {
        let record = view.record
        return InsurerFilePage.Sending(
            file: file(record, funds, late: view.late),
            handover: record.file.handover.map {
                ($0.manner, $0.actor, JournalWords.moment($0.at))
            }, hasService: facts.region.insurer.service != nil, tries: record.file.tries)
    }

    private static func file(
        _ record: InsurerFileRecord, _ funds: [Fund], late: Day?
    ) -> InsurerOutPage.File {
        let (file, figures) = (record.file, record.figures)
        let fund = funds.first { $0.id == file.fund }
        return InsurerOutPage.File(
            id: file.id, name: file.name, fund: fund?.title ?? file.fund ?? "–",
            people: file.lines, made: JournalWords.moment(file.at),
            delivered: file.handover.map { JournalWords.moment($0.at) },
            accepted: figures.accepted, refused: figures.refused, waiting: figures.waiting,
            isEnd: file.kind == .end, late: late)
    }

    private static func row(_ facts: CityFacts, _ line: InsurerLine) -> InsurerFilePage.Row {
        InsurerFilePage.Row(
            line: line.line, name: line.name, number: line.number, nik: line.nik?.masked,
            village: facts.name(of: line.village), participant: line.participant,
            day: line.day, amount: line.amount,
            notes: InsurerLineWords(region: facts.region).notes(line))
    }
}
