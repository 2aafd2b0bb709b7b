internal import Civic

extension Signatures: FlowBlock {
    func slabs(in frame: Frame) -> [Slab] {
        [Slab(signersHeight(frame) + checkHeight(frame), before: before)]
    }

    func draw(in frame: Frame, _ pen: Pen) throws(Problem) {
        let y = try pen.place().y
        drawSigners(in: frame, y)
        try drawCheck(in: frame, below: y + signersHeight(frame))
    }

    /// Up to three beside each other, more of them in pairs.
    private var perRow: Int { signers.count <= 3 ? max(1, signers.count) : 2 }

    private func column(_ number: Int, _ frame: Frame) -> (x: Double, width: Double) {
        // The only one signs on the right.
        guard signers.count > 1 else { return (frame.x + frame.width * 0.48, frame.width * 0.52) }
        let width = frame.width / Double(perRow)
        return (frame.x + Double(number) * width, width - (perRow > 1 ? 2.mm : 0))
    }

    private func drawSigners(in frame: Frame, _ top: Double) {
        let style = frame.text.aligned(.centre)
        var y = top
        let last = column(perRow - 1, frame)
        for line in opening {
            frame.canvas.draw(line, style, x: last.x, y: y, width: last.width)
            y += height(line, style, last.width, frame)
        }
        for first in stride(from: 0, to: signers.count, by: perRow) {
            let row = signers[first..<min(first + perRow, signers.count)]
            let officeHeight = officeHeight(row, frame)
            for (number, signer) in row.enumerated() {
                let place = column(number, frame)
                drawn(signer.office, style, place, y, frame)
                let name = y + officeHeight + room
                let bold = nameStyle(frame)
                frame.canvas.draw(signer.name, bold, x: place.x, y: name, width: place.width)
                let under = name + height(signer.name, bold, place.width, frame)
                drawn(signer.below, style, place, under, frame)
            }
            y += rowHeight(row, frame)
        }
    }

    private func drawn(
        _ lines: [String], _ style: TextStyle, _ place: (x: Double, width: Double), _ top: Double,
        _ frame: Frame
    ) {
        var y = top
        for line in lines {
            frame.canvas.draw(line, style, x: place.x, y: y, width: place.width)
            y += height(line, style, place.width, frame)
        }
    }

    private func nameStyle(_ frame: Frame) -> TextStyle {
        frame.text.aligned(.centre).weighing(frame.text.typeface == .letter)
    }

    func signersHeight(_ frame: Frame) -> Double {
        let last = column(perRow - 1, frame)
        let style = frame.text.aligned(.centre)
        var height = opening.reduce(0) { $0 + self.height($1, style, last.width, frame) }
        for first in stride(from: 0, to: signers.count, by: perRow) {
            height += rowHeight(signers[first..<min(first + perRow, signers.count)], frame)
        }
        return isCodeBeside ? max(height, Signatures.codeSide) : height
    }

    private func rowHeight(_ row: ArraySlice<Signer>, _ frame: Frame) -> Double {
        let names = row.enumerated().map { number, signer in
            let width = column(number, frame).width
            let style = frame.text.aligned(.centre)
            return signer.below.reduce(height(signer.name, nameStyle(frame), width, frame)) {
                $0 + height($1, style, width, frame)
            }
        }
        return officeHeight(row, frame) + room + (names.max() ?? 0)
            + (signers.count > perRow ? 4.mm : 0)
    }

    private func officeHeight(_ row: ArraySlice<Signer>, _ frame: Frame) -> Double {
        row.enumerated().map { number, signer in
            let width = column(number, frame).width
            return signer.office.reduce(0) {
                $0 + height($1, frame.text.aligned(.centre), width, frame)
            }
        }.max() ?? 0
    }

    func height(
        _ text: String, _ style: TextStyle, _ width: Double, _ frame: Frame
    ) -> Double {
        frame.canvas.measure(text, style, width: width).height
    }
}
