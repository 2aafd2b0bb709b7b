/// Somebody's occupation and whose word it is, as the verdict on informal work keeps it:
/// `sector:base_ojek`.
struct WorkDatum: Equatable {
    enum Origin: String {
        /// Stands on the list of an informal trade.
        case sectorList = "sector"
        /// The welfare register says so.
        case welfareRegister = "welfare"
        /// Only claimed elsewhere.
        case claimed
        /// Not informal.
        case other
    }

    let origin: Origin
    /// Code of the occupation; empty where the list of a trade does not say.
    let occupation: String

    init?(_ text: String?) {
        guard let parts = text?.split(separator: ":", omittingEmptySubsequences: false),
            parts.count == 2, let origin = Origin(rawValue: String(parts[0]))
        else { return nil }
        self.origin = origin
        occupation = String(parts[1])
    }
}
