import Civic
import FoundationEssentials
import Papers

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder that appears whole or not at all: it is filled under another name beside its place.
struct DraftFolder {
    /// Where it will stand.
    private let place: String
    /// Where it is filled.
    let path: String

    /// - Throws: when something is at `place` already, except an empty folder.
    init(_ place: String) throws(Problem) {
        let trimmed = place.count > 1 && place.hasSuffix("/") ? String(place.dropLast()) : place
        self.place = trimmed
        path = "\(trimmed).partial-\(getpid())"
        if FileManager.default.fileExists(atPath: trimmed) {
            let files = try? FileManager.default.contentsOfDirectory(atPath: trimmed)
            guard let files, files.isEmpty else { throw DraftFolder.taken(trimmed) }
        }
        try make(path)
    }

    /// Makes a folder inside the draft and returns its path.
    func folder(_ name: String) throws(Problem) -> String {
        let inner = "\(path)/\(name)"
        try make(inner)
        return inner
    }

    private func make(_ path: String) throws(Problem) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
        } catch {
            throw WriteFault.problem(place, errno)
        }
    }

    /// Puts the finished folder in its place.
    func publish() throws(Problem) {
        guard rename(path, place) == 0 else { throw WriteFault.problem(place, errno) }
    }

    /// Removes what was written so far.
    func discard() { try? FileManager.default.removeItem(atPath: path) }

    private static func taken(_ path: String) -> Problem {
        Problem(
            .input, "synth-folder-taken",
            Phrase("Folder tujuan sudah berisi berkas.", en: "The output folder is not empty."),
            at: Spot(file: path),
            do: Phrase(
                "Pilih folder baru, atau kosongkan folder itu.",
                en: "Choose a new folder, or empty that one."))
    }
}
