package import Civic

/// The text whose SHA-256 is the digest of a frozen order. Whoever holds it can make the order again
/// and compare: it has every field that decides a place, and no personal data but the SIGAP number.
///
/// UTF-8, one line each, ended by a line feed, fields separated by a tab, what is not known is
/// empty, in this order:
///
///     SIGAP urutan 1
///     gelombang <number>
///     kuota <places>
///     benih <seed>
///     aturan <rule>
///     dibekukan <day, yyyy-mm-dd, Asia/Jakarta>
///     kelurahan <code> <candidates> <places>                      for each village
///     urutan <place> <number> <district> <village> <occupation> <decile> <hazard>
///            <proposed> <draw> chosen|waiting <place in the village>   for each place
///
/// A draw is written with sixteen hexadecimal digits, so that a spreadsheet sorts it as a text.
package struct WaveText: Sendable {
    package let wave: Int
    package let quota: Int
    package let seed: UInt64
    package let rule: String
    package let frozen: Day

    package init(wave: Int, quota: Int, seed: UInt64, rule: String, frozen: Day) {
        self.wave = wave
        self.quota = quota
        self.seed = seed
        self.rule = rule
        self.frozen = frozen
    }

    package func bytes(_ shares: [WaveShare], _ places: [WavePlace]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(200 + places.count * 100)
        append(["SIGAP urutan 1"], to: &bytes)
        append(["gelombang", "\(wave)"], to: &bytes)
        append(["kuota", "\(quota)"], to: &bytes)
        append(["benih", "\(seed)"], to: &bytes)
        append(["aturan", rule], to: &bytes)
        append(["dibekukan", frozen.iso], to: &bytes)
        var names: [PlaceCode?: String] = [:]
        for share in shares {
            let name = share.village?.description ?? ""
            names[share.village] = name
            append(["kelurahan", name, "\(share.eligible)", "\(share.places)"], to: &bytes)
        }
        for place in places {
            let person = place.candidate
            if let district = person.district, names[district] == nil {
                names[district] = district.description
            }
            let district = person.district.flatMap { names[$0] } ?? ""
            append(
                [
                    "urutan", "\(place.place)", person.number, district,
                    names[person.village] ?? "", person.occupation ?? "",
                    person.decile.map { "\($0)" } ?? "", "\(person.hazard)",
                    person.proposed?.iso ?? "", WaveText.hexadecimal(place.draw),
                    WaveText.standing(place.isChosen), "\(place.villagePlace)",
                ], to: &bytes)
        }
        return bytes
    }

    /// Raw values of the store as well.
    package static func standing(_ isChosen: Bool) -> String { isChosen ? "chosen" : "waiting" }

    /// Sixteen digits, lower case.
    package static func hexadecimal(_ draw: UInt64) -> String {
        let text = String(draw, radix: 16)
        return String(repeating: "0", count: 16 - text.utf8.count) + text
    }

    private func append(_ fields: [String], to bytes: inout [UInt8]) {
        for (position, field) in fields.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: "\t")) }
            bytes.append(contentsOf: field.utf8)
        }
        bytes.append(UInt8(ascii: "\n"))
    }
}
