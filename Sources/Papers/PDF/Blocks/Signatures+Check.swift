internal import Civic

extension Signatures {
    static let codeSide = 19.mm
    private static let gap = 3.mm

    /// Draws the code with its words, and the hashes, at the foot of those who sign.
    func drawCheck(in frame: Frame, below: Double) throws(Problem) {
        guard let check else { return }
        // One signature stands on the right, so that the code has room on the left.
        let top = isCodeBeside ? below - Signatures.codeSide : below + Signatures.gap
        let textEnd = try drawCode(of: check, in: frame, top)
        if isCodeBeside {
            drawDigests(of: check, in: frame, frame.x, below + Signatures.gap)
        } else {
            drawDigests(of: check, in: frame, textX(frame), textEnd + 2)
        }
    }

    var isCodeBeside: Bool { signers.count == 1 }

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

    func checkHeight(_ frame: Frame) -> Double {
        guard let check else { return 0 }
        if isCodeBeside { return digestsHeight(frame) }
        // The words and up to two hashes are no higher than the code.
        let line = height("X", small(frame).sized(6.5), frame.width, frame)
        return Signatures.gap + Signatures.codeSide
            + line * Double(max(0, check.digests.count - 2))
    }
}
