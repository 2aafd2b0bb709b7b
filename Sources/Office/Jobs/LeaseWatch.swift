package import Store

/// Tells from their beats which jobs were left by their nodes. Knows nothing of the time of day.
package struct LeaseWatch: Sendable {
    private struct Sight {
        var lease: JobLease
        var since: Duration
    }

    private var sights: [String: Sight] = [:]

    package init() {}

    /// The leases among `leases` that have stood still for `length` or longer; `elapsed` is the time
    /// on a clock that only goes forward.
    package mutating func abandoned(
        among leases: [JobLease], at elapsed: Duration, length: Duration
    ) -> [JobLease] {
        var kept: [String: Sight] = [:]
        for lease in leases {
            let before = sights[lease.key]
            kept[lease.key] =
                before?.lease == lease ? before : Sight(lease: lease, since: elapsed)
        }
        sights = kept
        return kept.values.filter { elapsed - $0.since >= length }.map(\.lease)
    }

    /// Begins anew. While the store cannot be written nobody's beat moves, which proves nothing.
    package mutating func forget() { sights = [:] }
}
