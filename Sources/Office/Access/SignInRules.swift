import Civic

/// The figures of `Data/access/sign-in.tsv`: how signing in is kept safe.
package struct SignInRules: Sendable {
    /// How often something may be tried within a time.
    package struct Limit: Sendable {
        package let tries: Int
        package let minutes: Int
    }

    /// How long a session lasts.
    package let sessionMinutes: Int
    /// How long it may lie idle, and when it warns.
    package let idleMinutes: Int
    package let warningMinutes: Int
    /// How long the second factor may take after the password.
    package let halfMinutes: Int
    /// For one login from one address.
    package let address: Limit
    /// For one login from all addresses together.
    package let login: Limit
    /// For the codes of one account.
    package let factor: Limit
    package let passwordLength: Int
    package let codes: Int
    /// From so few codes on a new list is wanted.
    package let codesLow: Int

    init(_ table: Table) throws(Problem) {
        var values: [String: Int] = [:]
        for row in table.rows {
            let value = Int(try row.integer("value"))
            guard value > 0 else { throw row.wrong("value", "\(value)") }
            values[try row.text("rule")] = value
        }
        func value(_ rule: String) throws(Problem) -> Int {
            guard let value = values[rule] else { throw SignInRules.missing(rule, table.name) }
            return value
        }
        func limit(_ rule: String) throws(Problem) -> Limit {
            Limit(tries: try value("\(rule)-tries"), minutes: try value("\(rule)-minutes"))
        }
        sessionMinutes = try value("session-minutes")
        idleMinutes = try value("idle-minutes")
        warningMinutes = try value("warning-minutes")
        halfMinutes = try value("half-minutes")
        address = try limit("address")
        login = try limit("login")
        factor = try limit("factor")
        passwordLength = try value("password-characters")
        codes = try value("printed-codes")
        codesLow = try value("printed-codes-low")
    }

    private static func missing(_ rule: String, _ file: String) -> Problem {
        Problem(
            .service, "sign-in-rule-missing",
            Phrase(
                "Aturan masuk \(rule) tidak ada.", en: "The sign-in rule \(rule) is missing."),
            at: Spot(file: file), do: Phrase("Tambahkan barisnya.", en: "Add its line."))
    }
}
