internal import Civic

/// What came of laying the insurer's file beside the decree.
package struct ReconciliationFindings: Hashable, Sendable {
    /// Somebody about whom both sides differ.
    package struct Difference: Hashable, Sendable {
        /// The SIGAP number, or the insurer's.
        package var number: String
        package var name: String
        package var village: String
        package var reason: String

        package init(number: String, name: String, village: String, reason: String) {
            self.number = number
            self.name = name
            self.village = village
            self.reason = reason
        }
    }

    /// The insurer as papers call it.
    package var insurer: String
    package var inDecree: Int
    package var inFile: Int
    package var matched: Int
    package var refused: [Difference]
    package var onlyInsurer: [Difference]
    package var onlyDecree: [Difference]

    package init(
        insurer: String, inDecree: Int, inFile: Int, matched: Int, refused: [Difference],
        onlyInsurer: [Difference], onlyDecree: [Difference]
    ) {
        self.insurer = insurer
        self.inDecree = inDecree
        self.inFile = inFile
        self.matched = matched
        self.refused = refused
        self.onlyInsurer = onlyInsurer
        self.onlyDecree = onlyDecree
    }

    private struct Pile {
        let name: String
        let people: [Difference]
    }

    private var piles: [Pile] {
        [
            Pile(name: "Ditolak \(insurer)", people: refused),
            Pile(name: "Ada di \(insurer) tetapi tidak di keputusan", people: onlyInsurer),
            Pile(name: "Ada di keputusan tetapi belum di \(insurer)", people: onlyDecree),
        ]
    }

    /// Both totals and the four piles.
    package var results: [MinutesResult] {
        func people(_ count: Int) -> String { "\(NumberText.grouped(count)) orang" }
        let counts =
            ["Cocok: \(people(matched))"] + piles.map { "\($0.name): \(people($0.people.count))" }
        return [
            MinutesResult("jumlah dalam keputusan \(people(inDecree));"),
            MinutesResult("jumlah dalam berkas \(insurer) \(people(inFile));"),
            MinutesResult("hasil pencocokan:", parts: counts),
        ]
    }

    /// The names in each pile that is not empty.
    package var tables: [MinutesTable] {
        piles.filter { !$0.people.isEmpty }.map {
            ReconciliationFindings.table($0.name, of: $0.people)
        }
    }

    /// The names of some people under a heading that tells how many they are.
    package static func table(_ name: String, of people: [Difference]) -> MinutesTable {
        let rows = people.enumerated().map { index, person in
            ["\(index + 1)", person.number, person.name, person.village, person.reason]
        }
        return MinutesTable(
            "\(name): \(NumberText.grouped(people.count)) orang",
            PaperTable(columns: columns, rows: rows))
    }

    private static let columns = [
        PaperColumn("No", 10, .right, fits: true), PaperColumn("Nomor", 27, fits: true),
        PaperColumn("Nama", 45), PaperColumn("Kelurahan", 30), PaperColumn("Keterangan", 48),
    ]
}
