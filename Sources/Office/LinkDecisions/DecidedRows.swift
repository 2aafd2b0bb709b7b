import Civic
import Intake
import Linkage
import Store

/// What people decided, by the places of rows over all lists of a run.
struct DecidedRows: Sendable {
    /// For linking: each row of one side against each of the other.
    private(set) var decisions: [Decision] = []
    /// Rows that stand where they do because somebody said so.
    private(set) var joined: Set<Int> = []
    /// A row of each side of pairs of which somebody could not tell.
    private(set) var unsure: [(Int, Int)] = []

    /// Finds the rows that decisions stood for. A row that left the lists takes its part in a
    /// decision along; one that says something else now is another row.
    init(_ kept: KeptLinks?, in deliveries: [ReceivedDelivery]) {
        guard let kept, !kept.links.isEmpty else { return }
        let wanted = kept.links.reduce(into: Set<LinkMark>()) {
            $0.formUnion($1.first)
            $0.formUnion($1.second)
        }
        let rows = DecidedRows.rows(wanted, kept.marks, deliveries)
        for link in kept.links {
            // What stands on both sides tells nothing apart.
            let both = link.first.intersection(link.second)
            let first = link.first.subtracting(both).flatMap { rows[$0] ?? [] }.sorted()
            let second = link.second.subtracting(both).flatMap { rows[$0] ?? [] }.sorted()
            add(link.verdict, first, second)
        }
    }

    private mutating func add(_ verdict: LinkVerdict, _ first: [Int], _ second: [Int]) {
        guard let one = first.first, let other = second.first else { return }
        guard verdict != .unsure else {
            unsure.append((one, other))
            return
        }
        for left in first {
            decisions += second.map { Decision(left, $0, isSame: verdict == .same) }
        }
        if verdict == .same { joined.formUnion(second) }
    }

    private static func rows(
        _ wanted: Set<LinkMark>, _ marks: LinkMarks, _ deliveries: [ReceivedDelivery]
    ) -> [LinkMark: [Int]] {
        var rows: [LinkMark: [Int]] = [:]
        var names: [Name: [Int]] = [:]
        var place = 0
        for received in deliveries {
            let (agency, roster) = (received.delivery.agency.id, received.delivery.roster)
            for row in roster.rows {
                let (name, nik) = (roster.string(row.name), NIK(digits: row.nik))
                if nik == nil, row.birthDay == nil {
                    names[Name(agency: agency, name: name), default: []].append(place)
                } else {
                    let mark = marks.mark(
                        agency: agency, name: name, birth: row.birthDay, nik: nik)
                    if wanted.contains(mark) { rows[mark, default: []].append(place) }
                }
                place += 1
            }
        }
        for (name, places) in names {
            let mark = marks.mark(
                agency: name.agency, name: name.name, birth: nil, nik: nil, twins: places.count)
            if wanted.contains(mark) { rows[mark] = places }
        }
        return rows
    }

    /// All that some rows say.
    private struct Name: Hashable {
        let agency: String
        let name: String
    }
}
