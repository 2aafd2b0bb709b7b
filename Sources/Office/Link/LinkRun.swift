package import Civic
package import Intake
package import Linkage

/// Lists of any kind, linked: who is the same person, and nothing more.
package struct LinkRun: Sendable {
    package let lists: [SchemaList]
    package let result: LinkageResult
    package let earlier: LinkageModel?

    /// Reads and links lists by a schema.
    ///
    /// - Parameters:
    ///   - paths: separated text, one list each.
    ///   - schema: what its columns mean.
    ///   - model: to link by, as ``LinkageDocument/model(in:)`` reads it; nil to estimate one.
    ///   - earlier: a model to compare with.
    ///   - today: for dates of birth with two-digit years.
    /// - Returns: the lists and who is who in them.
    /// - Throws: the first problem of a list.
    package static func link(
        _ paths: [String], schema: ListSchema, model: LinkageModel?, earlier: LinkageModel?,
        today: Day
    ) async throws(Problem) -> LinkRun {
        let reader = SchemaReader(schema: schema, today: today)
        var lists: [SchemaList] = []
        for path in paths { lists.append(try reader.read(path: path)) }
        let result = await Linkage.link(
            lists.map { source($0, schema) }, model: model, keepsPairs: true,
            workers: MachineUse.cores)
        return LinkRun(lists: lists, result: result, earlier: earlier)
    }

    static func source(_ list: SchemaList, _ schema: ListSchema) -> LinkageSource {
        LinkageSource(
            roster: list.roster, isRegistry: false,
            listsEachPersonOnce: schema.eachPersonOnce.contains(list.source), places: noPlaces,
            attributes: list.attributes)
    }

    private static let noPlaces = PlaceDirectory(regency: PlaceCode(district: 0), rows: [])
}
