package import Civic
import Programme

/// What was found when frozen annexes were compared with their digests.
package struct AnnexCheck: Sendable, Hashable {
    /// How many are what was signed off.
    package let sound: Int
    /// How many cannot be told any more, because somebody on them was erased.
    package let erased: Int
    /// Decrees whose annex is not what was signed off.
    package let altered: [Int]
}

extension CityStore {
    /// Reckons the digests of all frozen annexes anew, one decree after the other.
    package func checkAnnexes() async throws(Problem) -> AnnexCheck {
        let frozen = try await decrees().filter { $0.digest != nil }
        var (sound, erased) = (0, 0)
        var altered: [Int] = []
        for decree in frozen {
            let lines = try await annexLines(of: decree)
            let digests = AnnexDigests(lines, of: decree.kind)
            if digests.restricted == decree.digest, digests.open == decree.publicDigest,
                lines.count == decree.lines
            {
                sound += 1
            } else if lines.contains(where: { $0.name == Erasing.name }) {
                erased += 1
            } else {
                altered.append(decree.id)
            }
        }
        return AnnexCheck(sound: sound, erased: erased, altered: altered.sorted())
    }

    private func annexLines(of decree: Decree) async throws(Problem) -> [DecreeLine] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            try DecreeLines(sealer: try sealer.named(by: reader), reader: reader)
                .rows(of: decree.id).map(\.line)
        }
    }
}
