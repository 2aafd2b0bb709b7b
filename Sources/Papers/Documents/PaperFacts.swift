package import Civic

/// What every paper tells about itself.
package struct PaperFacts: Hashable, Sendable {
    /// Of the file, as its properties show it.
    package var title: String
    /// At the foot of every page; the title while the paper has no number.
    package var number: String
    /// The office that issues it.
    package var author: String
    package var created: Day
    package var size: PaperSize
    package var check: PaperCheck?

    package init(
        title: String, number: String, author: String, created: Day, size: PaperSize = .f4,
        check: PaperCheck? = nil
    ) {
        self.title = title
        self.number = number
        self.author = author
        self.created = created
        self.size = size
        self.check = check
    }

    /// An empty paper with these facts.
    func flow(_ text: TextStyle, margins: Margins = .office, pageMark: String? = nil) -> Flow {
        Flow(
            size: size, margins: margins,
            properties: PaperProperties(title: title, author: author, created: created),
            text: text, footer: Footer(number: number.isEmpty ? title : number, pageMark: pageMark))
    }
}

extension TextStyle {
    /// Of legal products: Bookman, 12 points.
    static let legal = TextStyle(.legal, 12)
    /// Of letters and reports: Arial's widths, 12 points.
    static let letter = TextStyle(.letter, 12)
    /// Of forms and lists.
    static let form = TextStyle(.letter, 10)
}
