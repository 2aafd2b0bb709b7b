package import Civic
package import Intake
package import Jamsostek
package import Linkage
package import Programme
package import Store

/// What the caller wants from a run; what is nil comes from the region pack.
package struct ProcessRequest: Sendable {
    package var folder: String
    package var asOf: Day
    package var quota: Int?
    package var budget: Rupiah?
    package var months: Int?
    package var start: Month?
    /// Link by this model instead of estimating one from the lists.
    package var model: LinkageModel?
    /// A model to compare this run's with.
    package var earlier: LinkageModel?
    /// Keep all pairs that came near, for whoever wants to examine them.
    package var keepsPairs = false
    /// Lists that came in through the browser, which no folder holds.
    package var lists: [ReceivedDelivery] = []
    /// What people decided about who is one person; nil where nobody was asked.
    package var links: KeptLinks?

    package init(folder: String, asOf: Day) {
        self.folder = folder
        self.asOf = asOf
    }
}

/// A delivery and the fingerprint of the file it came from.
package struct ReceivedDelivery: Sendable {
    package let delivery: Delivery
    package let digest: String
    package let bytes: Int

    func linkageSource(places: PlaceDirectory) -> LinkageSource {
        LinkageSource(
            roster: delivery.roster, isRegistry: delivery.agency.role == .civilRegistry,
            listsEachPersonOnce: delivery.agency.listsEachPersonOnce, places: places)
    }
}

/// All that one run over a folder of lists found out: who is who, who is entitled, in which order,
/// and what it costs. Pure data; writing it to files or to the store is somebody else's job.
package struct CityRun: Sendable {
    package let region: Region
    package let request: ProcessRequest
    package let deliveries: [ReceivedDelivery]
    /// Files that could not be read at all.
    package let faults: [Problem]
    package let linkage: LinkageResult
    /// What people decided, by the rows of these lists.
    let decided: DecidedRows
    package let profiles: [Profile]
    package let verdicts: [Verdicts]
    package let eligibility: Eligibility
    package let allocation: Allocation
    package let plan: PlanOutcome?
    package let timings: [StageTiming]

    /// The lists in the form in which they were linked.
    var sources: [LinkageSource] {
        deliveries.map { $0.linkageSource(places: region.places) }
    }

    package var counts: RowCounts {
        deliveries.reduce(into: RowCounts()) { $0 += $1.delivery.counts }
    }

    package func personNumber(_ person: Int) -> String {
        PersonNumber(prefix: region.personNumberPrefix, serial: person).text
    }

    /// The list and the row inside it that stand at this position over all lists.
    package func locate(_ row: Int) -> (delivery: Int, row: RosterRow) {
        var low = 0
        var high = linkage.sourceStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if linkage.sourceStarts[middle] <= row { low = middle } else { high = middle }
        }
        let rows = deliveries[low].delivery.roster.rows
        return (low, rows[row - linkage.sourceStarts[low]])
    }

    /// The best name of a person, as written.
    package func name(_ person: Int) -> String {
        let row = profiles[person].nameRow
        guard row != .max else { return "" }
        let found = locate(Int(row))
        return deliveries[found.delivery].delivery.roster.string(found.row.name)
    }
}

/// What covering the recipients costs.
package struct PlanOutcome: Sendable {
    package let fund: FundingSource
    package let people: Int
    package let start: Month
    package let monthly: [Rupiah]
    package let total: Rupiah
    package let budget: Rupiah
    /// Tenths of a month.
    package let monthsAffordable: Int64
    package let peopleAffordable: Int64
    package let shortfall: Rupiah
    package let rules: [Citation]
}

/// How long a stage of the run took.
package struct StageTiming: Sendable {
    package let stage: Stage
    package let seconds: Double
}

/// The stages of a run, in order.
package enum Stage: String, CaseIterable, Sendable {
    case read
    case link
    case judge
    case rank
    case write

    package var title: Phrase {
        switch self {
        case .read: Phrase("Membaca daftar", en: "Reading lists")
        case .link: Phrase("Mencocokkan orang", en: "Linking people")
        case .judge: Phrase("Memeriksa syarat", en: "Checking rules")
        case .rank: Phrase("Mengurutkan dan membagi kuota", en: "Ranking and sharing the quota")
        case .write: Phrase("Menulis hasil", en: "Writing results")
        }
    }
}
