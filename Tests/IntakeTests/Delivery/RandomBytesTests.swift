import Civic
import Intake
import Testing

/// Twenty thousand small files of random bytes: whatever they hold, the reader answers, and what it
/// keeps is no larger than what it was given.
struct RandomBytesTests {
    @Test(arguments: 0..<4)
    func `random bytes never stop the reader`(_ part: Int) throws {
        var generator = SeededGenerator(seed: UInt64(140 + part))
        let reader = DeliveryReader(context: City.context)
        let file = ListFile([])
        var read = 0
        for round in 0..<5_000 {
            let bytes = RandomBytes.file(round, &generator)
            file.rewrite(bytes)
            guard
                let found = try? reader.read(
                    path: file.path, source: "x", agency: City.offices[.nomination]
                ).first
            else { continue }
            read += 1
            let kept = found.roster.text.count + found.rejects.text.count
            let isSound =
                found.counts.addUp && found.roster.rows.count == found.counts.linked
                && found.counts.read <= bytes.count + 1 && kept <= bytes.count * 6 + 400
                && found.rejects.entries.count <= bytes.count
            if !isSound { Issue.record("seed \(140 + part), round \(round): \(bytes)") }
        }
        #expect(read > 1_000)
    }
}

private enum RandomBytes {
    private static let headers = [
        "NIK,Nama\n", "NIK;Nama;Alamat;Tgl Lahir;JK;No HP;RT/RW;Desil\n", "",
    ]
    private static let scraps = [
        "3275011708850001", "3.27501E+15", "E+", "\"", "\"\"", ",", ";", "\n", "\r\n", "\r", "\t",
        "|",
        "Budi", "Kel. Kota", "RT/RW 3", "17-08-1985", "Agustus", "\u{a0}", "é", "'", "TOTAL", "0",
        "=",
        "99999999999999999999999", "\u{feff}", "1e9", "-", "Jl. RT", "31276", "PK", "62",
    ].map { Array($0.utf8) }

    static func file(_ round: Int, _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = Array(headers[round % 3].utf8)
        for _ in 0..<Int.random(in: 0...40, using: &generator) {
            if Int.random(in: 0...5, using: &generator) == 0 {
                bytes.append(UInt8.random(in: 0...255, using: &generator))
            } else {
                bytes += scraps[Int.random(in: 0..<scraps.count, using: &generator)]
            }
        }
        return bytes
    }
}
