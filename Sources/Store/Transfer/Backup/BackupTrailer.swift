import Civic

/// The end of a backup: what its rows must come to.
struct BackupTrailer: Sendable, Hashable {
    var contents: CityContents
    /// The number of the last event of the journal.
    var events: Int

    var encoded: [UInt8] {
        var json = JSONText()
        let tables: [[String?]] = contents.tables.map {
            [$0.name, String($0.rows), Base64.text($0.hash)]
        }
        json.list([["", String(events), ""]] + tables) { json, line in json.list(line) }
        return json.bytes
    }

    init(contents: CityContents, events: Int) {
        self.contents = contents
        self.events = events
    }

    init(decoding bytes: [UInt8]) throws(Problem) {
        let lines = try StoredList.rows(String(decoding: bytes, as: UTF8.self)).map {
            $0.compactMap(\.self)
        }
        guard let head = lines.first, lines.allSatisfy({ $0.count == 3 }), let events = Int(head[1])
        else { throw Problem.backupDamaged() }
        self.events = events
        contents = CityContents()
        for line in lines.dropFirst() {
            guard let rows = Int(line[1]), let hash = Base64.bytes(line[2]) else {
                throw Problem.backupDamaged()
            }
            contents.tables.append(CityContents.Table(name: line[0], rows: rows, hash: hash))
        }
    }
}
