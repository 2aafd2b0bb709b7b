import Civic

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the program says to a terminal: results on standard output, everything else beside it.
enum Terminal {
    static func say(_ line: String) { emit(line + "\n", to: STDOUT_FILENO) }

    static func note(_ line: String) { emit(line + "\n", to: STDERR_FILENO) }

    private static func emit(_ text: String, to descriptor: Int32) {
        Array(text.utf8).withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = write(
                    descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count <= 0 { return }
                rest = rest.dropFirst(count)
            }
        }
    }

    static func quit(_ status: Int32) -> Never { exit(status) }

    /// Redraws the current line of the error stream.
    static func redraw(_ line: String) { emit("\r\u{1B}[2K\(line)", to: STDERR_FILENO) }

    /// A line from standard input, without blanks around it. Whoever sits at a terminal is told what
    /// is awaited, and what is typed is not shown.
    static func secret(_ prompt: Phrase) -> String {
        var before = termios()
        guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &before) == 0 else {
            return Text.trimmed(readLine() ?? "")
        }
        var hidden = before
        hidden.c_lflag &= ~tcflag_t(ECHO)
        emit(prompt.text(language), to: STDERR_FILENO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            note("")
        }
        return Text.trimmed(readLine() ?? "")
    }

    static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 }

    /// The language of messages: Indonesian, unless `SIGAP_LANGUAGE=en` asks for English.
    static var language: Language {
        guard let wanted = getenv("SIGAP_LANGUAGE") else { return .indonesian }
        return Language(rawValue: String(cString: wanted)) ?? .indonesian
    }
}
