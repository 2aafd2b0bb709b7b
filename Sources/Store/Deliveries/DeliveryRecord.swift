package import Civic

/// One list as it was read in the latest run, and how far it can be trusted.
package struct DeliveryRecord: Sendable, Hashable {
    /// Name of the file without its ending.
    package let source: String
    package let file: String
    /// Id of the agency.
    package let agency: String
    /// SHA-256 of the file, hexadecimal.
    package let digest: String
    /// Records read; the sum of the next three.
    package let read: Int
    package let linked: Int
    package let rejected: Int
    /// Headers, totals and blank rows.
    package let idle: Int
    /// Different people on the list.
    package let people: Int
    package let dataDay: Day?
    package let receivedAt: Instant
    /// How many values could not be used, by code.
    package let faults: [String: Int]
    package let warnings: [DeliveryWarning]

    /// How many values could not be used.
    package var faultCount: Int { faults.values.reduce(0, +) }
}
