package import Civic
package import Programme

/// The order of need in words, so that anybody can repeat it.
package enum RankingWords {
    package static func rule(_ policy: RankingPolicy) -> Phrase {
        let groups = policy.decileGroups.map { group in
            guard let first = group.first, let last = group.last, first != last else {
                return group.first.map(String.init) ?? ""
            }
            return "\(first)–\(last)"
        }
        let order = groups.joined(separator: ", lalu ")
        let english = groups.joined(separator: ", then ")
        return Phrase(
            "Desil \(order); lalu pekerjaan paling berisiko; lalu tanggal usulan paling lama; bila sama, diundi dengan benih \(policy.seed). Kuota dibagi menurut jumlah yang memenuhi syarat di tiap kelurahan, sedikitnya \(policy.floorPerVillage) orang, dengan metode sisa terbesar.",
            en:
                "Deciles \(english); then the most hazardous work; then the oldest proposal; ties are drawn with seed \(policy.seed). The quota is shared by the number of eligible people in each kelurahan, at least \(policy.floorPerVillage) people, by the largest remainder."
        )
    }
}
