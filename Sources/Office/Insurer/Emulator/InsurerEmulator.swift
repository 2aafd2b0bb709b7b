package import Civic

/// An insurer for rehearsals and tests: it gives numbers, refuses, answers late and in part, adds
/// somebody nobody asked for, and lists and bills a month. What it decides about a person depends on
/// the seed and the NIK alone, so that a repetition is decided in the same way.
package struct InsurerEmulator: Sendable {
    /// What it keeps of somebody it covers.
    struct Cover: Sendable {
        let person: EmulatedPerson
        let participant: String
        /// The first month without cover, once the city has told of it.
        var until: Month?
    }

    enum Fate {
        case prompt
        case refused(String)
        case late, missing
    }

    package let plan: EmulatorPlan
    let template: InsurerTemplate
    private var answered: [String: [InsurerReply]] = [:]
    private(set) var covered: [UInt64: Cover] = [:]
    private var participants: Set<String> = []

    package init(plan: EmulatorPlan, region: Region) {
        self.plan = plan
        template = region.insurer
    }

    /// How many files were taken; the same one twice counts once.
    package var filesTaken: Int { answered.count }
    package var peopleCovered: Int { covered.count }

    /// Answers a file that asks for enrolment or tells of ends: one answer at once, and one with those
    /// who come late, if there are any.
    ///
    /// - Parameters:
    ///   - bytes: the file as it was sent.
    ///   - name: what it is called.
    ///   - digest: its name for good, under which the same answers are given; nil for that of the
    ///     bytes.
    ///   - day: today.
    /// - Returns: the answers, the first one first.
    /// - Throws: `emulator-file` when it is no file that the city makes.
    package mutating func receive(
        _ bytes: [UInt8], name: String, digest: String? = nil, on day: Day
    ) throws(Problem) -> [InsurerReply] {
        let digest = digest ?? Fingerprint.of(bytes)
        if let known = answered[digest] { return known }
        if let rows = try EmulatedRow.read(bytes, name: name, template.end, [.nik, .end]) {
            let replies = try end(rows.compactMap { EmulatedEnd($0) }, name: name, on: day)
            answered[digest] = replies
            return replies
        }
        let rows = try EmulatedRow.read(
            bytes, name: name, template.enrolment, [.nik, .name, .start, .months])
        guard let rows else { throw InsurerEmulator.strangeFile(name) }
        let people = rows.compactMap { EmulatedPerson($0) }
        var prompt: [EmulatedSheet.Row] = []
        var late: [EmulatedSheet.Row] = []
        for person in people {
            switch fate(of: person) {
            case .prompt: prompt.append(accept(person))
            case .late: late.append(accept(person))
            case .refused(let reason): prompt.append(refusal(person, reason))
            case .missing: continue
            }
        }
        for index in 0..<plan.strangers { prompt.append(stranger(index, among: people)) }
        let replies = try replies(prompt, late, name: name, on: day)
        answered[digest] = replies
        return replies
    }

    package func answers(to digest: String) -> [InsurerReply] { answered[digest] ?? [] }

    // MARK: What becomes of people

    private func fate(of person: EmulatedPerson) -> Fate {
        // Whoever is covered is refused a second time, as a member already.
        if let cover = covered[person.nik], cover.until == nil { return .refused("A4") }
        let draw = share(person.nik, 1)
        if draw < plan.refused { return .refused(share(person.nik, 2) < 82 ? "A4" : "A7") }
        if draw < plan.refused + plan.late { return .late }
        return draw < plan.refused + plan.late + plan.missing ? .missing : .prompt
    }

    private mutating func accept(_ person: EmulatedPerson) -> EmulatedSheet.Row {
        let participant = newParticipant(for: person.nik)
        covered[person.nik] = Cover(person: person, participant: participant)
        return EmulatedSheet.Row(
            nik: person.nik, number: person.number, name: person.name, participant: participant,
            start: person.start, status: "DITERIMA")
    }

    private func refusal(_ person: EmulatedPerson, _ reason: String) -> EmulatedSheet.Row {
        EmulatedSheet.Row(
            nik: person.nik, number: person.number, name: person.name, status: "DITOLAK",
            code: template.answers.code(for: reason) ?? "", reason: "Lihat kode")
    }

    private mutating func stranger(
        _ index: Int, among people: [EmulatedPerson]
    ) -> EmulatedSheet.Row {
        let model = people.isEmpty ? nil : people[index % people.count]
        let nik = strangeNIK(index, like: model?.nik ?? 0)
        return EmulatedSheet.Row(
            nik: nik, name: "PESERTA LAIN \(index + 1)",
            participant: newParticipant(for: nik), start: model?.start, status: "DITERIMA")
    }

    /// The place and birthday of somebody real, and a serial that nobody in the files has.
    private func strangeNIK(_ index: Int, like nik: UInt64) -> UInt64 {
        let base = nik / 10_000 * 10_000
        for step in 0..<9_000 {
            let serial = UInt64(9_999 - (index + step) % 9_000)
            if base + serial != nik, NIK(digits: base + serial) != nil { return base + serial }
        }
        return nik
    }

    /// Eleven digits; of two people whose numbers would be the same the later one gets the next.
    private mutating func newParticipant(for nik: UInt64) -> String {
        var draw = mixed(nik, 3)
        while true {
            let text = "26\(NumberText.padded(Int(draw % 1_000_000_000), to: 9))"
            if participants.insert(text).inserted { return text }
            draw &+= 1
        }
    }

    /// 0 to below 100.
    func share(_ nik: UInt64, _ turn: UInt64) -> Double {
        Double(mixed(nik, turn) % 1_000_000) / 10_000
    }

    private func mixed(_ nik: UInt64, _ turn: UInt64) -> UInt64 {
        SeededGenerator.mix(SeededGenerator.mix(plan.seed &+ turn) ^ nik)
    }

    // MARK: Ends

    /// Ends the cover of whoever it knows by this number, and of whoever is named without one.
    private mutating func end(
        _ ends: [EmulatedEnd], name: String, on day: Day
    ) throws(Problem) -> [InsurerReply] {
        var prompt: [EmulatedSheet.Row] = []
        var late: [EmulatedSheet.Row] = []
        for end in ends {
            guard share(end.nik, 6) >= plan.missing else { continue }
            let known = covered[end.nik]?.participant
            let isKnown = known != nil && (end.participant.isEmpty || end.participant == known)
            if isKnown { covered[end.nik]?.until = end.month }
            let row = EmulatedSheet.Row(
                nik: end.nik, number: end.number, name: end.name, participant: end.participant,
                status: isKnown ? "NONAKTIF" : "TIDAK DITEMUKAN")
            if share(end.nik, 7) < plan.late { late.append(row) } else { prompt.append(row) }
        }
        return try replies(prompt, late, name: name, on: day)
    }

    // MARK: Files

    private func replies(
        _ prompt: [EmulatedSheet.Row], _ late: [EmulatedSheet.Row], name: String, on day: Day
    ) throws(Problem) -> [InsurerReply] {
        let stem = name.split(separator: ".").dropLast().joined(separator: ".")
        let first = EmulatedSheet(
            template: template,
            fields: [.reason, .code, .status, .start, .participant, .name, .nik, .number])
        var replies = [
            InsurerReply(
                name: "hasil-1-\(stem).xlsx",
                bytes: try first.workbook(prompt, title: "Hasil", on: day))
        ]
        guard !late.isEmpty else { return replies }
        // The second answer repeats some rows of the first one, as branches do.
        let second = EmulatedSheet(
            template: template,
            fields: [.participant, .nik, .status, .name, .start, .code, .reason])
        replies.append(
            InsurerReply(
                name: "hasil-2-\(stem).csv", bytes: try second.text(Array(prompt.prefix(20)) + late)
            ))
        return replies
    }

    private static func strangeFile(_ name: String) -> Problem {
        Problem(
            .input, "emulator-file",
            Phrase(
                "Berkas ini bukan berkas untuk BPJS.", en: "The file is none for the insurer."),
            at: Spot(file: name),
            do: Phrase(
                "Berikan berkas dari halaman BPJS, kirim.",
                en: "Give a file that was made on the insurer's page."))
    }
}
