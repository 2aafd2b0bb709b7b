internal import Civic

extension Signatures: FlowBlock {
    private static let codeSide = 19.mm
    private static let gap = 3.mm

    func slabs(in frame: Frame) -> [Slab] {
        [Slab(signersHeight(frame) + checkHeight(frame), before: before)]
    }

    func draw(in frame: Frame, _ pen: Pen) throws(Problem) {
        let y = try pen.place().y
        drawSigners(in: frame, y)
        guard let check else { return }
        let below = y + signersHeight(frame)
        // One signature stands on the right, so that the code has room on the left.
        let codeY =
            isCodeBeside ? below - Signatures.codeSide : below + Signatures.gap
        let textEnd = try drawCode(of: check, in: frame, codeY)
        if isCodeBeside {
            drawDigests(of: check, in: frame, frame.x, below + Signatures.gap)
        } else {
            drawDigests(of: check, in: frame, textX(frame), textEnd + 2)
        }
    }

    // MARK: Those who sign

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

    private func signersHeight(_ frame: Frame) -> Double {
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

    private func height(
        _ text: String, _ style: TextStyle, _ width: Double, _ frame: Frame
    ) -> Double {
        frame.canvas.measure(text, style, width: width).height
    }

    // MARK: The check

    private var isCodeBeside: Bool { signers.count == 1 }

    private func small(_ frame: Frame) -> TextStyle { TextStyle(frame.text.typeface, 7.5) }

    private func textX(_ frame: Frame) -> Double { frame.x + Signatures.codeSide + Signatures.gap }

    /// The lower edge of the words beside the code.
    private func drawCode(
        of check: PaperCheck, in frame: Frame, _ y: Double
    ) throws(Problem) -> Double {
        try frame.canvas.drawCode(check.address, x: frame.x, y: y, side: Signatures.codeSide)
        let width = isCodeBeside ? frame.width * 0.46 : frame.width
        let room = width - Signatures.codeSide - Signatures.gap
        var top = y
        let style = small(frame)
        let lines = [
            ("Cek keaslian", style.sized(9).bold().italic()), (check.shownAddress, style),
            ("Kode ini bukan tanda tangan.", style.inked(.grey)),
        ]
        for (text, style) in lines {
            frame.canvas.draw(
                text, style, x: textX(frame), y: top, width: room)
            top += height(text, style, room, frame) + 1
        }
        return top
    }

    private func drawDigests(of check: PaperCheck, in frame: Frame, _ x: Double, _ top: Double) {
        var y = top
        let style = small(frame).sized(6.5).inked(.grey)
        let width = frame.x + frame.width - x
        for digest in check.digests {
            let text = digestText(digest)
            frame.canvas.draw(text, style, x: x, y: y, width: width)
            y += height(text, style, width, frame)
        }
    }

    private func digestText(_ digest: Digest) -> String { "\(digest.label): \(digest.hex)" }

    private func digestsHeight(_ frame: Frame) -> Double {
        guard let check, !check.digests.isEmpty else { return 0 }
        let style = small(frame).sized(6.5)
        return check.digests.reduce(Signatures.gap) {
            $0 + height(digestText($1), style, frame.width, frame)
        }
    }

    private func checkHeight(_ frame: Frame) -> Double {
        guard let check else { return 0 }
        if isCodeBeside { return digestsHeight(frame) }
        // The words and up to two hashes are no higher than the code.
        let line = height("X", small(frame).sized(6.5), frame.width, frame)
        return Signatures.gap + Signatures.codeSide
            + line * Double(max(0, check.digests.count - 2))
    }
}
