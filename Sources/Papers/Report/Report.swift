/// A report of one page to print, as a page that needs nothing but itself.
package struct Report: Sendable {
    /// One finding: a large number and what it counts.
    package struct Figure: Sendable {
        package let value: String
        package let label: String

        package init(_ value: String, _ label: String) {
            self.value = value
            self.label = label
        }
    }

    package struct Section: Sendable {
        package let title: String
        package let note: String?
        package let headings: [String]
        /// Cells by row; all but the first column are set flush right.
        package let rows: [[String]]

        package init(title: String, note: String? = nil, headings: [String], rows: [[String]]) {
            self.title = title
            self.note = note
            self.headings = headings
            self.rows = rows
        }
    }

    package let title: String
    package let subtitle: String
    package let figures: [Figure]
    package let sections: [Section]
    package let footer: String

    package init(
        title: String, subtitle: String, figures: [Figure], sections: [Section], footer: String
    ) {
        self.title = title
        self.subtitle = subtitle
        self.figures = figures
        self.sections = sections
        self.footer = footer
    }

    package var html: String {
        let cards = figures.map { figure in
            "<li><b>\(escape(figure.value))</b><span>\(escape(figure.label))</span></li>"
        }
        return """
            <!doctype html>
            <html lang="id"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>\(escape(title))</title><style>\(Report.style)</style></head><body>
            <header><h1>\(escape(title))</h1><p>\(escape(subtitle))</p></header>
            <ul class="figures">\(cards.joined())</ul>
            <main>\(sections.map(table).joined(separator: "\n"))</main>
            <footer>\(escape(footer))</footer>
            </body></html>

            """
    }

    private func table(_ section: Section) -> String {
        let head = section.headings.map { "<th scope=\"col\">\(escape($0))</th>" }.joined()
        let rows = section.rows.map { row in
            let cells = row.enumerated().map { index, cell in
                index == 0 ? "<th scope=\"row\">\(escape(cell))</th>" : "<td>\(escape(cell))</td>"
            }
            return "<tr>\(cells.joined())</tr>"
        }
        let note = section.note.map { "<p>\(escape($0))</p>" } ?? ""
        return """
            <section><h2>\(escape(section.title))</h2>\(note)<table><thead><tr>\(head)</tr></thead>\
            <tbody>\(rows.joined())</tbody></table></section>
            """
    }

    private func escape(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    private static let style = """
        @page{size:A4;margin:14mm}*{box-sizing:border-box}
        body{margin:0 auto;max-width:60rem;padding:1rem;background:#fff;color:#1f2421;font:10.5pt/1.4 "Liberation Sans",Arial,sans-serif}
        header{border-bottom:4px solid #f4b63f;padding-bottom:.5rem}h1{font-size:1.35rem;margin:0;color:#0b5a45}
        header p{margin:.15rem 0 0;color:#4a524d}h2{font-size:1rem;margin:0 0 .25rem}
        .figures{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(7.5rem,1fr));gap:.5rem;padding:0;margin:.75rem 0}
        .figures li{border:1px solid #d9cfbd;border-radius:8px;padding:.4rem .6rem}.figures b{display:block;font-size:1.25rem;font-variant-numeric:tabular-nums}
        .figures span{color:#4a524d;font-size:.8rem}
        main{columns:2 21rem;column-gap:1.25rem}section{break-inside:avoid;margin:0 0 .9rem}section p{margin:0 0 .3rem;font-size:.85rem;color:#4a524d}
        table{border-collapse:collapse;width:100%;font-size:.8rem;font-variant-numeric:tabular-nums}
        th,td{border-bottom:1px solid #d9cfbd;padding:.12rem .3rem;text-align:left;vertical-align:top;font-weight:400}
        thead th{background:#f1ebdf;font-weight:700}td,thead th:not(:first-child){text-align:right}
        footer{border-top:1px solid #d9cfbd;color:#4a524d;font-size:.75rem;padding-top:.3rem;overflow-wrap:anywhere}
        """
}
