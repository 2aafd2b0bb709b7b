package import Civic
import FoundationEssentials
package import Linkage
import Papers

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The file in which `sigap link --known` keeps what it knows from one run to the next. It holds
/// identity numbers and names, so only its owner may read it.
package struct KnownFile: Sendable {
    private let path: String

    package init(_ path: String) { self.path = path }

    package var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// - Throws: a problem when the file cannot be read, is damaged, or is of another version.
    package func read() throws(Problem) -> KnownPeople {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unusable() }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size > 0 else { throw unusable() }
        let size = Int(status.st_size)
        guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
            memory != MAP_FAILED
        else { throw unusable() }
        defer { munmap(memory, size) }
        guard let known = KnownPeople(UnsafeRawBufferPointer(start: memory, count: size)) else {
            throw unusable()
        }
        return known
    }

    /// Puts the new state in the place of the old one, in one step.
    ///
    /// - Throws: a problem when the disk is full or must not be written; the old state stays.
    package func write(_ known: KnownPeople) throws(Problem) {
        let draft = "\(path).partial-\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw WriteFault.problem(path, errno) }
        do throws(Problem) {
            defer { close(descriptor) }
            try known.write { (bytes) throws(Problem) in
                try TextFile.writeAll(bytes, to: descriptor, named: path)
            }
            if fsync(descriptor) != 0 { throw WriteFault.problem(path, errno) }
        } catch {
            unlink(draft)
            throw error
        }
        if rename(draft, path) != 0 {
            let code = errno
            unlink(draft)
            throw WriteFault.problem(path, code)
        }
    }

    private func unusable() -> Problem {
        Problem(
            .input, "known-unusable",
            Phrase(
                "Berkas ini rusak, atau bukan dari versi program ini.",
                en: "This file is damaged, or not of this version of the program."),
            at: Spot(file: String(path.split(separator: "/").last ?? "")),
            do: Phrase(
                "Pakai salinannya, atau hapus berkas ini lalu cocokkan semua daftar dari awal.",
                en: "Use a copy of it, or remove the file and link all lists from the start."))
    }
}
