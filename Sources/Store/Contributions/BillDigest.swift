import Civic
import Crypto

/// Who stands on a bill at which amount, in order of the numbers, and the SHA-256 of that.
struct BillDigest {
    let people: Int
    let amount: Rupiah
    let text: String

    private static let form = Array("sigap bill 1\n".utf8)

    init(bill: Int, _ reader: any SQLReader) throws(Problem) {
        var digest = SHA256()
        var bytes = BillDigest.form
        bytes.reserveCapacity(1 << 17)
        var (people, sum) = (0, Int64(0))
        try reader.scan(
            "SELECT number, amount FROM cover_month WHERE bill_id = $1 ORDER BY number",
            [SQLValue(bill)]
        ) { row throws(Problem) in
            row.withBytes(0) { bytes.append(contentsOf: $0) }
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: String(row.integer(1)).utf8)
            bytes.append(UInt8(ascii: "\n"))
            people += 1
            sum += row.integer(1)
            guard bytes.count >= 1 << 16 else { return }
            digest.update(data: bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        digest.update(data: bytes)
        (self.people, amount) = (people, Rupiah(sum))
        text = Hexadecimal.text(Array(digest.finalize()))
    }
}
