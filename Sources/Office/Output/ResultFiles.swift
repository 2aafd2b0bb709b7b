package import Civic
import Intake
import Jamsostek
import Linkage
import Papers
import Programme

/// Writes a run as the files of the contract: links, people, decisions, recipients, waiting list,
/// rejects, pairs to review, the insurer's sheet, a summary and a report to print.
package struct ResultFiles {
    let run: CityRun
    let folder: OutputFolder
    let numbers: [String]

    package init(_ run: CityRun, to folder: OutputFolder) {
        self.run = run
        self.folder = folder
        numbers = run.profiles.indices.map(run.personNumber)
    }

    /// Writes everything and puts the folder in its place.
    ///
    /// - Throws: the first problem; nothing half-written is left behind.
    package func write(progress: (Double) -> Void) throws(Problem) {
        do throws(Problem) {
            var clock = StageClock()
            try writeLinks()
            progress(0.3)
            try writePersons()
            progress(0.55)
            try writeDecisions()
            progress(0.75)
            try writeRanking("recipients.csv", run.allocation.recipients)
            try writeRanking("waiting-list.csv", run.allocation.waiting)
            try writeRejects()
            try writeReviews()
            try writeLinkage()
            progress(0.9)
            try writeEnrolment()
            clock.finish(.write)
            try writeSummary(timings: run.timings + clock.timings)
            try writeReport()
            try folder.publish()
            progress(1)
        } catch {
            folder.discard()
            throw error
        }
    }

    private func writeLinks() throws(Problem) {
        var file = try LinksFile(folder.file("links.csv"))
        for (number, received) in run.deliveries.enumerated() {
            let start = run.linkage.sourceStarts[number]
            let source = received.delivery.source
            for (offset, row) in received.delivery.roster.rows.enumerated() {
                let person = Int(run.linkage.personOfRow[start + offset])
                try file.add(source, Int(row.number), person: numbers[person])
            }
        }
        try file.finish()
    }

    private func writePersons() throws(Problem) {
        var file = try CSVWriter(
            path: folder.file("persons.csv"),
            columns: [
                "person_id", "nik", "name", "birth_date", "sex", "family_card", "mother_name",
                "phone", "address", "rt", "rw", "kelurahan", "kecamatan", "occupation", "decile",
                "sources", "rows",
            ])
        for (person, profile) in run.profiles.enumerated() {
            file.field(numbers[person])
            writeIdentity(person, profile, &file)
            switch Sex(rawValue: profile.sex) {
            case .male: file.field("L")
            case .female: file.field("P")
            case nil: file.emptyField()
            }
            writeContacts(profile, &file)
            writePlace(profile, kelurahanFirst: true, &file)
            writeOccupation(profile, &file)
            profile.decile > 0 ? file.field(Int(profile.decile)) : file.emptyField()
            file.field(Int(profile.sources))
            file.field(Int(profile.rows))
            try file.endRecord()
        }
        try file.finish()
    }

    private func writeDecisions() throws(Problem) {
        var file = try CSVWriter(
            path: folder.file("decisions.csv"),
            columns: ["person_id", "nik", "name", "birth_date", "outcome", "reasons"])
        for (person, profile) in run.profiles.enumerated() {
            let verdicts = run.verdicts[person]
            file.field(numbers[person])
            writeIdentity(person, profile, &file)
            file.field(verdicts.outcome.rawValue)
            file.field(run.eligibility.reasons(verdicts, profile).joined(separator: ";"))
            try file.endRecord()
        }
        try file.finish()
    }

    private func writeRanking(_ name: String, _ keys: [RankKey]) throws(Problem) {
        var file = try CSVWriter(
            path: folder.file(name),
            columns: [
                "rank", "person_id", "nik", "name", "kecamatan", "kelurahan", "occupation",
                "decile", "fund",
            ])
        let fund = name == "recipients.csv" ? run.plan?.fund.rawValue : nil
        for (place, key) in keys.enumerated() {
            let person = Int(key.person)
            let profile = run.profiles[person]
            file.field(place + 1)
            file.field(numbers[person])
            writeNIK(profile, &file)
            writeName(profile, &file)
            writePlace(profile, kelurahanFirst: false, &file)
            writeOccupation(profile, &file)
            file.field(Int(profile.decile))
            file.field(fund ?? "")
            try file.endRecord()
        }
        try file.finish()
    }

    private func writeRejects() throws(Problem) {
        var file = try CSVWriter(
            path: folder.file("rejects.csv"),
            columns: ["source", "row_id", "column", "value", "code", "message"])
        for received in run.deliveries {
            let delivery = received.delivery
            let text = delivery.rejects.text.span
            for reject in delivery.rejects.entries {
                file.field(delivery.source)
                file.field(Int(reject.row))
                file.field(delivery.heading(of: reject.field))
                file.field(bytes: text.extracting(reject.value.bounds))
                file.field(reject.code.code)
                file.field(reject.code.message.indonesian)
                try file.endRecord()
            }
        }
        try file.finish()
    }

    private func writeReviews() throws(Problem) {
        var file = try CSVWriter(
            path: folder.file("review.csv"),
            columns: ["person_a", "person_b", "weight", "probability", "evidence"])
        for pair in run.linkage.reviews {
            file.field(numbers[pair.personA])
            file.field(numbers[pair.personB])
            file.field(DecimalText.fixed(Double(pair.weight), 2))
            file.field(DecimalText.fixed(pair.probability, 4))
            file.field(pair.evidence.summary)
            try file.endRecord()
        }
        try file.finish()
    }

    /// `linkage.json`, and `pairs.csv` where it was asked for.
    private func writeLinkage() throws(Problem) {
        try TextFile.write(LinkageDocument(run).text(), to: folder.file("linkage.json"))
        guard run.request.keepsPairs else { return }
        let rows = run.deliveries.map { received in
            PairFile.Rows(
                source: received.delivery.source,
                numbers: received.delivery.roster.rows.map { Int($0.number) })
        }
        try PairFile.write(run.linkage.pairs, rows, to: folder.file("pairs.csv"))
    }

    // MARK: Fields

    private func writeIdentity(
        _ person: Int, _ profile: Profile, _ file: inout CSVWriter
    ) {
        writeNIK(profile, &file)
        writeName(profile, &file)
        file.field(profile.birthDay?.iso ?? "")
    }

    private func writeNIK(_ profile: Profile, _ file: inout CSVWriter) {
        profile.nik == 0 ? file.emptyField() : file.field(Int(profile.nik))
    }

    private func writeName(_ profile: Profile, _ file: inout CSVWriter) {
        writeText(profile.nameRow, \.name, &file)
    }

    private func writeText(
        _ row: UInt32, _ text: KeyPath<RosterRow, TextRange>, _ file: inout CSVWriter
    ) {
        guard row != Profile.noRow else {
            file.emptyField()
            return
        }
        let found = run.locate(Int(row))
        let roster = run.deliveries[found.delivery].delivery.roster
        file.field(bytes: roster.text.span.extracting(found.row[keyPath: text].bounds))
    }

    private func writeContacts(_ profile: Profile, _ file: inout CSVWriter) {
        let card =
            profile.cardRow == Profile.noRow ? 0 : run.locate(Int(profile.cardRow)).row.familyCard
        card == 0 ? file.emptyField() : file.field(Int(card))
        writeText(profile.motherRow, \.motherName, &file)
        let phone =
            profile.phoneRow == Profile.noRow ? 0 : run.locate(Int(profile.phoneRow)).row.phone
        phone == 0 ? file.emptyField() : file.field("0\(phone)")
        writeText(profile.addressRow, \.address, &file)
        let home =
            profile.addressRow == Profile.noRow ? nil : run.locate(Int(profile.addressRow)).row
        file.field(home.map { $0.rt > 0 ? NumberText.padded(Int($0.rt), to: 3) : "" } ?? "")
        file.field(home.map { $0.rw > 0 ? NumberText.padded(Int($0.rw), to: 3) : "" } ?? "")
    }

    private func writePlace(_ profile: Profile, kelurahanFirst: Bool, _ file: inout CSVWriter) {
        let (village, district) = placeNames(profile)
        file.field(kelurahanFirst ? village : district)
        file.field(kelurahanFirst ? district : village)
    }

    /// Names of village and district, empty where unknown.
    func placeNames(_ profile: Profile) -> (village: String, district: String) {
        guard profile.place >= 0 else { return ("", "") }
        let place = Int(profile.place)
        let places = run.region.places
        let district = places.entries[places.district(of: place)].name
        return (places.entries[place].district == nil ? "" : places.entries[place].name, district)
    }

    private func writeOccupation(_ profile: Profile, _ file: inout CSVWriter) {
        guard profile.occupation >= 0 else {
            file.emptyField()
            return
        }
        file.field(run.region.occupations[Int(profile.occupation)].code)
    }
}
