/// Something that the database itself does or refuses whenever rows of a table change, whoever
/// changes them. Portable: each engine writes it in its own words.
package struct SQLTrigger: Sendable, Hashable {
    package enum Event: String, Sendable {
        case insert = "INSERT"
        case update = "UPDATE"
        case delete = "DELETE"
    }

    package enum Effect: Sendable, Hashable {
        /// The change does not happen; `store-conflict` tells why in a few English words.
        case refuse(String)
        /// After each changed row these statements run, without semicolons. `NEW.column` and
        /// `OLD.column` are the row's values.
        case run([String])
    }

    package let name: String
    package let table: String
    package let event: Event
    /// When it applies, in terms of `NEW` and `OLD`; always without it.
    package let condition: String?
    package let effect: Effect

    package init(
        _ name: String, on table: String, _ event: Event, when condition: String? = nil,
        _ effect: Effect
    ) {
        self.name = name
        self.table = table
        self.event = event
        self.condition = condition
        self.effect = effect
    }

    /// What keeps the rows of `table` as they were written.
    static func appendOnly(_ table: String) -> [SQLTrigger] {
        [Event.update, .delete].map { event in
            SQLTrigger(
                "\(table)_refuses_\(event.rawValue.lowercased())", on: table, event,
                .refuse("\(table) is append-only"))
        }
    }

    /// Tells one definition from another, for the checksum of a step.
    var text: String {
        let effect =
            switch effect {
            case .refuse(let message): "refuse \(message)"
            case .run(let statements): statements.joined(separator: ";")
            }
        return "\(name) \(table) \(event.rawValue) \(condition ?? "") \(effect)\n"
    }
}
