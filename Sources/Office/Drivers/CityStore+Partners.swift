package import Civic
import Programme
package import Store

/// What platforms sent goes into the next run like a file of the agency they deliver as.
extension SentDrivers {
    /// The list as separated text, which never leaves memory. Rows stand at the partner's own row
    /// numbers where a head fits above them.
    func keptList(as agency: String) -> KeptList {
        var text: [UInt8] = Array("NIK,Nama,Tanggal lahir,No HP,Tanggal persetujuan\n".utf8)
        var record = 1
        for row in rows {
            while record + 1 < row.record {
                text.append(UInt8(ascii: "\n"))
                record += 1
            }
            let name = row.name.replacing("\"", with: "\"\"")
            let line =
                "\(row.nik.revealed()),\"\(name)\",\(row.birth.iso),0\(row.phone.digits),\(row.consent.iso)\n"
            text.append(contentsOf: line.utf8)
            record += 1
        }
        return KeptList(source: "mitra-\(self.agency)-\(list)", agency: agency, text: text)
    }
}

extension CityStore {
    /// Everything that platforms sent and that is still kept.
    package func keptDrivers(_ terms: PartnerTerms) async throws(Problem) -> [KeptList] {
        try await sentDrivers().compactMap { sent in
            terms.partner(sent.agency).map { sent.keptList(as: $0.deliversAs) }
        }
    }

    /// Begins a sample city with agreements; those that it has already stay as they are.
    package func addSampleAgreements(_ terms: PartnerTerms, by act: Act) async throws(Problem) {
        let known = Set(try await agreements().map(\.terms.number))
        for agreement in terms.sampleAgreements where !known.contains(agreement.number) {
            try await addAgreement(agreement, by: act)
        }
    }
}
