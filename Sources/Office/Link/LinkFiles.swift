package import Civic
import Intake
import Linkage
import Papers

/// Writes the results of `sigap link`.
package struct LinkFiles {
    private let run: LinkRun
    private let folder: OutputFolder

    package init(_ run: LinkRun, to folder: OutputFolder) {
        self.run = run
        self.folder = folder
    }

    /// - Throws: the first problem; nothing half-written is left behind.
    package func write() throws(Problem) {
        do throws(Problem) {
            try writeLinks()
            let rows = run.lists.map { list in
                PairFile.Rows(
                    source: list.source, numbers: list.roster.rows.map { Int($0.number) })
            }
            try PairFile.write(run.result.pairs, rows, to: folder.file("pairs.csv"))
            let document = LinkageDocument(
                run.result, sources: run.lists.map { ($0.source, $0.roster.rows.count) },
                earlier: run.earlier)
            try TextFile.write(document.text(), to: folder.file("linkage.json"))
            try folder.publish()
        } catch {
            folder.discard()
            throw error
        }
    }

    private func writeLinks() throws(Problem) {
        var file = try LinksFile(folder.file("links.csv"))
        for (number, list) in run.lists.enumerated() {
            let start = run.result.sourceStarts[number]
            for (offset, row) in list.roster.rows.enumerated() {
                let person = Int(run.result.personOfRow[start + offset]) + 1
                try file.add(list.source, Int(row.number), person: "\(person)")
            }
        }
        try file.finish()
    }
}
