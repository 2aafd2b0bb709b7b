internal import Civic

/// Goes through the places of a paper while it is drawn, and turns the pages.
final class Pen {
    private let flow: Flow
    private let canvas: PDFCanvas
    private let placements: [Placement]
    private var next = 0
    private var page = 1

    init(_ flow: Flow, on canvas: PDFCanvas, _ placements: [Placement]) {
        self.flow = flow
        self.canvas = canvas
        self.placements = placements
    }

    var pages: Int { placements.last?.page ?? 1 }

    /// The place of the next slab; the page is the right one when this returns.
    func place() throws(Problem) -> Placement {
        let placement = placements[next]
        next += 1
        while page < placement.page { try endPage() }
        return placement
    }

    /// Ends the last page.
    func finish() throws(Problem) { try endPage() }

    private func endPage() throws(Problem) {
        try drawFooter()
        canvas.endPage()
        try canvas.check()
        page += 1
    }

    private func drawFooter() throws(Problem) {
        let style = TextStyle(flow.text.typeface, 8).inked(.grey)
        let y = flow.size.height - flow.margins.bottom + 7.mm
        let left = flow.margins.left
        canvas.stroke(
            [(x: left, y: y - 1.5.mm, toX: left + flow.width, toY: y - 1.5.mm)], thickness: 0.4,
            .grey)
        canvas.draw(flow.footer.number, style, x: left, y: y, width: flow.width - 45.mm)
        canvas.draw(
            "Halaman \(NumberText.grouped(page)) dari \(NumberText.grouped(pages))",
            style.aligned(.right), x: left + flow.width - 45.mm, y: y, width: 45.mm)
        guard let mark = flow.footer.pageMark else { return }
        let side = 14.mm
        try canvas.drawCode(
            "\(mark)/\(page)", x: left + flow.width - side,
            y: flow.margins.top - side - 3.mm, side: side)
    }
}
