package import Civic

/// Months that one fund pays.
package struct FundedMonths: Hashable, Sendable {
    package let months: ClosedRange<Month>
    /// Id of the fund.
    package let fund: String

    package init(_ months: ClosedRange<Month>, fund: String) {
        self.months = months
        self.fund = fund
    }
}

/// A line of the annex of a decree: one person, and what the decree does to that person.
package struct DecreeLine: Hashable, Sendable {
    /// From 1, through the whole annex.
    package var line: Int
    package var change: LineChange
    /// SIGAP number.
    package var number: String
    package var name: String
    /// Prints masked.
    package var nik: NIK?
    package var rt: Int?
    package var rw: Int?
    package var district: PlaceCode?
    package var village: PlaceCode?
    package var occupation: String?
    /// Who pays when, in order; nobody for somebody who is removed.
    package var funding: [FundedMonths]
    /// From this month on nothing is paid any more; only for somebody who is removed.
    package var endedMonth: Month?
    /// Code of the reason of a change.
    package var cause: String?

    package init(
        line: Int, change: LineChange = .add, number: String, name: String, nik: NIK? = nil,
        rt: Int? = nil, rw: Int? = nil, district: PlaceCode? = nil, village: PlaceCode? = nil,
        occupation: String? = nil, funding: [FundedMonths] = [], endedMonth: Month? = nil,
        cause: String? = nil
    ) {
        self.line = line
        self.change = change
        self.number = number
        self.name = name
        self.nik = nik
        self.rt = rt
        self.rw = rw
        self.district = district
        self.village = village
        self.occupation = occupation
        self.funding = funding
        self.endedMonth = endedMonth
        self.cause = cause
    }

    /// From the first month that is paid to the last.
    package var months: ClosedRange<Month>? {
        guard let first = funding.map(\.months.lowerBound).min(),
            let last = funding.map(\.months.upperBound).max()
        else { return nil }
        return first...last
    }

    /// What is known of the line apart from its place in the annex.
    func isSame(as other: DecreeLine) -> Bool {
        var other = other
        other.line = line
        return self == other
    }
}

extension Sequence<DecreeLine> {
    /// In the order of an annex, numbered from 1: by district and village, people of no known place
    /// last, and within a village as they were given.
    package func numbered() -> [DecreeLine] {
        let placed = enumerated().sorted { left, right in
            let (one, other) = (Place(left.element), Place(right.element))
            return one == other ? left.offset < right.offset : one < other
        }
        return placed.enumerated().map { position, item in
            var line = item.element
            line.line = position + 1
            return line
        }
    }
}

/// Where a line stands among those of other places.
private struct Place: Comparable {
    let district: UInt64
    let village: UInt64

    init(_ line: DecreeLine) {
        district = (line.district ?? line.village?.district)?.number ?? .max
        village = line.village?.number ?? .max
    }

    static func < (left: Place, right: Place) -> Bool {
        (left.district, left.village) < (right.district, right.village)
    }
}
