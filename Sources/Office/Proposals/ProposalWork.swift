package import Civic
package import Jamsostek
package import Store

/// The long steps of a list, for whoever does them: a request, or a node in the background. Each may
/// be broken off and begun again.
package struct ProposalWork: Sendable {
    private let store: CityStore
    private let region: Region
    private let law: Law

    package init(_ store: CityStore, _ region: Region, _ law: Law) {
        self.store = store
        self.region = region
        self.law = law
    }

    /// So many rows are looked at in one transaction.
    package static let batch = 1_000

    /// Looks at every row that was not looked at yet. `progress` is told how many are done.
    package func check(
        _ id: Int, by act: Act, progress: (Int) async throws(Problem) -> Void = { _ in }
    ) async throws(Problem) {
        guard let list = try await store.proposalList(id, in: .city), list.state == .checking
        else { return }
        let checker = ProposalChecker(
            region: region, today: .jakarta(at: act.at), place: list.place)
        var left = list.counts[.raw] ?? 0
        while true {
            guard !Task.isCancelled else { throw ProposalWork.stopped() }
            let rows = try await store.proposalRows(
                of: id, in: .city, states: [.raw], limit: ProposalWork.batch)
            let checked = try await checker.check(rows, of: list, in: store)
            left -= checked.count
            let isLast = rows.count < ProposalWork.batch
            try await store.noteChecked(
                checked, of: id, checked: list.rowCount - max(0, left), isLast: isLast, by: act)
            if isLast { return }
            try await progress(list.rowCount - max(0, left))
        }
    }

    /// Sends the ready rows.
    package func send(_ id: Int, in scope: Scope, by act: Act) async throws(Problem) {
        guard let list = try await store.proposalList(id, in: scope) else {
            throw Problem.proposalMoved()
        }
        if list.state == .sent { return }
        guard list.state == .open || list.state == .sending else { throw Problem.proposalMoved() }
        let rows = try await store.proposalRows(
            of: id, in: scope, states: [.ready], limit: Int(Int32.max))
        guard !rows.isEmpty else { throw ProposalWork.nothingReady() }
        let sender = ProposalSender(region: region, law: law, today: .jakarta(at: act.at))
        try await store.sendProposals(
            id, try await sender.sending(list, rows, in: store), in: scope, by: act)
    }

    private static func nothingReady() -> Problem {
        Problem(
            .input, "proposal-nothing-ready",
            Phrase("Belum ada baris yang siap dikirim.", en: "No row is ready to be sent."),
            do: Phrase(
                "Perbaiki dulu baris yang perlu dilihat.", en: "Correct the rows to look at first.")
        )
    }

    private static func stopped() -> Problem {
        Problem(
            .service, "proposal-stopped",
            Phrase("Pemeriksaan berhenti di tengah.", en: "The check stopped midway."),
            do: Phrase("Akan dilanjutkan sendiri.", en: "It goes on by itself."))
    }
}

/// Looks at long lists, and sends them, in the background.
package struct ProposalJob: JobHandler {
    package let kind: JobKind
    private let region: Region
    private let law: Law

    /// Both kinds.
    package static func all(_ region: Region, _ law: Law) -> [ProposalJob] {
        [JobKind.checkProposals, .sendProposals].map {
            ProposalJob(kind: $0, region: region, law: law)
        }
    }

    package func occurrence(at instant: Instant) -> NewJob? { nil }

    package func isFinal(_ problem: Problem) -> Bool { problem.code == "proposal-moved" }

    /// Who asked for it is the actor, not the node.
    static func job(_ kind: JobKind, _ list: Int, for actor: String, at instant: Instant) -> NewJob
    {
        NewJob(
            kind: kind.rawValue, key: "\(kind.rawValue):\(list)",
            payload: ["list": String(list), "actor": actor], runAfter: instant)
    }

    @concurrent package func run(_ desk: JobDesk) async throws(Problem) {
        guard let id = desk.claim.payload["list"].flatMap({ Int($0) }) else { return }
        let act = Act(actor: desk.claim.payload["actor"] ?? "sigap", at: desk.clock.now())
        let work = ProposalWork(desk.store, region, law)
        switch kind {
        case .checkProposals:
            try await work.check(id, by: act) { done throws(Problem) in
                try await desk.note(String(done))
            }
        default: try await work.send(id, in: .city, by: act)
        }
    }
}
