import Civic

/// How a wave puts its candidates in order and shares its places out. It is kept as text with the
/// order that was made by it, so that the order can be made again after the city's rules changed.
package struct WaveRule: Hashable, Sendable {
    /// Version of the city's programme rules.
    package let version: String
    package let requirement: WaveRequirement
    /// Deciles of one group stand before those of the next; whoever has no decile comes last.
    package let decileGroups: [[Int]]
    /// No village gets fewer places than this, as long as it has so many candidates.
    package let floor: Int

    package init(
        version: String, requirement: WaveRequirement, decileGroups: [[Int]], floor: Int
    ) {
        self.version = version
        self.requirement = requirement
        self.decileGroups = decileGroups
        self.floor = floor
    }

    /// What decides between two candidates, in order of weight.
    package enum Criterion: Int, CaseIterable, Sendable {
        case decile
        case hazard
        case proposed
        case draw
        /// Two draws are the same once in a very long time.
        case number
    }

    /// Group of a decile, from 0.
    package func group(of decile: Int?) -> Int {
        guard let decile else { return decileGroups.count }
        return decileGroups.firstIndex { $0.contains(decile) } ?? decileGroups.count
    }

    /// The draw of somebody: the SIGAP number, spread by FNV-1a, mixed with the seed. An auditor
    /// repeats it without any personal data.
    package static func draw(_ number: String, seed: UInt64) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in number.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return SeededGenerator.mix(hash ^ SeededGenerator.mix(seed))
    }

    /// What puts one candidate before another.
    package func decides(_ one: WaveCandidate, _ other: WaveCandidate, seed: UInt64) -> Criterion {
        let (left, right) = (key(one, seed, 0), key(other, seed, 1))
        if left.group != right.group { return .decile }
        if left.hazard != right.hazard { return .hazard }
        if left.proposed != right.proposed { return .proposed }
        return left.draw != right.draw ? .draw : .number
    }

    func key(_ candidate: WaveCandidate, _ seed: UInt64, _ position: Int) -> WaveKey {
        WaveKey(
            group: UInt8(clamping: group(of: candidate.decile)),
            hazard: UInt8(clamping: candidate.hazard),
            proposed: candidate.proposed?.number ?? .max,
            draw: WaveRule.draw(candidate.number, seed: seed), position: UInt32(position))
    }
}

/// Everything but the number that decides a place, small enough to sort a city by.
struct WaveKey: BitwiseCopyable, Sendable {
    let group: UInt8
    let hazard: UInt8
    let proposed: Int32
    let draw: UInt64
    /// Of the candidate in the list that is put in order.
    let position: UInt32

    /// Without the position, which says nothing about the candidate.
    var weight: (UInt8, UInt8, Int32, UInt64) { (group, hazard, proposed, draw) }
}

extension WaveRule {
    /// `versi=2025-11;syarat=verified;desil=1,2,3/4,5;minimal=20`, and back again.
    package var text: String {
        let groups = decileGroups.map { $0.map(String.init).joined(separator: ",") }
        return [
            "versi=\(version)", "syarat=\(requirement.rawValue)",
            "desil=\(groups.joined(separator: "/"))", "minimal=\(floor)",
        ].joined(separator: ";")
    }

    /// Nil for a text that says something else.
    package init?(text: String) {
        var values: [Substring: String] = [:]
        for part in text.split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { return nil }
            values[pair[0]] = String(pair[1])
        }
        guard let version = values["versi"], let floor = values["minimal"].flatMap({ Int($0) }),
            let requirement = values["syarat"].flatMap(WaveRequirement.init),
            let groups = values["desil"]
        else { return nil }
        self.init(
            version: version, requirement: requirement,
            decileGroups: groups.split(separator: "/").map { group in
                group.split(separator: ",").compactMap { Int($0) }
            }, floor: floor)
    }
}
