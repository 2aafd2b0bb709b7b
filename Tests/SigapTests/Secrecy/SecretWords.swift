import Foundation

/// Everything in a folder of invented lists that may not be readable in any file of a store.
struct SecretWords {
    private let niks: Set<String>
    /// Without 0 or 62 in front, so that every way of writing one is found.
    private let phones: Set<String>
    private let mothers: Set<String>

    /// A mother whose name is part of one of the `names`, which are readable, is left out.
    init(lists: String, besides names: [String]) throws {
        var (niks, phones, mothers) = (Set<String>(), Set<String>(), Set<String>())
        let files = try FileManager.default.contentsOfDirectory(atPath: lists)
        for path in ["truth/persons.csv"] + files.filter({ $0.hasSuffix(".csv") }) {
            let table = try ListTable("\(lists)/\(path)")
            for name in ["nik", "NIK", "No. KTP"] { niks.formUnion(table[name]) }
            for name in ["No HP", "No. HP"] { phones.formUnion(table[name]) }
            for name in ["NAMA_LGKP_IBU", "Ibu Kandung"] { mothers.formUnion(table[name]) }
        }
        self.niks = niks.filter { $0.count == 16 && $0.allSatisfy(\.isNumber) }
        self.phones = Set(phones.map(SecretWords.core).filter { $0.count >= 9 })
        let readable = names.map { $0.uppercased() }.joined(separator: "\n")
        self.mothers = mothers.filter { mother in
            mother.contains(" ") && !readable.contains(mother.uppercased())
        }
    }

    var counts: String {
        "\(niks.count) NIKs, \(phones.count) phone numbers, \(mothers.count) names of mothers"
    }

    var areMany: Bool { niks.count >= 3000 && phones.count >= 50 && mothers.count >= 300 }

    /// Those that are in the files at `paths`, or below them.
    func found(in paths: [String]) throws -> Set<String> {
        try FileSearch.found(niks.union(phones).union(mothers), in: paths)
    }

    private static func core(_ phone: String) -> String {
        let digits = phone.filter(\.isNumber)
        return String(digits.hasPrefix("62") ? digits.dropFirst(2) : digits.drop { $0 == "0" })
    }
}
