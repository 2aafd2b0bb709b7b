import Civic

/// How the names of districts and villages are written in lists.
struct PlaceSpellings: Sendable {
    /// The official name of each place of the directory, by position.
    let names: [[UInt8]]
    /// Other ways to write it; none for some places.
    let others: [[[UInt8]]]

    init(
        places: PlaceDirectory, _ table: (String) throws(Problem) -> Table
    ) throws(Problem) {
        var words: [(written: String, instead: String)] = []
        for row in try table("synth/place-words").rows {
            words.append((try row.text("written"), try row.text("instead")))
        }
        names = places.entries.map { Array($0.name.utf8) }
        others = places.entries.map { entry in
            words.compactMap { word in
                PlaceSpellings.replaced(word.written, by: word.instead, in: entry.name)
            }
        }
    }

    /// `name` with the first `written` replaced; nil when it is not in there. A low line at the end
    /// of `instead` stands for a blank before a capital: `Long_` makes `Long Field` of `Longfield`.
    private static func replaced(
        _ written: String, by instead: String, in name: String
    ) -> [UInt8]? {
        let name = Array(name.utf8)
        let word = Array(written.utf8)
        guard name.count >= word.count,
            let start = (0...(name.count - word.count)).first(where: {
                Array(name[$0..<($0 + word.count)]) == word
            })
        else { return nil }
        let rest = name[(start + word.count)...]
        var result = Array(name[..<start])
        guard instead.hasSuffix("_") else { return result + Array(instead.utf8) + rest }
        guard let next = rest.first, ASCII.isLetter(next) else { return nil }
        result += Array(instead.utf8.dropLast()) + [UInt8(ascii: " "), ASCII.upper(next)]
        return result + rest.dropFirst()
    }
}
