/// All words of names, addresses and other columns, and how rare each is. With the model it is what
/// a later run needs to weigh pairs as an earlier one did.
struct Vocabulary: Sendable {
    /// Words of people's and mothers' names.
    var names = TokenTable()
    /// Words of addresses.
    var addresses = TokenTable()
    /// Values of further columns, all in one table, so that a cell in the wrong column is known.
    var values = TokenTable()
}
