internal import CPango
internal import Civic

extension PDFCanvas {
    /// Draws a PNG `height` points high around `centre`.
    func drawEmblem(
        _ png: [UInt8], centre: Double, y: Double, height: Double
    ) throws(Problem) {
        guard let image = PDFCanvas.image(png) else { throw PDFFault.emblem }
        defer { cairo_surface_destroy(image) }
        let width = Double(cairo_image_surface_get_width(image))
        let scale = height / Double(cairo_image_surface_get_height(image))
        cairo_save(cairo)
        cairo_translate(cairo, centre - width * scale / 2, y)
        cairo_scale(cairo, scale, scale)
        cairo_set_source_surface(cairo, image, 0, 0)
        cairo_paint(cairo)
        cairo_restore(cairo)
    }

    private struct Reading {
        var rest: Slice<UnsafeBufferPointer<UInt8>>
    }

    private static func image(_ png: [UInt8]) -> OpaquePointer? {
        png.withUnsafeBufferPointer { bytes in
            var reading = Reading(rest: bytes[...])
            let image = withUnsafeMutablePointer(to: &reading) { reading in
                cairo_image_surface_create_from_png_stream(PDFCanvas.read, reading)
            }
            guard cairo_surface_status(image) == CAIRO_STATUS_SUCCESS,
                cairo_image_surface_get_height(image) > 0
            else {
                cairo_surface_destroy(image)
                return nil
            }
            return image
        }
    }

    private static let read: cairo_read_func_t = { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
        let reading = closure.assumingMemoryBound(to: Reading.self)
        let part = reading.pointee.rest.prefix(Int(length))
        guard part.count == Int(length) else { return CAIRO_STATUS_READ_ERROR }
        for (index, byte) in part.enumerated() { data[index] = byte }
        reading.pointee.rest = reading.pointee.rest.dropFirst(Int(length))
        return CAIRO_STATUS_SUCCESS
    }
}
