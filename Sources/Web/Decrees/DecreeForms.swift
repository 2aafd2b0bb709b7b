import Programme

/// What forms about decrees send.
enum DecreeForms {
    /// The key that makes a form safe to send twice; one of its own for a form without.
    static func key(_ form: [String: String]) -> String {
        let key = String((form["kunci"] ?? "").prefix(64))
        return key.isEmpty ? FormKey.new() : key
    }

    /// What is to become of people of a draft: `keluar`, `tetap`, or `batal` for neither.
    static func word(_ form: [String: String]) -> (isKnown: Bool, word: DraftWord?) {
        switch form["kata"] {
        case "keluar": (true, .omit)
        case "tetap": (true, .keep)
        case "batal": (true, nil)
        default: (false, nil)
        }
    }
}
