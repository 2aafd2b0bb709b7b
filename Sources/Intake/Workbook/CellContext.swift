import Civic

/// What a cell's text depends on besides its own bytes.
struct CellContext {
    let shared: SharedTexts
    let styles: CellStyles
    let countsFrom1904: Bool
    let limits: WorkbookLimits

    /// Turns what the file holds of a cell, which lies in `bytes` from `start` to the end, into what
    /// a person sees in it.
    func finish(
        _ bytes: inout [UInt8], from start: Int, type: CellType, style: Int
    ) throws(WorkbookFault) {
        guard bytes.count > start else { return }
        switch type {
        case .number: finishNumber(&bytes, from: start, kind: styles.kind(ofStyle: style))
        case .shared: try finishShared(&bytes, from: start)
        case .text: EscapedText.decode(&bytes, from: start)
        case .boolean: finishBoolean(&bytes, from: start)
        case .error: bytes.removeSubrange(start...)
        case .date: finishDate(&bytes, from: start)
        }
    }

    private func finishNumber(_ bytes: inout [UInt8], from start: Int, kind: NumberKind) {
        guard kind != .number, let serial = CellNumber.value(bytes, from: start) else {
            return CellNumber.rewrite(&bytes, from: start)
        }
        let end = bytes.count
        if SerialDate.append(serial, kind: kind, countsFrom1904: countsFrom1904, to: &bytes) {
            bytes.removeSubrange(start..<end)
        } else {
            CellNumber.rewrite(&bytes, from: start)
        }
    }

    private func finishShared(_ bytes: inout [UInt8], from start: Int) throws(WorkbookFault) {
        var index = 0
        for at in start..<bytes.count {
            guard let digit = ASCII.digit(bytes[at]), index < limits.sharedTextsMax
            else { throw .damaged }
            index = index * 10 + digit
        }
        bytes.removeLast(bytes.count - start)
        guard let range = shared.range(index) else { throw .damaged }
        guard start + range.count <= limits.rowBytesMax else { throw .tooLarge }
        shared.bytes.withUnsafeBufferPointer {
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
        }
    }

    private func finishBoolean(_ bytes: inout [UInt8], from start: Int) {
        let first = ASCII.upper(bytes[start])
        let isTrue = first == UInt8(ascii: "1") || first == UInt8(ascii: "T")
        bytes.removeSubrange(start...)
        bytes.append(contentsOf: isTrue ? "TRUE".utf8 : "FALSE".utf8)
    }

    /// `1987-08-17T00:00:00` loses its time.
    private func finishDate(_ bytes: inout [UInt8], from start: Int) {
        let dateBytes = 10
        if bytes.count > start + dateBytes, bytes[start + dateBytes] == UInt8(ascii: "T") {
            bytes.removeSubrange((start + dateBytes)...)
        }
    }
}
