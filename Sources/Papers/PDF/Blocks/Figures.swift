internal import Civic

/// A number that a report begins with, and the sentence that says what it means.
package struct Figure: Hashable, Sendable {
    package var value: String
    package var sentence: String

    package init(_ value: String, _ sentence: String) {
        self.value = value
        self.sentence = sentence
    }
}

/// Figures under each other, the number at the left of its sentence.
struct FigureList: FlowBlock {
    let figures: [Figure]

    private static let padding = 3.mm
    private static let gap = 5.mm

    func slabs(in frame: Frame) -> [Slab] { figures.map { Slab(height(of: $0, in: frame)) } }

    func draw(in frame: Frame, _ pen: Pen) throws(Problem) {
        for (index, figure) in figures.enumerated() {
            let y = try pen.place().y
            let height = height(of: figure, in: frame)
            drawn(figure.value, number(frame), x: frame.x, valueWidth(frame), y, height, in: frame)
            drawn(
                figure.sentence, frame.text, x: frame.x + valueWidth(frame) + FigureList.gap,
                sentenceWidth(frame), y, height, in: frame)
            guard index < figures.count - 1 else { continue }
            frame.canvas.stroke(
                [(x: frame.x, y: y + height, toX: frame.x + frame.width, toY: y + height)],
                thickness: 0.4, .grey)
        }
    }

    /// In the middle of the height of the row.
    private func drawn(
        _ text: String, _ style: TextStyle, x: Double, _ width: Double, _ y: Double,
        _ height: Double, in frame: Frame
    ) {
        let own = frame.canvas.measure(text, style, width: width).height
        frame.canvas.draw(text, style, x: x, y: y + (height - own) / 2, width: width)
    }

    private func height(of figure: Figure, in frame: Frame) -> Double {
        let value = frame.canvas.measure(figure.value, number(frame), width: valueWidth(frame))
        let sentence = frame.canvas.measure(
            figure.sentence, frame.text, width: sentenceWidth(frame))
        return max(value.height, sentence.height) + 2 * FigureList.padding
    }

    private func number(_ frame: Frame) -> TextStyle {
        TextStyle(frame.text.typeface, 20).bold().aligned(.right)
    }

    /// As wide as the widest number, at most a good third.
    private func valueWidth(_ frame: Frame) -> Double {
        let widest = figures.map {
            frame.canvas.measure($0.value, number(frame), width: nil).width
        }
        return min((widest.max() ?? 0) + 1, frame.width * 0.42)
    }

    private func sentenceWidth(_ frame: Frame) -> Double {
        frame.width - valueWidth(frame) - FigureList.gap
    }
}
