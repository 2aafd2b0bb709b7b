/// A sheet of paper, measured in points (72 to the inch) as PDF measures.
package struct PaperSize: Hashable, Sendable {
    package let width: Double
    package let height: Double

    package init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// 215 by 330 mm, the paper of Indonesian offices and legal products.
    package static let f4 = PaperSize(width: 215.mm, height: 330.mm)
    package static let a4 = PaperSize(width: 210.mm, height: 297.mm)
    /// 148 by 210 mm lying on its side, as receipts are written.
    package static let a5Landscape = PaperSize(width: 210.mm, height: 148.mm)

    package var turned: PaperSize { PaperSize(width: height, height: width) }
}

/// The white around the text of a page.
package struct Margins: Hashable, Sendable {
    package var left: Double
    package var right: Double
    package var top: Double
    package var bottom: Double

    package init(left: Double, right: Double, top: Double, bottom: Double) {
        self.left = left
        self.right = right
        self.top = top
        self.bottom = bottom
    }

    /// 3 cm on the left, where papers are bound, 2.5 cm elsewhere.
    package static let office = Margins(left: 30.mm, right: 25.mm, top: 25.mm, bottom: 25.mm)
    /// 1.5 cm all around, for small paper.
    package static let small = Margins(left: 15.mm, right: 15.mm, top: 12.mm, bottom: 14.mm)
}

extension Double {
    /// A length in millimetres, in points.
    package var mm: Double { self * 72 / 25.4 }
}

extension Int {
    /// A length in millimetres, in points.
    package var mm: Double { Double(self).mm }
}
