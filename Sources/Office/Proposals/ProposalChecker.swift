import Civic
import Intake
import Programme
import Store

/// Says about each row what is wrong with it, and whether it can be sent.
struct ProposalChecker: Sendable {
    let reader: ProposalReader
    let policy: ProposalPolicy

    private var region: Region { reader.region }

    init(region: Region, today: Day, place: PlaceCode?) {
        reader = ProposalReader(region: region, asOf: today, place: place)
        policy = region.proposals
    }

    /// Looks at rows of one list together with what the city knows.
    func check(
        _ rows: [ProposalRow], of list: ProposalList, in store: CityStore
    ) async throws(Problem) -> [ProposalRow] {
        let drafts = reader.drafts(rows, columns: list.columns)
        var known = try await store.knownRows(
            niks: Set(drafts.compactMap(\.nik)), names: Set(drafts.compactMap(\.nameAndBirth)),
            beside: list.id, nominator: region.nominator?.id)
        known.add(drafts)
        return drafts.map { judge($0, known) }
    }

    func judge(_ draft: ProposalDraft, _ known: KnownRows) -> ProposalRow {
        let left = draft.row.settled.contains(ProposalIssue.leftOut.rawValue)
        let notes =
            (left ? [ProposalNote(.leftOut)] : []) + self.notes(draft, known)
        return ProposalRow(
            record: draft.row.record,
            state: ProposalIssue.state(notes, settled: draft.row.settled),
            codes: notes.map(\.code), settled: draft.row.settled,
            rw: draft.person.flatMap { $0.rw > 0 ? Int($0.rw) : nil }, isCut: draft.row.isCut,
            nameKey: draft.nameKey, birth: draft.person?.birthDay, nik: draft.nik,
            content: ProposalContent(values: draft.values, notes: notes),
            version: draft.row.version)
    }

    private func notes(_ draft: ProposalDraft, _ known: KnownRows) -> [ProposalNote] {
        guard let person = draft.person else { return [ProposalNote(.noPerson)] }
        var notes: [ProposalNote] = []
        for fault in draft.faults {
            guard let issue = ProposalIssue(fault.code) else { continue }
            notes.append(
                ProposalNote(
                    issue, column: fault.column,
                    fault.column == .nik ? numberDetails(draft, person, known) : [:]))
        }
        if draft.name.isEmpty { notes.append(ProposalNote(.nameMissing, column: .name)) }
        if person.nik == 0, !draft.faults.contains(where: { $0.column == .nik }) {
            notes.append(
                ProposalNote(.nikMissing, column: .nik, numberDetails(draft, person, known)))
        }
        notes += numberNotes(draft, person)
        notes += placeNotes(person)
        notes += knownNotes(draft, known)
        return notes
    }

    // MARK: Numbers

    /// The number that was meant, where that can be told.
    private func numberDetails(
        _ draft: ProposalDraft, _ person: RosterRow, _ known: KnownRows
    ) -> [String: String] {
        let written = draft.written(.nik)
        let digits = written.utf8.count(where: ASCII.isDigit)
        var details = ["jumlah": String(digits)]
        let namesakes = draft.nameAndBirth.flatMap { known.byName[$0] } ?? []
        let near = namesakes.filter { $0.isIn(reader.place) }.compactMap(\.nik)
            .filter { written.isEmpty || NIKDoctor.isNear(written, $0) }
        let meant =
            NIKDoctor.withoutLetters(written) ?? near.only
            ?? NIKDoctor.completed(
                written, birth: person.birthDay, sex: Sex(rawValue: person.sex),
                districts: region.home.districts)
        if let meant, meant != draft.nik {
            details["saran"] = meant.revealed()
            details["saran_kolom"] = Column.nik.rawValue
        }
        return details
    }

    /// What the number and the rest of the row say differently.
    private func numberNotes(_ draft: ProposalDraft, _ person: RosterRow) -> [ProposalNote] {
        guard person.nik != 0 else { return [] }
        var notes: [ProposalNote] = []
        let parts = NIKParts(digits: person.nik)
        if let birth = person.birthDay, person.birthPrecision != .yearOnly, !parts.names(birth) {
            let inNumber = parts.birthDates(on: reader.asOf)
                .min { abs($0.year - birth.year) < abs($1.year - birth.year) }
            var details = ["kolom_tanggal": birth.iso, "nik_tanggal": inNumber?.iso ?? ""]
            let written = birth.parts
            if written.day == parts.month, written.month == parts.day { details["tertukar"] = "1" }
            notes.append(ProposalNote(.birthDiffers, column: .birthDate, details))
        }
        if let sex = Sex(rawValue: person.sex), sex != parts.sex {
            notes.append(ProposalNote(.sexDiffers, column: .sex))
        }
        return notes
    }

    // MARK: Places

    private func placeNotes(_ person: RosterRow) -> [ProposalNote] {
        if person.facts.contains(.outside) { return [ProposalNote(.outside, column: .regency)] }
        guard person.place >= 0, let own = reader.place else { return [] }
        let code = region.places.entries[Int(person.place)].code
        guard code != own, code.district != own, code != own.district else { return [] }
        return [
            ProposalNote(
                .elsewhere, column: .village,
                ["tempat": region.places.entries[Int(person.place)].name])
        ]
    }

    // MARK: What the city knows

    private func knownNotes(_ draft: ProposalDraft, _ known: KnownRows) -> [ProposalNote] {
        var notes = listNotes(draft, known)
        if let earlier = earlier(draft, known) {
            var details = ["tanggal": Day.jakarta(at: earlier.sentAt).iso]
            if let rw = earlier.rw { details["rw"] = NumberText.padded(rw, to: 3) }
            return notes + [ProposalNote(.proposedBefore, column: nil, details)]
        }
        guard let person = person(of: draft, known) else { return notes }
        if isOther(draft, person) {
            notes.append(ProposalNote(.nikOther, column: .nik, ownNumber(draft, known)))
            return notes
        }
        if person.isNominated {
            let day = person.proposed.map { ["tanggal": $0.iso] } ?? [:]
            return notes + [ProposalNote(.proposedBefore, column: nil, day)]
        }
        guard person.isIn(reader.place) else {
            return notes + [ProposalNote(.knownElsewhere)]
        }
        if person.standing == .insured { return notes + [ProposalNote(.insured)] }
        if person.standing == .refused, let reason = person.reasons.first(where: policy.stops) {
            notes.append(ProposalNote(.refused, column: nil, ["alasan": reason]))
        }
        return notes
    }

    private func earlier(_ draft: ProposalDraft, _ known: KnownRows) -> EarlierProposal? {
        if let nik = draft.nik { return known.sentNIK[nik] }
        return draft.nameAndBirth.flatMap { known.sentName[$0] }
    }

    /// Whom the row is about: by number, else by name and birth date where only one is called so.
    private func person(of draft: ProposalDraft, _ known: KnownRows) -> KnownPerson? {
        if let nik = draft.nik, let person = known.byNIK[nik] { return person }
        let namesakes = draft.nameAndBirth.flatMap { known.byName[$0] } ?? []
        return namesakes.filter { draft.nik == nil || $0.nik == nil || $0.nik == draft.nik }.only
    }

    /// Whom the row is certainly about; nil for somebody new and for somebody who must be judged.
    func known(_ draft: ProposalDraft, _ known: KnownRows) -> KnownPerson? {
        person(of: draft, known).flatMap { isOther(draft, $0) ? nil : $0 }
    }

    /// Not one word of the name and not the birth date of whoever has the number.
    private func isOther(_ draft: ProposalDraft, _ person: KnownPerson) -> Bool {
        guard draft.nik == person.nik, !draft.nameKey.isEmpty, !person.nameKey.isEmpty else {
            return false
        }
        let words = Set(draft.nameKey.split(separator: " "))
        guard words.isDisjoint(with: person.nameKey.split(separator: " ")) else { return false }
        return draft.person?.birthDay == nil || draft.person?.birthDay != person.birth
    }

    /// Perhaps it is the husband's number: the person's own, where the city knows it.
    private func ownNumber(_ draft: ProposalDraft, _ known: KnownRows) -> [String: String] {
        let namesakes = draft.nameAndBirth.flatMap { known.byName[$0] } ?? []
        guard let own = namesakes.filter({ $0.isIn(reader.place) }).compactMap(\.nik).only else {
            return [:]
        }
        return ["saran": own.revealed(), "saran_kolom": Column.nik.rawValue]
    }

    private func listNotes(_ draft: ProposalDraft, _ known: KnownRows) -> [ProposalNote] {
        guard let nik = draft.nik,
            let first = known.listed[nik]?.first(where: { $0.record < draft.row.record })
        else { return [] }
        let issue: ProposalIssue = first.nameKey == draft.nameKey ? .repeated : .nikTwice
        return [
            ProposalNote(
                issue, column: .nik,
                ["baris": String(first.record)].merging(
                    issue == .nikTwice ? ownNumber(draft, known) : [:]
                ) { $1 })
        ]
    }
}

extension ProposalNote {
    init(_ issue: ProposalIssue, column: Column? = nil, _ details: [String: String] = [:]) {
        self.init(issue.rawValue, column: column?.rawValue, details: details)
    }
}

extension KnownPerson {
    /// Whether the person lives in the place; everybody does where there is none.
    func isIn(_ place: PlaceCode?) -> Bool {
        guard let place else { return true }
        guard let own = self.place else { return false }
        return own == place || own.district == place
    }
}

extension KnownRows {
    /// The rows at hand are rows of the list as well, in their new form.
    mutating func add(_ drafts: [ProposalDraft]) {
        let records = Set(drafts.map(\.row.record))
        dropListed(records)
        for draft in drafts
        where !draft.row.settled.contains(ProposalIssue.leftOut.rawValue) {
            guard let nik = draft.nik else { continue }
            addListed(ListedRow(record: draft.row.record, nameKey: draft.nameKey), under: nik)
        }
    }
}
