package import Civic
import Programme
package import Store

extension CityStore {
    /// Begins a sample city with agreements; those that it has already stay as they are.
    package func addSampleAgreements(_ terms: PartnerTerms, by act: Act) async throws(Problem) {
        let known = Set(try await agreements().map(\.terms.number))
        for agreement in terms.sampleAgreements where !known.contains(agreement.number) {
            try await addAgreement(agreement, by: act)
        }
    }
}
