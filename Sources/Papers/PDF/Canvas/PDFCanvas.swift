internal import CPango
package import Civic

/// What the properties of a PDF tell about it.
package struct PaperProperties: Hashable, Sendable {
    package var title: String
    package var author: String
    /// Not the clock: the same input has to give the same bytes.
    package var created: Day

    package init(title: String, author: String, created: Day) {
        self.title = title
        self.author = author
        self.created = created
    }
}

/// The pages of a PDF as they are drawn, one after the other. Lengths are points from the upper
/// left corner of the page.
///
/// Used by one function from its making to ``finish()``; it never leaves its thread.
final class PDFCanvas {
    let size: PaperSize
    let cairo: OpaquePointer
    let pango: OpaquePointer
    private let surface: OpaquePointer
    private let fonts: UnsafeMutablePointer<PangoFontMap>
    private let sink: PDFSink
    /// One text layout for each look, used again and again.
    var layouts: [TextStyle: OpaquePointer] = [:]
    var characters: [TextStyle: CharacterWidths] = [:]
    /// The codes drawn so far, by what they say.
    var codes: [String: DrawnCode] = [:]

    init(_ size: PaperSize, _ properties: PaperProperties, to sink: PDFSink) throws(Problem) {
        self.size = size
        self.sink = sink
        let closure = Unmanaged.passUnretained(sink).toOpaque()
        guard
            let surface = cairo_pdf_surface_create_for_stream(
                PDFSink.receive, closure, size.width, size.height),
            let cairo = cairo_create(surface), let fonts = pango_cairo_font_map_new(),
            let pango = pango_font_map_create_context(fonts)
        else { throw PDFFault.failed }
        (self.surface, self.cairo, self.fonts, self.pango) = (surface, cairo, fonts, pango)
        PDFCanvas.settle(pango)
        describe(properties)
        try checkFonts()
    }

    deinit {
        for layout in layouts.values { g_object_unref(UnsafeMutableRawPointer(layout)) }
        for code in codes.values { cairo_surface_destroy(code.surface) }
        g_object_unref(UnsafeMutableRawPointer(pango))
        g_object_unref(fonts)
        cairo_destroy(cairo)
        cairo_surface_destroy(surface)
    }

    func endPage() { cairo_show_page(cairo) }

    /// Writes what is left and, if there is one, puts the file in its place.
    func finish() throws(Problem) {
        cairo_surface_finish(surface)
        if let problem = sink.problem { throw problem }
        guard cairo_status(cairo) == CAIRO_STATUS_SUCCESS,
            cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
        else { throw PDFFault.failed }
        try sink.publish()
    }

    /// Throws when a page could not be written, so that a long paper ends at once on a full disk.
    func check() throws(Problem) {
        if let problem = sink.problem { throw problem }
        guard cairo_status(cairo) == CAIRO_STATUS_SUCCESS else { throw PDFFault.failed }
    }

    /// Letters are placed as the typeface was drawn, not as some screen would need them.
    private static func settle(_ pango: OpaquePointer) {
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(pango, options)
        cairo_font_options_destroy(options)
        pango_cairo_context_set_resolution(pango, 72)
        pango_context_set_round_glyph_positions(pango, 0)
        pango_context_set_language(pango, pango_language_from_string("id"))
    }

    private func describe(_ properties: PaperProperties) {
        func set(_ kind: cairo_pdf_metadata_t, _ text: String) {
            cairo_pdf_surface_set_metadata(surface, kind, text)
        }
        set(CAIRO_PDF_METADATA_TITLE, properties.title)
        set(CAIRO_PDF_METADATA_AUTHOR, properties.author)
        set(CAIRO_PDF_METADATA_CREATOR, properties.author)
        set(CAIRO_PDF_METADATA_CREATE_DATE, "\(properties.created.iso)T00:00:00+07:00")
    }

    /// Pango would put in another typeface and say nothing.
    private func checkFonts() throws(Problem) {
        for typeface in Typeface.allCases {
            let wanted = pango_font_description_new()
            defer { pango_font_description_free(wanted) }
            pango_font_description_set_family(wanted, typeface.family)
            pango_font_description_set_size(wanted, 10 * PANGO_SCALE)
            guard let font = pango_font_map_load_font(fonts, pango, wanted) else {
                throw PDFFault.missingFont(typeface)
            }
            defer { g_object_unref(font) }
            let found = pango_font_describe(font)
            defer { pango_font_description_free(found) }
            guard let family = pango_font_description_get_family(found),
                String(cString: family) == typeface.family
            else { throw PDFFault.missingFont(typeface) }
        }
    }
}
