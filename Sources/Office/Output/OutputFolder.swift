package import Civic
import FoundationEssentials
import Papers

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder of results that appears whole or not at all: everything is written beside it first and
/// then takes its place in one step.
package struct OutputFolder: Sendable {
    package let path: String
    let draft: String

    /// - Throws: a problem when the folder holds files that are no earlier results, or its parent
    ///   cannot be written.
    package init(_ path: String) throws(Problem) {
        let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        self.path = trimmed
        draft = "\(trimmed).partial-\(getpid())"
        try OutputFolder.requireReplaceable(trimmed)
        try OutputFolder.create(draft, shownAs: trimmed)
    }

    func file(_ name: String) -> String { "\(draft)/\(name)" }

    /// Puts the finished folder in its place.
    func publish() throws(Problem) {
        let manager = FileManager.default
        let old = "\(path).old-\(getpid())"
        let hadEarlier = manager.fileExists(atPath: path)
        if hadEarlier, rename(path, old) != 0 { throw failure(errno) }
        if rename(draft, path) != 0 {
            let code = errno
            if hadEarlier { _ = rename(old, path) }
            throw failure(code)
        }
        if hadEarlier { try? manager.removeItem(atPath: old) }
    }

    /// Removes what was written so far.
    package func discard() { try? FileManager.default.removeItem(atPath: draft) }

    private func failure(_ code: Int32) -> Problem { WriteFault.problem(path, code) }

    /// An empty folder or one with an earlier result may be replaced; anything else is somebody's
    /// work.
    private static func requireReplaceable(_ path: String) throws(Problem) {
        let manager = FileManager.default
        var isFolder = false
        guard manager.fileExists(atPath: path, isDirectory: &isFolder) else { return }
        let names = (try? manager.contentsOfDirectory(atPath: path)) ?? []
        if isFolder,
            names.isEmpty || names.contains("summary.json") || names.contains("linkage.json")
        {
            return
        }
        throw Problem(
            .input, "output-not-empty",
            Phrase(
                "\"\(path)\" sudah ada dan bukan hasil SIGAP.",
                en: "\"\(path)\" exists and is no result of SIGAP."),
            do: Phrase("Pilih nama folder lain.", en: "Choose another folder name."))
    }

    private static func create(_ draft: String, shownAs path: String) throws(Problem) {
        if mkdir(draft, 0o700) == 0 { return }
        let code = errno
        if code == EEXIST {
            try? FileManager.default.removeItem(atPath: draft)
            if mkdir(draft, 0o700) == 0 { return }
        }
        if code == ENOENT {
            throw Problem(
                .input, "output-parent-missing",
                Phrase(
                    "Folder induk dari \"\(path)\" tidak ada.",
                    en: "The folder that should hold \"\(path)\" does not exist."),
                do: Phrase("Buat dulu foldernya.", en: "Create it first."))
        }
        throw WriteFault.problem(path, code)
    }
}
