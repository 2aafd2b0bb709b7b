package import Jamsostek
package import Office

/// What every page may have to say about the city and the law, loaded once when the server starts.
package struct CityFacts: Sendable {
    package let region: Region
    package let law: Law
    /// True for a sample city in which every person is invented.
    package let isSample: Bool

    package init(region: Region, law: Law, isSample: Bool) {
        self.region = region
        self.law = law
        self.isSample = isSample
    }
}
