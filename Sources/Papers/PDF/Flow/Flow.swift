/// A paper whose blocks run down one page after the other.
package struct Flow: Sendable {
    package var size: PaperSize
    package var margins: Margins
    package var properties: PaperProperties
    /// The look of running text.
    package var text: TextStyle
    package var footer: Footer
    package var blocks: [Block] = []

    package init(
        size: PaperSize = .f4, margins: Margins = .office, properties: PaperProperties,
        text: TextStyle, footer: Footer
    ) {
        self.size = size
        self.margins = margins
        self.properties = properties
        self.text = text
        self.footer = footer
    }

    /// The width between the margins.
    package var width: Double { size.width - margins.left - margins.right }

    package mutating func add(_ blocks: Block...) { self.blocks += blocks }
    package mutating func add(_ blocks: [Block]) { self.blocks += blocks }
}

/// What stands at the foot of every page, beside `Halaman 3 dari 214`.
package struct Footer: Hashable, Sendable {
    /// The number of the paper, or its title while it has none.
    package var number: String
    /// The beginning of what the code on each page says, before `/` and the number of the page: a
    /// page that comes back signed and scanned is known by it.
    package var pageMark: String?

    package init(number: String, pageMark: String? = nil) {
        self.number = number
        self.pageMark = pageMark
    }
}

/// A part of a ``Flow``.
package enum Block: Sendable {
    case letterhead(Letterhead)
    case paragraph(Paragraph)
    case clause(Clause)
    case table(PaperTable)
    case figures([Figure])
    case signatures(Signatures)
    /// Blank, which is dropped at the head of a page.
    case space(Double)
    case newPage
}
