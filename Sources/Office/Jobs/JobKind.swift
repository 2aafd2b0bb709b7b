/// What nodes do by themselves. The raw values stand in the store: new ones may come, none changes.
package enum JobKind: String, Sendable, CaseIterable {
    case journalRoot = "journal.root"
    case backup
    case sweepSessions = "sessions.sweep"
    case sweepAttempts = "attempts.sweep"
    case sweepRequests = "requests.sweep"
    case sweepJobs = "jobs.sweep"
    case checkProposals = "proposals.check"
    case sendProposals = "proposals.send"
    case sweepDrivers = "drivers.sweep"
    case guardCover = "cover.guard"
    case insurerService = "insurer.service"
}
