import Civic

/// What `sigap calc` prints: one JSON object with the keys of the command contract and the titles of
/// the sources it rests on.
package struct CalculatorAnswer: Hashable, Sendable {
    package let json: JSONValue

    /// - Parameters:
    ///   - members: the answer, in order.
    ///   - rules: titles of the sources.
    init(_ members: [JSONValue.Member], rules: [Citation]) {
        let titles = rules.map { JSONValue.string($0.title) }
        json = .object(members + [JSONValue.Member("rules", .array(titles))])
    }

    /// One line of JSON.
    package var line: String { json.text }
}

extension JSONValue {
    static func rupiah(_ amount: Rupiah) -> JSONValue { .integer(amount.amount) }

    static func count(_ count: Int) -> JSONValue { .integer(Int64(count)) }

    static func day(_ day: Day?) -> JSONValue { day.map { .string($0.iso) } ?? .null }
}

extension Law {
    /// The answer to a question about benefits; `scholarships` tells whether the benefit can bring
    /// scholarships.
    func answer(_ award: BenefitAward, scholarships: Bool) -> CalculatorAnswer {
        let items = award.items.map { item in
            JSONValue.object([
                JSONValue.Member("code", .string(item.code.rawValue)),
                JSONValue.Member("amount", .rupiah(item.amount)),
            ])
        }
        var members = [
            JSONValue.Member("items", .array(items)),
            JSONValue.Member("total", .rupiah(award.total)),
        ]
        if scholarships {
            members += [
                JSONValue.Member("scholarship_per_year", .rupiah(award.scholarshipPerYear)),
                JSONValue.Member("scholarship_max", .rupiah(award.scholarshipMax)),
            ]
        }
        if let note = award.note {
            members.append(JSONValue.Member("note", .string(note.rawValue)))
        }
        return CalculatorAnswer(members, rules: citations(of: award.rules))
    }
}
