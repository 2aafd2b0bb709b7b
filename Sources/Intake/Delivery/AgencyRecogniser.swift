import Civic

/// Tells whose list a file is: by the name of the file, else by words in its header.
struct AgencyRecogniser {
    let agencies: [Agency]

    /// The agency whose word in the file name is longest; nil when none stands in it.
    func byFileName(_ name: String) -> Agency? {
        let letters = AgencyRecogniser.letters(FileName.stem(of: name))
        let words = Set(
            FileName.stem(of: name).split { !$0.isLetter }.map {
                AgencyRecogniser.letters(String($0))
            })
        var best: (length: Int, agency: Agency)?
        for agency in agencies {
            for fileWord in agency.fileWords {
                let word = AgencyRecogniser.letters(fileWord)
                // Short words must stand alone: "kel" is no part of "kelola".
                let found = word.utf8.count <= 4 ? words.contains(word) : letters.contains(word)
                if found, word.utf8.count > best?.length ?? 0 { best = (word.utf8.count, agency) }
            }
        }
        return best?.agency
    }

    /// The agency with most of its words in the header; nil when none has any.
    func byHeadings(_ headings: [String]) -> Agency? {
        let keys = Set(headings.map { LetterKey($0) })
        var best: (count: Int, agency: Agency)?
        for agency in agencies {
            let count = agency.headerWords.count { keys.contains(LetterKey($0)) }
            if count > best?.count ?? 0 { best = (count, agency) }
        }
        return best?.agency
    }

    private static func letters(_ text: String) -> String {
        String(decoding: text.utf8.filter(ASCII.isLetter).map(ASCII.upper), as: UTF8.self)
    }
}
