package import Civic
import Intake
import Programme
package import Store

/// What platforms sent, as further lists of a run: each goes in like a file of the agency that its
/// platform delivers as.
package enum DriverDeliveries {
    /// Every list of which rows are still kept, read by the rules of `region`.
    package static func all(
        of store: CityStore, _ region: Region, asOf: Day
    ) async throws(Problem) -> [ReceivedDelivery] {
        let reader = DeliveryReader(context: region.intake(asOf: asOf))
        var deliveries: [ReceivedDelivery] = []
        for sent in try await store.sentDrivers() {
            guard let partner = region.partners.partner(sent.agency),
                let agency = region.agency(partner.deliversAs)
            else { continue }
            let text = text(of: sent.rows)
            let sheets = try reader.readSheets(
                try MemoryFile(text), name: "mitra-\(sent.agency)-\(sent.list).csv",
                agency: agency, columns: nil)
            guard let delivery = sheets.lazy.compactMap(\.delivery).first else { continue }
            deliveries.append(
                ReceivedDelivery(
                    delivery: delivery, digest: Fingerprint.of(text), bytes: text.count))
        }
        return deliveries
    }

    /// Separated text, which never leaves memory. Rows stand at the partner's own row numbers where
    /// a head fits above them.
    private static func text(of rows: [DriverRow]) -> [UInt8] {
        var text: [UInt8] = Array("NIK,Nama,Tanggal lahir,No HP,Tanggal persetujuan\n".utf8)
        var record = 1
        for row in rows {
            while record + 1 < row.record {
                text.append(UInt8(ascii: "\n"))
                record += 1
            }
            let name = row.name.replacing("\"", with: "\"\"")
            let facts = "\(row.birth.iso),0\(row.phone.digits),\(row.consent.iso)"
            text.append(contentsOf: "\(row.nik.revealed()),\"\(name)\",\(facts)\n".utf8)
            record += 1
        }
        return text
    }
}
