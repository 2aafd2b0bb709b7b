package import Civic

/// How many people a plan reckons with, told apart by what decides the price of their cover.
package struct WaveHeadcount: Hashable, Sendable {
    package let transport: Int
    package let other: Int

    package var total: Int { transport + other }

    package init(transport: Int, other: Int) {
        self.transport = transport
        self.other = other
    }

    package static let none = WaveHeadcount(transport: 0, other: 0)

    package static func + (left: WaveHeadcount, right: WaveHeadcount) -> WaveHeadcount {
        WaveHeadcount(
            transport: left.transport + right.transport, other: left.other + right.other)
    }

    package subscript(sector: Occupation.Sector) -> Int { sector == .transport ? transport : other }

    /// As many people as asked for, mixed in the same way.
    package func scaled(to people: Int) -> WaveHeadcount {
        guard total > 0 else { return WaveHeadcount(transport: 0, other: people) }
        let part = Int(Int128(transport) * Int128(people) / Int128(total))
        return WaveHeadcount(transport: part, other: people - part)
    }
}

/// Candidates of one village who stand alike but for their draw and the day they were proposed.
package struct WaveCell: Hashable, Sendable {
    package let village: PlaceCode?
    /// Of the decile, from 0.
    package let group: Int
    package let hazard: Int
    package let sector: Occupation.Sector
    package let count: Int

    package init(
        village: PlaceCode?, group: Int, hazard: Int, sector: Occupation.Sector, count: Int
    ) {
        self.village = village
        self.group = group
        self.hazard = hazard
        self.sector = sector
        self.count = count
    }
}

extension WaveHeadcount {
    /// Who would be chosen of `cells`. Where the quota ends within people who stand alike, it takes
    /// of each sector its share, since nobody can know the draw before it is made.
    package init(choosing quota: Int, of cells: [WaveCell], floor: Int) {
        let villages = Dictionary(grouping: cells, by: \.village)
        let eligible = villages.mapValues { $0.reduce(0) { $0 + $1.count } }
        var (transport, total) = (0, 0)
        for share in WaveShare.shares(of: eligible, quota: quota, floor: floor) {
            var left = share.places
            let alike = Dictionary(grouping: villages[share.village] ?? []) {
                [$0.group, $0.hazard]
            }
            for (_, cells) in alike.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
                let count = cells.reduce(0) { $0 + $1.count }
                let drivers = cells.reduce(0) { $0 + ($1.sector == .transport ? $1.count : 0) }
                let taken = min(left, count)
                if count > 0 { transport += taken * drivers / count }
                left -= taken
            }
            total += share.places
        }
        self.init(transport: transport, other: total - transport)
    }
}
