import Testing

/// What a long table must look like on its pages, whatever its length.
struct TablePages {
    /// Above the table on its first page.
    var opening: [String]
    var heading: [String]
    var group: String
    var rows: [[String]]
    /// Below the last row.
    var closing: [String]
    var number: String

    /// The rows on each page, after every word of every page was found in its place: headings at the
    /// head of each page, then rows, each of them whole, then the foot.
    func rowsByPage(_ paper: ReadPaper) throws -> [Int] {
        var rest = rows.map { ReadPaper.squeezed($0) }[...]
        var counts: [Int] = []
        for (index, page) in paper.drawn.enumerated() {
            let isLast = index == paper.drawn.count - 1
            var text = page[...]
            try take(index == 0 ? opening + heading + [group] : continued, from: &text)
            var count = 0
            while let row = rest.first, text.hasPrefix(row) {
                text = text.dropFirst(row.count)
                rest = rest.dropFirst()
                count += 1
            }
            counts.append(count)
            if isLast { try take(closing, from: &text) }
            let foot = "Halaman \(index + 1) dari \(paper.drawn.count)"
            #expect(text == ReadPaper.squeezed(number + foot), "page \(index + 1)")
        }
        #expect(rest.isEmpty, "rows that are on no page")
        return counts
    }

    private var continued: [String] {
        heading + (group.isEmpty ? [] : ["\(group) (lanjutan)"])
    }

    private func take(_ expected: [String], from text: inout Substring) throws {
        let expected = ReadPaper.squeezed(expected)
        try #require(text.hasPrefix(expected), "\(text.prefix(300)) does not begin \(expected)")
        text = text.dropFirst(expected.count)
    }
}
