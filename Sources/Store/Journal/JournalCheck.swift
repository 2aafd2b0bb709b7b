package import Civic

/// What the verification of a journal found.
package struct JournalCheck: Sendable, Hashable {
    package enum Fault: Sendable, Hashable {
        /// The event with this number is not what was written.
        case altered(Int)
        /// The event with this number is gone.
        case missing(Int)
        /// The event with this number was put behind the last one.
        case added(Int)
        /// What stands at `id` was written as event `from`.
        case moved(id: Int, from: Int)
        /// Every event fits, but the end does not bear the seal of this store's key: the journal was
        /// written anew, or its last events were taken away, by somebody without the key.
        case rewritten
        /// The signed root of this day is forged or gone, or the journal is not what was signed.
        case root(Day)
    }

    /// Events that stand as they were written, before the first fault.
    package let sound: Int
    /// Signed roots that fit, before the first fault.
    package let roots: Int
    /// The first fault; nil when the journal is whole.
    package let fault: Fault?
}
