package import Civic
import Papers
import Programme
import Store

/// The frozen order of a wave as paper, with its seed and digest.
struct WaveOrderPaper {
    let region: Region
    let wave: Wave
    let order: FrozenOrder
    let places: [WavePlace]
    /// Scheme and host under which codes are checked.
    let site: String

    var paper: RankingPaper {
        let day = Day.jakarta(at: order.at)
        let title = "\(region.worded(region.papers.order.title))\n\(wave.plan.title.uppercased())"
        let seal = SealedPaper(
            wave: wave.id, digest: order.digest, at: order.at, people: places.count)
        return RankingPaper(
            facts: region.paperFacts(
                title, on: day,
                check: PaperCheck(
                    address: "\(site)/v/\(seal.code.text)",
                    digests: [Digest("Sidik urutan (SHA-256)", order.digest)])),
            letterhead: region.letterhead, title: title, fields: fields(day),
            lines: places.map(line), opening: region.opening(on: day),
            signer: region.signer(region.papers.head))
    }

    private func fields(_ day: Day) -> [PaperField] {
        let chosen = places.count { $0.isChosen }
        return [
            PaperField("Dibekukan", CalendarWords.text(day, .indonesian)),
            PaperField("Kuota", "\(NumberText.grouped(wave.plan.quota)) orang"),
            PaperField("Terpilih", "\(NumberText.grouped(chosen)) orang"),
            PaperField(
                "Daftar tunggu", "\(NumberText.grouped(places.count - chosen)) orang"),
            PaperField("Aturan", order.rule.text), PaperField("Benih undian", "\(order.seed)"),
        ]
    }

    private func line(_ place: WavePlace) -> RankingLine {
        let person = place.candidate
        let work = person.occupation.flatMap { region.occupations.position(code: $0) }
        return RankingLine(
            place: place.place, number: person.number,
            village: region.placeName(person.village) ?? "–",
            occupation: work.map { region.occupations[$0].name.indonesian } ?? "–",
            decile: person.decile, hazard: person.hazard, proposed: person.proposed,
            draw: WaveText.hexadecimal(place.draw), standing: place.isChosen ? "terpilih" : "tunggu"
        )
    }
}

extension Desk {
    /// The order of a wave as paper; nil for a wave without an order. `site` is the scheme and host
    /// under which codes of papers are checked.
    package func waveOrderPaper(
        _ id: Int, site: String, for viewer: Viewer
    ) async throws(Problem) -> [UInt8]? {
        try viewer.require(.seeWaves)
        let wave = try await store.wave(id)
        guard let wave, let order = wave.order else { return nil }
        return try WaveOrderPaper(
            region: region, wave: wave, order: order, places: try await store.allWavePlaces(id),
            site: site
        ).paper.pdf()
    }
}
