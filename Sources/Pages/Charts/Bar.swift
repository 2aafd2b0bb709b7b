/// The bar in one row of a table: as long as its number against the longest.
enum Bar {
    /// Length in per mille; a number above zero always shows.
    static func length(of count: Int, longest: Int) -> String {
        guard count > 0, longest > 0 else { return "0" }
        return "\(max(4, count * 1000 / longest))"
    }
}
