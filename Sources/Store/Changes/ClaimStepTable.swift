import Civic
import Programme

/// Rows of the table of steps of claims, which is only ever added to.
enum ClaimStepTable {
    /// The latest step of the claim in table `k`.
    static let last = """
        (SELECT s.step FROM claim_step s WHERE s.claim_id = k.id ORDER BY s.seq DESC LIMIT 1)
        """

    static let isFinished = "COALESCE(\(last), '') IN ('paid', 'closed')"

    static func all(_ claim: Int, _ reader: any SQLReader) throws(Problem) -> [ClaimStepNote] {
        try reader.all(
            """
            SELECT step, day, note, amount, actor, at FROM claim_step WHERE claim_id = $1
            ORDER BY seq
            """, [SQLValue(claim)]
        ) { fields throws(Problem) in
            guard let step = ClaimStep(rawValue: fields.text()), let day = fields.day() else {
                throw Problem.storeDamaged("claim_step")
            }
            return ClaimStepNote(
                step: step, day: day, note: fields.optionalText(),
                amount: fields.optionalRupiah(), actor: fields.text(),
                at: Instant(milliseconds: fields.integer()))
        }
    }

    static func insert(
        _ new: NewClaimStep, seq: Int, of claim: Int, by act: Act, _ writer: any SQLWriter
    ) throws(Problem) {
        try writer.execute(
            """
            INSERT INTO claim_step (claim_id, seq, step, day, note, amount, actor, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                SQLValue(claim), SQLValue(seq), .text(new.step.rawValue), SQLValue(new.day),
                SQLValue(new.note), SQLValue(new.amount.map { Int($0.amount) }),
                .text(act.actor), .integer(act.at.milliseconds),
            ])
    }

    /// Begins a claim anew that had gone some steps before it was withdrawn.
    static func reopen(
        _ claim: Int, on day: Day, by act: Act, _ writer: any SQLWriter
    ) throws(Problem) {
        let steps = try all(claim, writer)
        guard !steps.isEmpty else { return }
        try insert(
            NewClaimStep(.reopened, on: day, note: nil, amount: nil, due: nil),
            seq: steps.count + 1, of: claim, by: act, writer)
    }

    /// - Throws: `change-claim` when the insurer has the claim of this change.
    static func requireHere(_ change: Int, _ reader: any SQLReader) throws(Problem) {
        let last = try reader.first(
            "SELECT \(last) FROM claim k WHERE k.change_id = $1", [SQLValue(change)]
        ) { fields in fields.optionalText() }
        let step = (last ?? nil).flatMap(ClaimStep.init(rawValue:))
        guard step?.isWithInsurer != true else { throw ClaimProblem.withInsurer() }
    }
}
