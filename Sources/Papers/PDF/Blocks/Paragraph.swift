internal import Civic

/// A paragraph, which may go on over the page; never a single line of it.
package struct Paragraph: Hashable, Sendable {
    package var text: String
    /// In points; that of running text when nil.
    package var size: Double?
    package var isBold = false
    package var isItalic = false
    package var alignment = TextAlignment.justified
    package var ink = Ink.black
    /// From the left margin.
    package var indent = 0.0
    /// Blank above.
    package var before: Double
    /// Whether it is a heading, which does not stand last on a page.
    package var isHeading = false

    package init(_ text: String, before: Double = 6) {
        self.text = text
        self.before = before
    }

    /// A line or more in the middle, bold, as titles of papers are set.
    package static func title(_ text: String, size: Double? = nil, before: Double = 0) -> Paragraph
    {
        var title = Paragraph(text, before: before)
        title.size = size
        title.isBold = true
        title.alignment = .centre
        title.isHeading = true
        return title
    }

    /// The heading of a part.
    package static func heading(_ text: String, before: Double = 12) -> Paragraph {
        var heading = title(text, before: before)
        heading.alignment = .left
        return heading
    }

    package func with(_ change: (inout Paragraph) -> Void) -> Paragraph {
        var paragraph = self
        change(&paragraph)
        return paragraph
    }
}

extension Paragraph: FlowBlock {
    func slabs(in frame: Frame) -> [Slab] {
        let lines = frame.canvas.lines(
            of: text, style(frame), width: frame.width - indent)
        var slabs = Slab.lines(lines, before: before)
        if isHeading { for index in slabs.indices { slabs[index].keepsWithNext = true } }
        return slabs
    }

    func draw(in frame: Frame, _ pen: Pen) throws(Problem) {
        try frame.canvas.drawLines(
            of: text, style(frame), x: frame.x + indent, width: frame.width - indent
        ) { _ throws(Problem) in try pen.place().y }
    }

    private func style(_ frame: Frame) -> TextStyle {
        var style = frame.text.aligned(alignment).inked(ink)
        if let size { style.size = size }
        style.isBold = isBold
        style.isItalic = isItalic
        return style
    }
}

extension Slab {
    /// Lines of running text: neither the first nor the last stands alone on a page.
    static func lines(_ lines: [SetLine], before: Double) -> [Slab] {
        lines.enumerated().map { index, line in
            var slab = Slab(line.height, before: index == 0 ? before : 0)
            slab.keepsWithNext =
                lines.count > 1 && (index == 0 || index == lines.count - 2)
            return slab
        }
    }
}
