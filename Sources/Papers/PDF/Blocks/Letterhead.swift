internal import Civic

/// The kop: who writes.
package struct Letterhead: Hashable, Sendable {
    package enum Form: Sendable {
        /// Of the head of the city: emblem in the middle, no line.
        case head
        /// Of an agency: emblem on the left, a double line below.
        case agency
    }

    package var form: Form
    /// `PEMERINTAH KOTA …`, or the office of the head of the city.
    package var government: String
    /// The agency, or the province under the head of the city; may be empty.
    package var office: String
    /// Street, telephone, web: one line each.
    package var address: [String]
    /// A PNG; its room stays white without one.
    package var emblem: [UInt8]?

    package init(
        _ form: Form, government: String, office: String = "", address: [String] = [],
        emblem: [UInt8]? = nil
    ) {
        self.form = form
        self.government = government
        self.office = office
        self.address = address
        self.emblem = emblem
    }
}

extension Letterhead: FlowBlock {
    private static let emblemHeight = 22.mm

    func slabs(in frame: Frame) -> [Slab] {
        var slab = Slab(textTop + max(textHeight(frame), room) + (form == .agency ? 7.mm : 4.mm))
        slab.keepsWithNext = true
        return [slab]
    }

    func draw(in frame: Frame, _ pen: Pen) throws(Problem) {
        let top = try pen.place().y
        if let emblem {
            let centre = form == .head ? frame.x + frame.width / 2 : frame.x + 11.mm
            try frame.canvas.drawEmblem(
                emblem, centre: centre, y: top, height: Letterhead.emblemHeight)
        }
        // The lines stand in the middle of the height of the emblem, at its side.
        var y = top + textTop + max(0, (room - textHeight(frame)) / 2)
        for (text, style) in lines(frame) {
            frame.canvas.draw(text, style, x: textX(frame), y: y, width: textWidth(frame))
            y += frame.canvas.measure(text, style, width: textWidth(frame)).height
        }
        guard form == .agency else { return }
        let line = top + max(textHeight(frame), room) + 2.mm
        drawRule(in: frame, line, thickness: 2.2)
        drawRule(in: frame, line + 2.4, thickness: 0.6)
    }

    private func drawRule(in frame: Frame, _ y: Double, thickness: Double) {
        frame.canvas.stroke(
            [(x: frame.x, y: y, toX: frame.x + frame.width, toY: y)], thickness: thickness)
    }

    /// Above the text: the emblem of the head of the city.
    private var textTop: Double {
        form == .head ? Letterhead.emblemHeight + 3.mm : 0
    }

    /// The least height beside an emblem.
    private var room: Double {
        form == .agency && emblem != nil ? Letterhead.emblemHeight : 0
    }

    private func textX(_ frame: Frame) -> Double {
        form == .agency && emblem != nil ? frame.x + 24.mm : frame.x
    }

    private func textWidth(_ frame: Frame) -> Double {
        // As much on the right as the emblem takes on the left would leave long names no room.
        form == .agency && emblem != nil ? frame.width - 26.mm : frame.width
    }

    private func textHeight(_ frame: Frame) -> Double {
        lines(frame).reduce(0) { sum, line in
            sum + frame.canvas.measure(line.0, line.1, width: textWidth(frame)).height
        }
    }

    private func lines(_ frame: Frame) -> [(String, TextStyle)] {
        let style = TextStyle(frame.text.typeface, 14).aligned(.centre)
        var lines = [(government, form == .head ? style.bold() : style)]
        if !office.isEmpty {
            lines.append((office, form == .head ? style.bold() : style.sized(17).bold()))
        }
        return lines + address.map { ($0, style.sized(9)) }
    }
}
