package import Civic

/// The city's choices about monthly bills.
package struct BillPolicy: Sendable {
    /// Whose months are put on a bill.
    package let billed: Set<MemberState>
    package let source: Citation

    package init(billed: Set<MemberState>, source: Citation) {
        self.billed = billed
        self.source = source
    }
}
