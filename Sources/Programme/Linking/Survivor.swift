package import Civic

/// One of two people of whom somebody says that they are one, as far as it decides under which
/// number they go on.
package struct LinkSide: Sendable, Hashable {
    /// Under which NIKs the civil registry lists the person.
    package let registered: Set<NIK>
    /// How many rows of lists are about the person.
    package let sources: Int
    /// Smaller for whoever was there earlier.
    package let age: Int

    package init(registered: Set<NIK>, sources: Int, age: Int) {
        self.registered = registered
        self.sources = sources
        self.age = age
    }

    /// Whether of the two this one's number and fields stay: those of the civil registry, else
    /// those that more rows speak for, else the older ones.
    package func outlives(_ other: LinkSide) -> Bool {
        if registered.isEmpty != other.registered.isEmpty { return other.registered.isEmpty }
        return (sources, other.age) > (other.sources, age)
    }

    /// Whether the civil registry says that they are two. Somebody who holds against the registry
    /// that they are one is not enough; a second must say so.
    package func isRegisteredApart(from other: LinkSide) -> Bool {
        !registered.isEmpty && !other.registered.isEmpty
            && registered.isDisjoint(with: other.registered)
    }
}
