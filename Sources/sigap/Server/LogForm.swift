import ArgumentParser
import Logging
import Web

/// In which form a server writes its log to standard error.
enum LogForm: String, ExpressibleByArgument, CaseIterable {
    case text
    case json

    /// A human sees what needs attention; a machine that collects lines sees every request as well.
    func logger() -> Logger {
        switch self {
        case .text:
            var logger = Logger(label: "sigap") { StreamLogHandler.standardError(label: $0) }
            logger.logLevel = .warning
            return logger
        case .json:
            return Logger(label: "sigap") { _ in JSONLogHandler(write: Terminal.note) }
        }
    }
}
