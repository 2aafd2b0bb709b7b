import Civic

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Names and opening of the files that agencies deliver.
package enum FileName {
    /// The last component of a path.
    package static func last(of path: String) -> String {
        String(path.split(separator: "/").last ?? "")
    }

    /// Without its last ending: `organda.xlsx` becomes `organda`.
    package static func stem(of name: String) -> String {
        guard let point = name.lastIndex(of: "."), point > name.startIndex else { return name }
        return String(name[..<point])
    }

    /// Lower-case letters after the last point.
    package static func ending(of name: String) -> String {
        guard let point = name.lastIndex(of: ".") else { return "" }
        return name[name.index(after: point)...].lowercased()
    }

    static func open(_ path: String) throws(Problem) -> Int32 {
        while true {
            let descriptor = openForReading(path)
            if descriptor >= 0 { return descriptor }
            let failure = errno
            if failure != EINTR { throw unreadable(last(of: path), failure) }
        }
    }

    static func unreadable(_ name: String, _ code: Int32) -> Problem {
        let reason =
            code == EACCES
            ? Phrase("Berkas tidak boleh dibuka.", en: "The file may not be opened.")
            : Phrase("Berkas tidak dapat dibaca.", en: "The file cannot be read.")
        return Problem(
            .input, "file-unreadable", reason, at: Spot(file: name),
            do: Phrase(
                "Periksa hak baca berkas itu, atau salin ulang dari pengirim.",
                en: "Check that you may read it, or copy it again from the sender."))
    }
}

private func openForReading(_ path: String) -> Int32 { open(path, O_RDONLY | O_CLOEXEC) }
