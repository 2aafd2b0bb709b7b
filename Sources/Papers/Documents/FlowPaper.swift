package import Civic

/// A paper of running text and tables, made from values alone: the same values give the same bytes.
package protocol FlowPaper: Sendable {
    var flow: Flow { get }
}

extension FlowPaper {
    /// Sets the paper in the file at `path`, which appears there whole or not at all, readable by
    /// its owner only.
    ///
    /// - Returns: The number of pages.
    /// - Throws: `paper-font` when a typeface is missing, `disk-full`, and other problems of the
    ///   disk or of what is to be set.
    @discardableResult
    package func pdf(to path: String) throws(Problem) -> Int { try flow.pdf(to: path) }

    /// The bytes of the paper. Long ones are better set in a file, which does not wait in memory.
    ///
    /// - Throws: `paper-font` when a typeface is missing, and problems of what is to be set.
    package func pdf() throws(Problem) -> [UInt8] { try flow.pdf() }
}
