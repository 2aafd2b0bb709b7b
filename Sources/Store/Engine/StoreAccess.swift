/// What a store is opened for.
package enum StoreAccess: Sendable {
    /// To be made; there must be none.
    case create
    /// For reading and writing.
    case write
    /// For reading, and for short changes beside whoever writes.
    case share
    /// For reading only, beside whoever writes.
    case read
}
