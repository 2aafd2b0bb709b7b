internal import Civic

/// A text beside its label and mark: `NOMOR : 12`, `Menimbang : a. bahwa …`, `1. pertama`.
package struct Clause: Hashable, Sendable {
    package var label: String?
    package var mark: String?
    /// A mark at the left margin, before an indented label.
    package var leadingMark: String?
    package var text: String
    /// From the left margin to the label.
    package var indent = 0.0
    /// The room of the label and of its colon; none when 0.
    package var labelWidth = 0.0
    /// The room of the mark; none when 0.
    package var markWidth = 0.0
    /// Blank above.
    package var before: Double
    package var isBold = false
    package var alignment = TextAlignment.justified
    /// In points; that of running text when nil.
    package var size: Double?

    package init(_ text: String, before: Double = 3) {
        self.text = text
        self.before = before
    }

    /// `label : text`.
    package static func field(
        _ label: String, _ text: String, labelWidth: Double, indent: Double = 0,
        before: Double = 2
    ) -> Clause {
        var clause = Clause(text, before: before)
        clause.label = label
        clause.labelWidth = labelWidth
        clause.indent = indent
        clause.alignment = .left
        return clause
    }

    /// `mark text`.
    package static func item(
        _ mark: String, _ text: String, indent: Double = 0, markWidth: Double = 7.mm,
        before: Double = 3
    ) -> Clause {
        var clause = Clause(text, before: before)
        clause.mark = mark
        clause.markWidth = markWidth
        clause.indent = indent
        return clause
    }

    package func with(_ change: (inout Clause) -> Void) -> Clause {
        var clause = self
        change(&clause)
        return clause
    }
}

extension Clause: FlowBlock {
    private static let colonWidth = 4.mm

    func slabs(in frame: Frame) -> [Slab] {
        let lines = frame.canvas.lines(
            of: text, style(frame), width: frame.width - textIndent)
        let label = labelHeight(frame)
        let height = lines.reduce(0) { $0 + $1.height }
        // A label of more lines than its text stays whole.
        guard label > height else { return Slab.lines(lines, before: before) }
        var slabs = Slab.lines(lines, before: before)
        for index in slabs.indices.dropLast() { slabs[index].keepsWithNext = true }
        slabs[slabs.count - 1].height += label - height
        return slabs
    }

    func draw(in frame: Frame, _ pen: Pen) throws(Problem) {
        let style = style(frame)
        try frame.canvas.drawLines(
            of: text, style, x: frame.x + textIndent, width: frame.width - textIndent
        ) { line throws(Problem) in
            let y = try pen.place().y
            if line == 0 { drawLabel(in: frame, y) }
            return y
        }
    }

    private func drawLabel(in frame: Frame, _ y: Double) {
        let style = style(frame).aligned(.left)
        let x = frame.x + indent
        if let leadingMark {
            frame.canvas.draw(leadingMark, style, x: frame.x, y: y, width: nil)
        }
        if let label {
            let plain = style.weighing(false)
            frame.canvas.draw(label, plain, x: x, y: y, width: labelWidth)
            frame.canvas.draw(":", plain, x: x + labelWidth, y: y, width: nil)
        }
        if let mark {
            frame.canvas.draw(mark, style, x: x + labelRoom, y: y, width: nil)
        }
    }

    private func labelHeight(_ frame: Frame) -> Double {
        guard let label else { return 0 }
        return frame.canvas.measure(label, style(frame).aligned(.left), width: labelWidth).height
    }

    private var labelRoom: Double { labelWidth > 0 ? labelWidth + Clause.colonWidth : 0 }
    private var textIndent: Double { indent + labelRoom + markWidth }

    private func style(_ frame: Frame) -> TextStyle {
        var style = frame.text.aligned(alignment).weighing(isBold)
        if let size { style.size = size }
        return style
    }
}
