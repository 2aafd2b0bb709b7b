package import Civic

/// What the insurer asks for one fund and month, name by name.
package struct InsurerBill: Sendable {
    package struct Line: Sendable, Hashable {
        /// Row of the file.
        package let row: Int
        package let nik: NIK?
        /// The insurer's number (KPJ).
        package let participant: String?
        package let name: String
        package let amount: Rupiah

        package init(row: Int, nik: NIK?, participant: String?, name: String, amount: Rupiah) {
            self.row = row
            self.nik = nik
            self.participant = participant
            self.name = name
            self.amount = amount
        }
    }

    package let fileName: String
    /// SHA-256 of the file.
    package let digest: String
    package let billingCode: String
    package let lines: [Line]

    package init(fileName: String, digest: String, billingCode: String, lines: [Line]) {
        self.fileName = fileName
        self.digest = digest
        self.billingCode = billingCode
        self.lines = lines
    }
}
