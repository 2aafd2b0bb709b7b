package import Civic

/// A new store while it is being filled: nobody finds it in its place before it is published.
package protocol StoreDraft: Sendable {
    var engine: any StoreEngine { get }

    /// Closes the engine and lets the store appear, unless there is one by now.
    func publish() async throws(Problem)

    /// Takes away whatever was made.
    func discard() async
}
