package import Civic
import Intake
import Jamsostek
import Programme
package import Store

/// What somebody asks for who brings the list of an older cohort in.
package struct CohortWish: Sendable {
    package let cohort: String
    package let fund: String
    package let months: ClosedRange<Month>
    package let file: String
    package let bytes: [UInt8]

    package init(
        cohort: String, fund: String, months: ClosedRange<Month>, file: String, bytes: [UInt8]
    ) {
        self.cohort = cohort
        self.fund = fund
        self.months = months
        self.file = file
        self.bytes = bytes
    }
}

/// What came of a list, row by row.
package struct CohortReport: Sendable {
    package let outcome: CohortOutcome
    /// Rows without a usable NIK.
    package let withoutNIK: [Int]
}

extension Desk {
    private static let cohortMonths = 24

    /// How many members each cohort has, the programme's own included, and for how many the month
    /// is billed or paid.
    package func coverage(
        in month: Month, for viewer: Viewer
    ) async throws(Problem) -> [CohortCoverage] {
        try viewer.require(.seeContributions)
        return try await store.coverage(in: month)
    }

    /// Takes the people of an older cohort in; nil when that was done before.
    package func takeIn(
        _ wish: CohortWish, key: String, for viewer: Viewer
    ) async throws(Problem) -> CohortReport? {
        try viewer.require(.billContributions)
        guard let cohort = region.contributions.cohort(wish.cohort) else {
            throw Desk.cohortUnknown()
        }
        guard wish.months.upperBound - wish.months.lowerBound < Desk.cohortMonths else {
            throw Desk.cohortTooLong()
        }
        try region.uploads.require(wish.bytes.count, .reference, file: nil)
        guard let agency = region.nominator else { throw Problem.storeFailed("nominator") }
        let list = try UploadReader(context: region.intake(asOf: .jakarta(at: .now()))).read(
            bytes: wish.bytes, fileName: wish.file, agency: agency)
        let people = list.rows.compactMap { person($0, list) }
        let withoutNIK = list.rows.filter { ($0.person?.nik ?? 1) == 0 }.map(\.number)
        guard !people.isEmpty else { throw Desk.cohortEmpty() }
        let outcome = try await store.takeIn(
            CohortList(
                cohort: cohort, digest: list.digest, people: people, fund: wish.fund,
                months: wish.months, activeFrom: wish.months.lowerBound.firstDay),
            try region.pricing(law, in: wish.months), by: act(viewer, "cohort", key: key))
        guard let outcome else { return nil }
        return CohortReport(outcome: outcome, withoutNIK: withoutNIK)
    }

    private func person(_ row: UploadedRow, _ list: UploadedList) -> CohortPerson? {
        guard let person = row.person, let nik = NIK(digits: person.nik), person.nik != 0 else {
            return nil
        }
        let (work, place) = (Int(person.occupation), Int(person.place))
        let code = place < 0 ? nil : region.places.entries[place].code
        let participant = list.string(person.participantNumber)
        return CohortPerson(
            row: row.number, nik: nik, name: list.string(person.name),
            birth: person.birthPrecision == .yearOnly ? nil : person.birthDay,
            district: code?.district, village: code?.level == .village ? code : nil,
            occupation: work < 0 ? nil : region.occupations[work].code,
            participant: participant.isEmpty ? nil : participant)
    }

    private static func cohortUnknown() -> Problem {
        Problem(
            .input, "cohort-unknown",
            Phrase("Kelompok ini tidak dikenal.", en: "There is no such cohort."),
            do: Phrase("Pilih dari daftar.", en: "Choose one from the list."))
    }

    private static func cohortEmpty() -> Problem {
        Problem(
            .input, "cohort-empty",
            Phrase(
                "Tidak ada baris dengan NIK yang benar.", en: "No row bears a usable NIK."),
            do: Phrase(
                "Periksa kolom NIK: 16 angka, sel berbentuk teks.",
                en: "Check the column of NIKs: 16 digits, cells as text."))
    }

    private static func cohortTooLong() -> Problem {
        Problem(
            .input, "cohort-months",
            Phrase("Terlalu banyak bulan.", en: "Too many months."),
            do: Phrase(
                "Pilih paling banyak \(Desk.cohortMonths) bulan.",
                en: "Choose at most \(Desk.cohortMonths) months."))
    }
}
