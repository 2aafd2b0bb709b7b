import Civic
import Jamsostek
import Papers
import Programme
import Store

/// A decree as paper and as a workbook, made from what the store holds: the same decree gives the
/// same bytes.
struct DecreePapers {
    let region: Region
    let record: DecreeRecord
    /// In order; of the open edition without NIK and address.
    let lines: [DecreeLine]
    /// What stood there before, of an amendment.
    let before: AnnexBefore
    let edition: AnnexText.Edition
    let funds: [String: Fund]
    /// Scheme and host under which codes are checked.
    let site: String

    private var policy: DecreePolicy { region.decrees }
    private var decree: Decree { record.decree }

    /// Text and annex. Without number and date, dots stand in their place, as when it was signed off.
    func paper(numbered: Bool = true) -> some FlowPaper {
        var flow = body(numbered).flow
        flow.add(.newPage)
        flow.add(annexBlocks(numbered))
        return WholePaper(flow: flow)
    }

    /// - Throws: `workbook-bytes` where there is no room.
    func workbook() throws(Problem) -> [UInt8] {
        let isAmendment = decree.kind == .amendment
        return try TransientFile.bytes { path throws(Problem) in
            if isAmendment {
                try amendment(true).xlsx(to: path)
            } else {
                try annex(true).xlsx(to: path)
            }
        }
    }

    /// The canonical text, of which the digest is printed.
    var text: String { AnnexText(edition, of: decree.kind).text(lines) }

    // MARK: Parts

    private func body(_ numbered: Bool) -> DecreePaper {
        let text = record.text
        let day = numbered ? decree.signedOn : nil
        let date = day.map { CalendarWords.text($0, .indonesian) } ?? DecreePapers.blank
        return DecreePaper(
            facts: facts(numbered),
            letterhead: Letterhead(
                .head, government: policy.letterhead.first ?? "",
                office: policy.letterhead.dropFirst().joined(separator: " ")),
            decree: reference(numbered), invocation: policy.invocation,
            reasons: text.considering, laws: text.recalling,
            resolution: "\(policy.title) TENTANG \(text.about).",
            points: text.deciding.enumerated().map { place, point in
                DecreePaper.Point("KE\(NumberWords.text(place + 1))".uppercased(), point)
            }, opening: ["Ditetapkan di \(policy.place)", "pada tanggal \(date)"],
            signer: signer)
    }

    private func annexBlocks(_ numbered: Bool) -> [Block] {
        decree.kind == .amendment
            ? amendment(numbered).flow.blocks : annex(numbered).flow.blocks
    }

    private func annex(_ numbered: Bool) -> AnnexPaper {
        AnnexPaper(
            facts: facts(numbered), decree: reference(numbered), edition: paperEdition,
            title: record.text.annexTitle, groups: groups, signer: signer)
    }

    var paperEdition: AnnexEdition { edition == .open ? .open : .restricted }

    var signer: Signer { Signer(office: policy.signerOffice, name: policy.signerName) }

    func reference(_ numbered: Bool) -> DecreeReference {
        DecreeReference(
            kind: policy.title, number: numbered ? decree.number : nil,
            day: numbered ? decree.signedOn : nil, about: record.text.about)
    }

    func facts(_ numbered: Bool) -> PaperFacts {
        let frozen = record.steps.last { $0.deed == .begin }?.at ?? decree.at
        let digest = edition == .open ? decree.publicDigest : decree.digest
        // Nobody is led to a draft, which may still change.
        let check = digest.map { digest in
            PaperCheck(
                address: "\(site)/v/\(decree.code.text)",
                digests: [Digest("Sidik lampiran (SHA-256)", digest)])
        }
        return PaperFacts(
            title: record.text.about, number: numbered ? decree.number ?? "" : "",
            author: region.government.indonesian, created: .jakarta(at: frozen), check: check)
    }

    // MARK: People

    private var groups: [AnnexGroup] {
        var groups: [AnnexGroup] = []
        for line in lines {
            let place = place(line)
            if groups.last?.place != place { groups.append(AnnexGroup(place: place, lines: [])) }
            groups[groups.count - 1].lines.append(annexLine(line))
        }
        return groups
    }

    private func annexLine(_ line: DecreeLine) -> AnnexLine {
        AnnexLine(
            line: line.line, number: line.number, name: line.name, nik: line.nik,
            neighbourhood: [line.rt, line.rw].map { $0.map { NumberText.padded($0, to: 3) } ?? "" }
                .filter { !$0.isEmpty }.joined(separator: "/"),
            occupation: occupation(line), fund: sources(line))
    }

    private func place(_ line: DecreeLine) -> PaperPlace {
        PaperPlace(
            district: name(line.district) ?? DecreePapers.unknown,
            village: name(line.village) ?? DecreePapers.unknown)
    }

    func name(_ place: PlaceCode?) -> String? {
        place.flatMap { region.places.position(of: $0) }.map { region.places.entries[$0].name }
    }

    private func occupation(_ line: DecreeLine) -> String {
        line.occupation.flatMap { region.occupations.position(code: $0) }.map {
            region.occupations[$0].name.indonesian
        } ?? ""
    }

    /// `APBD, CSR`.
    func sources(_ line: DecreeLine) -> String {
        var words: [String] = []
        for span in line.funding {
            let word = (funds[span.fund]?.source.rawValue ?? span.fund).uppercased()
            if !words.contains(word) { words.append(word) }
        }
        return words.joined(separator: ", ")
    }

    private static let blank = "…………………………"
    private static let unknown = "tidak diketahui"
}

/// Blocks of several papers as one.
struct WholePaper: FlowPaper {
    let flow: Flow
}
