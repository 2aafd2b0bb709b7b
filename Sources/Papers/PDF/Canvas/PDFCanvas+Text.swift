internal import CPango
internal import Civic

/// The measures of a text set in lines.
struct SetText {
    let width: Double
    let height: Double
}

/// One line of a text that may go on over the page.
struct SetLine {
    /// From the upper edge of the text to that of the line.
    let top: Double
    let height: Double
}

extension PDFCanvas {
    private static let unit = Double(PANGO_SCALE)

    /// The size of `text` in lines of at most `width`.
    func measure(_ text: String, _ style: TextStyle, width: Double?) -> SetText {
        size(of: layout(text, style, width: width))
    }

    /// Draws `text` with its upper left corner at (`x`, `y`).
    func draw(_ text: String, _ style: TextStyle, x: Double, y: Double, width: Double?) {
        guard !text.isEmpty else { return }
        let layout = layout(text, style, width: width)
        ink(style.ink)
        cairo_move_to(cairo, x, y)
        pango_cairo_show_layout(cairo, layout)
    }

    /// The lines of `text`, to be drawn one by one with ``drawLine(_:of:_:x:y:width:)``.
    func lines(of text: String, _ style: TextStyle, width: Double) -> [SetLine] {
        let layout = layout(text, style, width: width)
        var lines: [SetLine] = []
        eachLine(of: layout) { _, extents, _ in
            lines.append(
                SetLine(
                    top: Double(extents.y) / Self.unit, height: Double(extents.height) / Self.unit))
        }
        return lines
    }

    /// Calls `place` with the number of each line of `text`, and draws the line at the height that
    /// comes back.
    func drawLines(
        of text: String, _ style: TextStyle, x: Double, width: Double,
        at place: (Int) throws(Problem) -> Double
    ) throws(Problem) {
        // A layout of its own: placing a line may turn the page, which sets other texts.
        let layout = pango_layout_copy(self.layout(text, style, width: width))
        guard let layout else { return }
        defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
        var number = 0
        try eachLine(of: layout) { line, extents, baseline throws(Problem) in
            let y = try place(number)
            number += 1
            ink(style.ink)
            cairo_move_to(
                cairo, x + Double(extents.x) / Self.unit,
                y + Double(baseline - extents.y) / Self.unit)
            pango_cairo_show_layout_line(cairo, line)
        }
    }

    private func eachLine<Failure: Error>(
        of layout: OpaquePointer,
        _ visit: (UnsafeMutablePointer<PangoLayoutLine>?, PangoRectangle, Int32) throws(Failure) ->
            Void
    ) throws(Failure) {
        let iterator = pango_layout_get_iter(layout)
        defer { pango_layout_iter_free(iterator) }
        repeat {
            var extents = PangoRectangle()
            pango_layout_iter_get_line_extents(iterator, nil, &extents)
            try visit(
                pango_layout_iter_get_line_readonly(iterator), extents,
                pango_layout_iter_get_baseline(iterator))
        } while pango_layout_iter_next_line(iterator) != 0
    }

    private func size(of layout: OpaquePointer) -> SetText {
        var (width, height): (Int32, Int32) = (0, 0)
        pango_layout_get_size(layout, &width, &height)
        return SetText(width: Double(width) / Self.unit, height: Double(height) / Self.unit)
    }

    // MARK: Layouts

    private func layout(_ text: String, _ style: TextStyle, width: Double?) -> OpaquePointer {
        var text = PaperText.printable(text)
        // Before the layout is touched, which the widths of letters are measured with.
        if let width { text = breakingWords(of: text, style, width: width) }
        let layout = layout(of: style)
        pango_layout_set_width(layout, width.map { Int32($0 * Self.unit) } ?? -1)
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                pango_layout_set_text(layout, characters.baseAddress, Int32(characters.count))
            }
        }
        return layout
    }

    private func layout(of style: TextStyle) -> OpaquePointer {
        if let layout = layouts[style] { return layout }
        guard let layout = pango_layout_new(pango) else {
            preconditionFailure("no memory for a text layout")
        }
        set(style, on: layout)
        layouts[style] = layout
        return layout
    }

    private func set(_ style: TextStyle, on layout: OpaquePointer) {
        let font = pango_font_description_new()
        pango_font_description_set_family(font, style.typeface.family)
        pango_font_description_set_size(font, Int32(style.size * Self.unit))
        pango_font_description_set_weight(
            font, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_style(
            font, style.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        pango_layout_set_auto_dir(layout, 0)
        pango_layout_set_justify(layout, style.alignment == .justified ? 1 : 0)
        pango_layout_set_alignment(layout, style.alignment.pango)
        let attributes = pango_attr_list_new()
        // A name that is too long for its cell goes on in the next line as it is.
        pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
        if style.spacing != 0 {
            let spacing = Int32(style.spacing * Self.unit)
            pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(spacing))
        }
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
        if style.leading != 1 { pango_layout_set_line_spacing(layout, Float(style.leading)) }
    }
}

extension TextAlignment {
    fileprivate var pango: PangoAlignment {
        switch self {
        case .left, .justified: PANGO_ALIGN_LEFT
        case .centre: PANGO_ALIGN_CENTER
        case .right: PANGO_ALIGN_RIGHT
        }
    }
}
