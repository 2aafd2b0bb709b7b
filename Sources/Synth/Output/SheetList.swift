import Civic

/// A list as an Excel workbook, the way agencies make them: a title in merged cells above the
/// header, other sheets, dates as numbers, and identity numbers that have become numbers.
///
/// `Papers` writes workbooks too, and refuses exactly this: there sixteen digits stay text.
final class SheetList: RowSink {
    private let zip: StoredZip
    private let layout: ListLayout
    private var xml: [UInt8] = []
    private var rows = 0

    private static let pieceSize = 1 << 18

    var padsRows: Bool { false }

    init(_ path: String, _ layout: ListLayout) throws(Problem) {
        zip = try StoredZip(path)
        self.layout = layout
        let sheets = [layout.sheet] + (layout.otherSheet.map { [$0] } ?? [])
        for (name, text) in SheetParts.all(sheets: sheets) {
            try zip.begin(name)
            try zip.append(Array(text.utf8))
        }
        try zip.begin("xl/worksheets/sheet1.xml")
        xml.append(contentsOf: SheetParts.sheetStart.utf8)
    }

    func write(_ row: borrowing RowBuffer) throws(Problem) {
        rows += 1
        guard row.count > 0 else { return }
        xml.append(contentsOf: "<row r=\"".utf8)
        Digits.append(rows, width: 1, to: &xml)
        xml.append(contentsOf: "\">".utf8)
        for index in 0..<row.count where !row.cell(index).isEmpty {
            xml.append(contentsOf: "<c r=\"".utf8)
            xml.append(65 + UInt8(index))
            Digits.append(rows, width: 1, to: &xml)
            append(row.cell(index), row.kind(index))
        }
        xml.append(contentsOf: "</row>".utf8)
        if xml.count >= SheetList.pieceSize { try flush() }
    }

    private func append(_ cell: ArraySlice<UInt8>, _ kind: RowBuffer.Kind) {
        switch kind {
        case .text:
            xml.append(contentsOf: "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8)
            for byte in cell {
                switch byte {
                case UInt8(ascii: "&"): xml.append(contentsOf: "&amp;".utf8)
                case UInt8(ascii: "<"): xml.append(contentsOf: "&lt;".utf8)
                case UInt8(ascii: ">"): xml.append(contentsOf: "&gt;".utf8)
                default: xml.append(byte)
                }
            }
            xml.append(contentsOf: "</t></is></c>".utf8)
        case .number, .date:
            xml.append(contentsOf: (kind == .date ? "\" s=\"1\"><v>" : "\"><v>").utf8)
            xml.append(contentsOf: cell)
            xml.append(contentsOf: "</v></c>".utf8)
        }
    }

    private func flush() throws(Problem) {
        try zip.append(xml)
        xml.removeAll(keepingCapacity: true)
    }

    func finish() throws(Problem) {
        xml.append(contentsOf: "</sheetData>".utf8)
        if !layout.title.isEmpty {
            let last = Character(UnicodeScalar(65 + UInt8(layout.columns.count - 1)))
            let merged = (1...layout.title.count).map { "<mergeCell ref=\"A\($0):\(last)\($0)\"/>" }
            xml.append(contentsOf: "<mergeCells>\(merged.joined())</mergeCells>".utf8)
        }
        xml.append(contentsOf: "</worksheet>".utf8)
        try flush()
        if let name = layout.otherSheet {
            try zip.begin("xl/worksheets/sheet2.xml")
            try zip.append(Array(SheetParts.summarySheet(name).utf8))
        }
        try zip.finish()
    }
}
