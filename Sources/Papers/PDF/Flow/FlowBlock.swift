internal import Civic

/// What a block needs to know to be set.
struct Frame {
    let canvas: PDFCanvas
    /// The look of running text.
    let text: TextStyle
    let x: Double
    let width: Double
    /// The room of a page.
    let height: Double
}

/// Something that is set in slabs: measured first, when nobody knows yet how many pages there will
/// be, then drawn.
protocol FlowBlock {
    func slabs(in frame: Frame) throws(Problem) -> [Slab]
    /// Asks `pen` for the place of each of its slabs, in order, and draws it there.
    func draw(in frame: Frame, _ pen: Pen) throws(Problem)
}
