package import Civic

extension Flow {
    /// Sets the paper in the file at `path`, which appears there whole or not at all.
    ///
    /// - Returns: The number of pages.
    /// - Throws: `paper-font` when a typeface is missing, `disk-full`, and other problems of the
    ///   disk or of what is to be set.
    @discardableResult
    package func pdf(to path: String) throws(Problem) -> Int {
        try write(to: try PDFSink(path: path))
    }

    /// The bytes of the paper.
    ///
    /// - Throws: `paper-font` when a typeface is missing, and problems of what is to be set.
    package func pdf() throws(Problem) -> [UInt8] {
        let sink = PDFSink()
        _ = try write(to: sink)
        return sink.bytes
    }

    /// How many pages the paper has.
    package func pages() throws(Problem) -> Int {
        let canvas = try PDFCanvas(size, properties, to: PDFSink())
        return try placements(frame(on: canvas)).last?.page ?? 1
    }

    private func write(to sink: PDFSink) throws(Problem) -> Int {
        let canvas = try PDFCanvas(size, properties, to: sink)
        let frame = frame(on: canvas)
        let pen = Pen(self, on: canvas, try placements(frame))
        for block in blocks { try block.setter.draw(in: frame, pen) }
        try pen.finish()
        try canvas.finish()
        return pen.pages
    }

    private func frame(on canvas: PDFCanvas) -> Frame {
        Frame(
            canvas: canvas, text: text, x: margins.left, width: width,
            height: size.height - margins.top - margins.bottom)
    }

    private func placements(_ frame: Frame) throws(Problem) -> [Placement] {
        var slabs: [Slab] = []
        var last = 0
        for block in blocks {
            let more = try block.setter.slabs(in: frame)
            // Signatures alone on a page would belong to nothing.
            if case .signatures = block {
                for index in slabs.indices.suffix(min(last, 2)) {
                    slabs[index].keepsWithNext = true
                }
            }
            slabs += more
            last = more.count
        }
        return Paginator.place(slabs, top: margins.top, bottom: size.height - margins.bottom)
    }
}

extension Block {
    fileprivate var setter: any FlowBlock {
        switch self {
        case .letterhead(let letterhead): letterhead
        case .paragraph(let paragraph): paragraph
        case .clause(let clause): clause
        case .table(let table): table
        case .figures(let figures): FigureList(figures: figures)
        case .signatures(let signatures): signatures
        case .space(let height): Blank(height: height, startsPage: false)
        case .newPage: Blank(height: 0, startsPage: true)
        }
    }
}

/// Nothing, which takes room or begins a page.
private struct Blank: FlowBlock {
    let height: Double
    let startsPage: Bool

    func slabs(in frame: Frame) -> [Slab] {
        var slab = Slab(0, before: height)
        slab.startsPage = startsPage
        slab.keepsWithNext = startsPage
        return [slab]
    }

    func draw(in frame: Frame, _ pen: Pen) throws(Problem) { _ = try pen.place() }
}
