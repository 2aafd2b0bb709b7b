import Civic

/// The marks of erased people beside the key file, so that a backup from before an erasure can be
/// restored without bringing anybody back.
package struct ErasureList: Sendable {
    private let path: String

    /// The list that belongs to the keys at `path`.
    package init(besideKey path: String) { self.path = "\(path).erased" }

    /// Nothing when nobody was erased yet.
    func marks() throws(Problem) -> Set<ErasureMark> {
        guard SecretFile.exists(at: path) else { return [] }
        var marks: Set<ErasureMark> = []
        for line in try SecretFile.text(at: path).split(separator: "\n") {
            guard let mark = Base64.bytes(String(line)).flatMap({ ErasureMark($0) }) else {
                throw unusable()
            }
            marks.insert(mark)
        }
        return marks
    }

    /// Adds `marks`; they are on the disk when this returns.
    func add(_ marks: Set<ErasureMark>) throws(Problem) {
        try SecretFile.alone(at: path) { () throws(Problem) in
            let known = try self.marks()
            guard !marks.isSubset(of: known) else { return }
            let lines = known.union(marks).map { Base64.text($0.bytes) + "\n" }
            try SecretFile.replace(at: path, lines.sorted().joined())
        }
    }

    private func unusable() -> Problem {
        Problem(
            .service, "erasures-unusable",
            Phrase("Daftar orang yang dihapus rusak.", en: "The list of erased people is damaged."),
            at: Spot(file: path),
            do: Phrase("Pulihkan dari salinannya.", en: "Restore it from its copy."))
    }
}
