package import Civic
import Crypto
package import Programme

/// Settling who is chosen and who waits.
extension CityStore {
    /// Puts everybody who can be in a wave in order and shares its quota out, once and for all.
    /// `hazards` are those of the occupations, by code; `version` is that of the wave which was
    /// looked at.
    ///
    /// - Throws: `wave-nobody` when nobody can be in it; `wave-settled`, `wave-changed`.
    package func freezeWave(
        _ id: Int, by rule: WaveRule, seed: UInt64, hazards: [String: Int], version: Int,
        _ act: Act
    ) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "wave.freeze", writer) else { return }
            let wave = try WaveChange(id: id, version: version, writer: writer)
                .wave(in: [.draft])
            let candidates = try WaveCandidateReading(
                requirement: rule.requirement, reader: writer
            ).all(hazards: hazards)
            guard !candidates.isEmpty else { throw Problem.waveNobody() }
            let order = WaveOrder(candidates, by: rule, seed: seed, quota: wave.plan.quota)
            let text = WaveText(
                wave: id, quota: wave.plan.quota, seed: seed, rule: rule.text,
                frozen: .jakarta(at: act.at))
            let digest = WaveDigest.text(of: text.bytes(order.shares, order.places))
            try WavePlaceTable.insert(order, of: id, writer)
            try writer.execute(
                """
                UPDATE wave SET state = 'frozen', seed = $2, rule = $3, digest = $4,
                frozen_at = $5, frozen_by = $6, version = version + 1 WHERE id = $1
                """,
                [
                    SQLValue(id), .text("\(seed)"), .text(rule.text), .text(digest),
                    .integer(act.at.milliseconds), .text(act.actor),
                ])
            try journal.append(
                "wave.freeze", WaveTable.subject(id),
                [
                    "digest": digest, "seed": "\(seed)", "rule": rule.text,
                    "eligible": String(candidates.count), "chosen": String(order.chosen),
                ], by: act, to: writer)
        }
    }

    /// The text of a frozen order as it stands now, whose SHA-256 is the digest unless somebody
    /// changed a place; nil for a wave without an order.
    package func waveText(_ id: Int) async throws(Problem) -> [UInt8]? {
        try await engine.read { reader throws(Problem) in
            guard let wave = try WaveTable.wave(id, reader), let order = wave.order else {
                return nil
            }
            return WaveText(
                wave: id, quota: wave.plan.quota, seed: order.seed, rule: order.rule.text,
                frozen: .jakarta(at: order.at)
            ).bytes(
                try WavePlaceTable.shares(of: id, reader),
                try WavePlaceTable.places(where: "w.wave_id = $1", [SQLValue(id)], reader))
        }
    }
}

/// How orders are compared.
package enum WaveDigest {
    /// SHA-256, hexadecimal.
    package static func text(of bytes: [UInt8]) -> String {
        Hexadecimal.text(Array(SHA256.hash(data: bytes)))
    }
}
