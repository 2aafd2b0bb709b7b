import Civic
import Programme
import Store

/// `decree.yaml` as it is written; field names are the keys of the file.
struct DecreePolicyFile: Decodable {
    struct Signer: Decodable {
        let office: [String]
        let name: String
        let source: ProgrammeFile.Source
    }

    struct Step: Decodable {
        let id: String
        let office: CityFile.Named
    }

    struct Wording: Decodable {
        let about: String
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let annex_title: String
        let considering: [String]
        let recalling: [String]
        let deciding: [String]

        var wording: DecreePolicy.Wording {
            DecreePolicy.Wording(
                about: about, annexTitle: annex_title, considering: considering,
                recalling: recalling, deciding: deciding)
        }
    }

    struct Entry: Decodable {
        let letterhead: [String]
        let title: String
        let invocation: [String]
        let place: String
        let signer: Signer
        let steps: [Step]
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let steps_source: ProgrammeFile.Source
        let number: String
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let number_source: ProgrammeFile.Source
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let signed_file: String
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let signed_file_source: ProgrammeFile.Source
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let verified_only: Bool
        let additions: [String]
        let determination: Wording
        let amendment: Wording
        // swift-format-ignore: AlwaysUseLowerCamelCase
        let wording_source: ProgrammeFile.Source
    }

    let decree: Entry

    /// - Throws: `region-pack` for a step that is named twice or as something else that is done with
    ///   decrees, a pattern without a number, or a blank that nobody fills in.
    func policy(_ file: String) throws(Problem) -> DecreePolicy {
        let entry = decree
        try requireSteps(file)
        guard let numbering = DecreeNumbering(entry.number) else {
            throw RegionFault.unreadable(file, "number: \(entry.number)")
        }
        guard let signedFile = DecreePolicy.SignedFile(rawValue: entry.signed_file) else {
            throw RegionFault.unreadable(file, "signed_file: \(entry.signed_file)")
        }
        let wordings: [DecreeKind: DecreePolicy.Wording] = [
            .determination: entry.determination.wording, .amendment: entry.amendment.wording,
        ]
        for wording in wordings.values {
            if let blank = wording.unknownBlank {
                throw RegionFault.unreadable(file, "{\(blank)}")
            }
        }
        return DecreePolicy(
            letterhead: entry.letterhead, invocation: entry.invocation, title: entry.title,
            place: entry.place, signerOffice: entry.signer.office, signerName: entry.signer.name,
            steps: entry.steps.map { DecreePolicy.Step(id: $0.id, office: $0.office.phrase) },
            numbering: numbering, signedFile: signedFile, verifiedOnly: entry.verified_only,
            additions: entry.additions, wordings: wordings,
            sources: [
                entry.signer.source, entry.steps_source, entry.number_source,
                entry.signed_file_source, entry.wording_source,
            ].map { Citation(id: $0.id, title: $0.title) })
    }

    private func requireSteps(_ file: String) throws(Problem) {
        var seen: Set<String> = []
        for step in decree.steps {
            guard !step.id.isEmpty, DecreeStep.Deed(rawValue: step.id) == nil,
                seen.insert(step.id).inserted
            else { throw RegionFault.unreadable(file, "steps: \(step.id)") }
        }
        guard !seen.isEmpty else { throw RegionFault.unreadable(file, "steps") }
    }
}
