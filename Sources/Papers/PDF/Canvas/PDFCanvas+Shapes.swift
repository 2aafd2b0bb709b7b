internal import CPango
internal import Civic

/// A QR code that is kept once in the file, a unit for each of its modules.
struct DrawnCode {
    let surface: OpaquePointer
    let side: Double
}

extension PDFCanvas {
    func ink(_ ink: Ink) { cairo_set_source_rgb(cairo, ink.shade, ink.shade, ink.shade) }

    /// Straight lines from one point to another, all of one thickness.
    func stroke(
        _ lines: [(x: Double, y: Double, toX: Double, toY: Double)], thickness: Double,
        _ ink: Ink = .black
    ) {
        self.ink(ink)
        cairo_set_line_width(cairo, thickness)
        for line in lines {
            cairo_move_to(cairo, line.x, line.y)
            cairo_line_to(cairo, line.toX, line.toY)
        }
        cairo_stroke(cairo)
    }

    func fill(x: Double, y: Double, width: Double, height: Double, _ ink: Ink) {
        self.ink(ink)
        cairo_rectangle(cairo, x, y, width, height)
        cairo_fill(cairo)
    }

    /// The code of `text` without a margin, `side` points wide.
    func drawCode(_ text: String, x: Double, y: Double, side: Double) throws(Problem) {
        let code = try code(of: text)
        cairo_save(cairo)
        cairo_translate(cairo, x, y)
        cairo_scale(cairo, side / code.side, side / code.side)
        cairo_set_source_surface(cairo, code.surface, 0, 0)
        cairo_paint(cairo)
        cairo_restore(cairo)
    }

    private func code(of text: String) throws(Problem) -> DrawnCode {
        if let known = codes[text] { return known }
        guard let code = QRCode(text) else { throw PDFFault.address }
        let side = Double(code.size)
        var extents = cairo_rectangle_t(x: 0, y: 0, width: side, height: side)
        guard let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents),
            let pen = cairo_create(surface)
        else { throw PDFFault.failed }
        for row in 0..<code.size {
            var column = 0
            while column < code.size {
                var end = column
                while end < code.size, code.isDark(row: row, column: end) { end += 1 }
                if end > column {
                    cairo_rectangle(pen, Double(column), Double(row), Double(end - column), 1)
                }
                column = max(end, column + 1)
            }
        }
        cairo_fill(pen)
        cairo_destroy(pen)
        let drawn = DrawnCode(surface: surface, side: side)
        codes[text] = drawn
        return drawn
    }
}

extension PDFCanvas {
    /// The mark of the programme: a plain shield with three slats of bamboo.
    func drawShield(x: Double, y: Double, height: Double) {
        let width = height * 0.82
        cairo_save(cairo)
        cairo_translate(cairo, x, y)
        outlineShield(width, height)
        ink(.black)
        cairo_fill(cairo)
        cairo_set_source_rgb(cairo, 1, 1, 1)
        let slat = width * 0.1
        for (place, top, foot) in [(0.28, 0.3, 0.62), (0.5, 0.18, 0.8), (0.72, 0.3, 0.62)] {
            cairo_rectangle(
                cairo, width * place - slat / 2, height * top, slat, height * (foot - top))
        }
        cairo_fill(cairo)
        cairo_restore(cairo)
    }

    private func outlineShield(_ width: Double, _ height: Double) {
        cairo_move_to(cairo, width / 2, 0)
        cairo_curve_to(
            cairo, width * 0.68, height * 0.08, width * 0.85, height * 0.11, width, height * 0.11)
        cairo_curve_to(
            cairo, width * 1.02, height * 0.58, width * 0.84, height * 0.84, width / 2, height)
        cairo_curve_to(
            cairo, width * 0.16, height * 0.84, width * -0.02, height * 0.58, 0, height * 0.11)
        cairo_curve_to(
            cairo, width * 0.15, height * 0.11, width * 0.32, height * 0.08, width / 2, 0)
        cairo_close_path(cairo)
    }
}
