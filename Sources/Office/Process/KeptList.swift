import Civic
import Intake

/// A list that the store keeps, to be read with the files of a run.
package struct KeptList: Sendable {
    /// In the place of a file name without ending.
    package let source: String
    /// Id of the agency whose list it is.
    package let agency: String
    /// Separated text with a head, in memory only.
    package let text: [UInt8]

    package init(source: String, agency: String, text: [UInt8]) {
        self.source = source
        self.agency = agency
        self.text = text
    }

    /// The list as a delivery; nil when it holds nobody.
    func received(by reader: DeliveryReader, _ region: Region) throws(Problem) -> ReceivedDelivery?
    {
        guard let agency = region.agency(agency) else { return nil }
        let sheets = try reader.readSheets(
            try MemoryFile(text), name: "\(source).csv", agency: agency, columns: nil)
        return sheets.lazy.compactMap(\.delivery).first.map {
            ReceivedDelivery(delivery: $0, digest: Fingerprint.of(text), bytes: text.count)
        }
    }
}
