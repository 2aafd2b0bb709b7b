/// How the lists of this run differ from those of an earlier one, as far as linking sees them.
package struct FieldDrift: Sendable {
    package let field: String
    /// Half the sum of differences between the shares of levels, among pairs of one person or among
    /// all pairs, whichever is more: 0 for the same, 1 for nothing in common.
    package let distance: Double
}

extension LinkageModel {
    /// By field, largest first. A field that suddenly differs much was filled in another way, or is
    /// in another column.
    package func drift(from earlier: LinkageModel) -> [FieldDrift] {
        Field.allCases.map { field in
            var ofOne = 0.0
            var ofAll = 0.0
            for level in levels[field.rawValue].indices.dropFirst() {
                let (now, then) = (self.level(level, of: field), earlier.level(level, of: field))
                ofOne += abs(now.ofOne - then.ofOne)
                // A broken column no longer brings its pairs among those of one person.
                ofAll += abs(
                    share(of: level, field) - earlier.share(of: level, field))
            }
            return FieldDrift(field: "\(field)", distance: max(ofOne, ofAll) / 2)
        }.sorted { ($1.distance, $0.field) < ($0.distance, $1.field) }
    }

    private func share(of level: Int, _ field: Field) -> Double {
        (classes * levels[field.rawValue][level]).sum()
    }
}
