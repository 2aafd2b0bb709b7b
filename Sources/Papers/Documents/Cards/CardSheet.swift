internal import Civic

/// One sheet of cards, front and back.
struct CardSheet {
    let words: CardWords
    let canvas: PDFCanvas
    let sheets: Int

    private static let columns = 2
    private static let rows = 5
    private static let left = (PaperSize.a4.width - Double(columns) * CardFace.width) / 2
    private static let top = (PaperSize.a4.height - Double(rows) * CardFace.height) / 2

    func draw(_ cards: ArraySlice<Card>, number: Int) throws(Problem) {
        let face = CardFace(words: words, canvas: canvas)
        for (place, card) in cards.enumerated() {
            let corner = corner(place, isBack: false)
            face.drawFront(of: card, x: corner.x, y: corner.y)
        }
        try endPage("Lembar \(number) dari \(sheets), depan")
        for (place, card) in cards.enumerated() {
            let corner = corner(place, isBack: true)
            try face.drawBack(of: card, x: corner.x, y: corner.y)
        }
        try endPage("Lembar \(number) dari \(sheets), belakang")
    }

    /// The upper left corner of a card; columns change sides on the back of the paper.
    private func corner(_ place: Int, isBack: Bool) -> (x: Double, y: Double) {
        let column = place % CardSheet.columns
        let shown = isBack ? CardSheet.columns - 1 - column : column
        return (
            CardSheet.left + Double(shown) * CardFace.width,
            CardSheet.top + Double(place / CardSheet.columns) * CardFace.height
        )
    }

    private func endPage(_ text: String) throws(Problem) {
        drawMarks()
        let style = TextStyle(.letter, 6.5).inked(.grey).aligned(.centre)
        canvas.draw(
            text, style, x: 0, y: PaperSize.a4.height - 7.mm, width: PaperSize.a4.width)
        canvas.endPage()
        try canvas.check()
    }

    /// Where to cut: marks outside, and a hairline for whoever cuts by hand.
    private func drawMarks() {
        let right = CardSheet.left + Double(CardSheet.columns) * CardFace.width
        let bottom = CardSheet.top + Double(CardSheet.rows) * CardFace.height
        var marks: [(x: Double, y: Double, toX: Double, toY: Double)] = []
        var hairs = marks
        for column in 0...CardSheet.columns {
            let x = CardSheet.left + Double(column) * CardFace.width
            marks.append((x: x, y: CardSheet.top - 5.mm, toX: x, toY: CardSheet.top - 1.mm))
            marks.append((x: x, y: bottom + 1.mm, toX: x, toY: bottom + 5.mm))
            hairs.append((x: x, y: CardSheet.top, toX: x, toY: bottom))
        }
        for row in 0...CardSheet.rows {
            let y = CardSheet.top + Double(row) * CardFace.height
            marks.append((x: CardSheet.left - 5.mm, y: y, toX: CardSheet.left - 1.mm, toY: y))
            marks.append((x: right + 1.mm, y: y, toX: right + 5.mm, toY: y))
            hairs.append((x: CardSheet.left, y: y, toX: right, toY: y))
        }
        canvas.stroke(marks, thickness: 0.4)
        canvas.stroke(hairs, thickness: 0.15, .grey)
    }
}
