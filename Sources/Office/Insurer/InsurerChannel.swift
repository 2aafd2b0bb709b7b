package import Civic

/// A way by which files reach the insurer and its answers come back. The digest of a file names it,
/// so that one that is sent again is the same one.
package protocol InsurerChannel: Sendable {
    /// - Throws: a problem of kind service when it is worth another try.
    func send(_ file: EnrolmentFile) async throws(Problem)

    /// Every answer to the file so far, the first one first.
    func answers(to digest: String) async throws(Problem) -> [InsurerReply]
}

/// A file that the insurer sent back.
package struct InsurerReply: Sendable, Hashable {
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
