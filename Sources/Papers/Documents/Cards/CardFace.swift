internal import Civic

/// The two sides of a card, drawn with its upper left corner at (`x`, `y`). Black on white, so that
/// any printer and copier will do.
struct CardFace {
    static let width = 85.6.mm
    static let height = 54.mm
    private static let padding = 5.mm
    private static let inner = width - 2 * padding

    let words: CardWords
    let canvas: PDFCanvas

    private func style(_ size: Double) -> TextStyle { TextStyle(.letter, size) }

    // MARK: Front

    func drawFront(of card: Card, x: Double, y: Double) {
        let left = x + CardFace.padding
        canvas.drawShield(x: left, y: y + 4.5.mm, height: 11.5.mm)
        let beside = left + 12.5.mm
        let room = CardFace.inner - 12.5.mm
        canvas.draw(
            words.programme, style(17).bold().spaced(0.6), x: beside, y: y + 4.2.mm, width: room)
        canvas.draw(words.expansion, style(7.5), x: beside, y: y + 11.4.mm, width: room)
        canvas.stroke(
            [
                (
                    x: x + CardFace.padding, y: y + 18.2.mm, toX: left + CardFace.inner,
                    toY: y + 18.2.mm
                )
            ],
            thickness: 1.4)
        drawFitted(card.name, [13, 11.5, 10, 8.5, 7], within: 12.mm, x: left, y: y + 20.5.mm)
        drawField("Nomor", card.number, x: left, y: y + 33.5.mm, size: 12)
        drawField(
            "Berlaku sampai", CalendarWords.text(card.validUntil, .indonesian),
            x: left + 38.mm, y: y + 33.5.mm, size: 10)
        canvas.draw(
            words.protection, style(8), x: left, y: y + 45.mm, width: CardFace.inner)
    }

    private func drawField(_ label: String, _ text: String, x: Double, y: Double, size: Double) {
        canvas.draw(label, style(6.5).inked(.grey), x: x, y: y, width: nil)
        canvas.draw(
            text, style(size).bold(), x: x, y: y + 8 + (12 - size) * 0.9, width: nil)
    }

    /// In the largest of `sizes` that needs no more than `height`.
    private func drawFitted(
        _ text: String, _ sizes: [Double], within height: Double, x: Double, y: Double
    ) {
        let fitting = sizes.first { size in
            canvas.measure(text, style(size).bold(), width: CardFace.inner).height <= height
        }
        let size = fitting ?? sizes[sizes.count - 1]
        canvas.draw(text, style(size).bold(), x: x, y: y, width: CardFace.inner)
    }

    // MARK: Back

    private static let codeSide = 21.mm

    func drawBack(of card: Card, x: Double, y: Double) throws(Problem) {
        let left = x + CardFace.padding
        let codeX = x + CardFace.width - CardFace.padding - CardFace.codeSide
        let room = CardFace.inner - CardFace.codeSide - 4.mm
        canvas.draw(words.question, style(11).bold(), x: left, y: y + 4.5.mm, width: room)
        drawSteps(x: left, y: y + 10.5.mm, room)
        if !card.phone.isEmpty {
            canvas.draw(
                words.phoneLabel, style(6.5).inked(.grey), x: left, y: y + 32.mm, width: room)
            canvas.draw(card.phone, style(9).bold(), x: left, y: y + 34.6.mm, width: room)
        }
        try canvas.drawCode(words.checkAddress, x: codeX, y: y + 5.mm, side: CardFace.codeSide)
        canvas.draw(
            words.checkLabel, style(6.5).aligned(.centre), x: codeX - 2.mm, y: y + 28.mm,
            width: CardFace.codeSide + 4.mm)
        canvas.stroke(
            [(x: left, y: y + 41.5.mm, toX: left + CardFace.inner, toY: y + 41.5.mm)],
            thickness: 1.4)
        canvas.draw(
            words.warning, style(8.5).bold(), x: left, y: y + 43.2.mm, width: CardFace.inner)
    }

    private func drawSteps(x: Double, y: Double, _ width: Double) {
        var top = y
        for (index, step) in words.steps.enumerated() {
            canvas.draw("\(index + 1).", style(8.5), x: x, y: top, width: nil)
            canvas.draw(step, style(8.5), x: x + 4.mm, y: top, width: width - 4.mm)
            top += canvas.measure(step, style(8.5), width: width - 4.mm).height + 2
        }
    }
}
