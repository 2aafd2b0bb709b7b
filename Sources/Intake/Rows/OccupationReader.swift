import Civic

/// Finds occupations by what is written in cells, and remembers each spelling it has met.
struct OccupationReader {
    private let catalogue: OccupationCatalogue
    private var known = LetterTable()

    init(_ catalogue: OccupationCatalogue) { self.catalogue = catalogue }

    /// Position in the catalogue, or -1. A longer text ("jual nasi uduk") is read word by word,
    /// longest run of words first.
    mutating func position(_ cell: Span<UInt8>) -> Int16 {
        let key = LetterKey(cell)
        let remembered = known[key]
        if remembered != LetterTable.absent { return remembered }
        let position = catalogue.position(named: key) ?? byWords(CellText.string(cell)) ?? -1
        known[key] = Int16(position)
        return Int16(position)
    }

    private func byWords(_ text: String) -> Int? {
        let words = text.split { !$0.isLetter }
        guard words.count <= 12 else { return nil }
        for length in stride(from: words.count, to: 0, by: -1) {
            for start in 0...(words.count - length) {
                let run = words[start..<start + length].joined(separator: " ")
                guard run.utf8.count >= 3 else { continue }
                if let position = catalogue.position(named: LetterKey(run)) { return position }
            }
        }
        return nil
    }
}
