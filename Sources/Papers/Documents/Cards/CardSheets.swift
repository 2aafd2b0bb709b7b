package import Civic

/// What one card says about its owner. There is no NIK on it.
package struct Card: Hashable, Sendable {
    package var name: String
    /// The SIGAP number.
    package var number: String
    package var validUntil: Day
    /// Of the kelurahan.
    package var phone: String

    package init(name: String, number: String, validUntil: Day, phone: String) {
        self.name = name
        self.number = number
        self.validUntil = validUntil
        self.phone = phone
    }
}

/// What all cards of a city say.
package struct CardWords: Hashable, Sendable {
    /// The short name of the programme, and what it stands for.
    package var programme: String
    package var expansion: String
    /// What the card stands for: protection at work and in death.
    package var protection: String
    /// The question, and what to do one after the other.
    package var question: String
    package var steps: [String]
    /// Before the telephone of the kelurahan.
    package var phoneLabel: String
    /// That it costs nothing and nobody may ask for money.
    package var warning: String
    /// Where the code leads, and what that is for.
    package var checkAddress: String
    package var checkLabel: String

    package init(
        programme: String, expansion: String, protection: String, question: String,
        steps: [String], phoneLabel: String, warning: String, checkAddress: String,
        checkLabel: String
    ) {
        self.programme = programme
        self.expansion = expansion
        self.protection = protection
        self.question = question
        self.steps = steps
        self.phoneLabel = phoneLabel
        self.warning = warning
        self.checkAddress = checkAddress
        self.checkLabel = checkLabel
    }
}

/// Cards of 85.6 by 54 mm, ten on each sheet of A4. After each sheet of fronts comes that of its
/// backs, mirrored, so that both fit when the printer turns the paper over its long edge.
package struct CardSheets: Sendable {
    package static let perSheet = 10

    package var properties: PaperProperties
    package var words: CardWords
    package var cards: [Card]

    package init(properties: PaperProperties, words: CardWords, cards: [Card]) {
        self.properties = properties
        self.words = words
        self.cards = cards
    }

    package var sheets: Int { (cards.count + CardSheets.perSheet - 1) / CardSheets.perSheet }

    /// Draws the sheets in the file at `path`, which appears there whole or not at all.
    ///
    /// - Returns: The number of pages, two for each sheet.
    /// - Throws: `paper-empty` without cards, `paper-font` when a typeface is missing, `disk-full`,
    ///   and other problems of the disk.
    @discardableResult
    package func pdf(to path: String) throws(Problem) -> Int {
        try write(to: try PDFSink(path: path))
        return sheets * 2
    }

    /// The bytes of the sheets.
    ///
    /// - Throws: `paper-font` when a typeface is missing, `paper-empty` without cards.
    package func pdf() throws(Problem) -> [UInt8] {
        let sink = PDFSink()
        try write(to: sink)
        return sink.bytes
    }

    private func write(to sink: PDFSink) throws(Problem) {
        guard !cards.isEmpty else { throw PDFFault.noCards }
        let canvas = try PDFCanvas(.a4, properties, to: sink)
        let sheet = CardSheet(words: words, canvas: canvas, sheets: sheets)
        for number in 0..<sheets {
            let first = number * CardSheets.perSheet
            let some = cards[first..<min(first + CardSheets.perSheet, cards.count)]
            try sheet.draw(some, number: number + 1)
        }
        try canvas.finish()
    }
}
