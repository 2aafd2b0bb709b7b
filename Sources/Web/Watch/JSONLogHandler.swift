import Civic
import Jamsostek
package import Logging
import Office
package import Store

/// Log lines as JSON objects, one a line: `at` (UTC), `level`, `message`, then what is told about it.
package struct JSONLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level = .info
    package var metadataProvider: Logger.MetadataProvider?

    private let now: @Sendable () -> Instant
    private let write: @Sendable (String) -> Void

    /// - Parameters:
    ///   - now: the time.
    ///   - write: takes one line, without its end.
    package init(
        now: @escaping @Sendable () -> Instant = { .now() },
        write: @escaping @Sendable (String) -> Void
    ) {
        self.now = now
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var fields = metadata
        fields.merge(metadataProvider?.get() ?? [:]) { $1 }
        fields.merge(event.metadata ?? [:]) { $1 }
        var members: [JSONValue.Member] = [
            .init("at", .string(JSONLogHandler.text(of: now()))),
            .init("level", .string(event.level.rawValue)),
            .init("message", .string("\(event.message)")),
        ]
        if let error = event.error { members.append(.init("error", .string("\(type(of: error))"))) }
        for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
            let name = key == RequestID.metadataKey ? "request_id" : key
            members.append(.init(name, .string("\(value)")))
        }
        write(JSONValue.object(members).text)
    }

    /// As `2026-03-27T09:05:01.250Z`.
    private static func text(of instant: Instant) -> String {
        let dayLength: Int64 = 86_400_000
        let ofDay = Int(instant.milliseconds % dayLength)
        let day = Day(number: Int32(instant.milliseconds / dayLength)).iso
        func padded(_ value: Int, _ width: Int = 2) -> String {
            NumberText.padded(value, to: width)
        }
        let clock = [ofDay / 3_600_000, ofDay / 60_000 % 60, ofDay / 1000 % 60].map { padded($0) }
        return "\(day)T\(clock.joined(separator: ":")).\(padded(ofDay % 1000, 3))Z"
    }
}
