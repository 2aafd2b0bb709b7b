import Civic
import Store

/// What a transfer has proved, for people and for scripts.
enum TransferText {
    /// Tables, rows and the beginning of each hash, a line each.
    static func table(_ contents: CityContents) -> String {
        contents.tables.map { table in
            "\(table.name)\t\(table.rows)\t\(Hexadecimal.text(Array(table.hash.prefix(8))))"
        }.joined(separator: "\n")
    }

    static func size(_ report: BackupReport) -> String {
        let mebibytes = (report.size + (1 << 20) - 1) >> 20
        return "\(NumberText.grouped(mebibytes)) MiB"
    }
}
