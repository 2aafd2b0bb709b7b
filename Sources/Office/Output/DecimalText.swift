/// Decimals with a point, as data files write them.
enum DecimalText {
    /// `value` rounded half away from zero to `places` decimals.
    static func fixed(_ value: Double, _ places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = Int64((value.magnitude * scale).rounded())
        let whole = scaled / Int64(scale)
        let fraction = String(scaled % Int64(scale))
        let padding = String(repeating: "0", count: max(0, places - fraction.utf8.count))
        let sign = value < 0 && scaled > 0 ? "-" : ""
        return places == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(padding)\(fraction)"
    }
}
