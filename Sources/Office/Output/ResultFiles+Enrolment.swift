import Civic
import Intake
import Jamsostek
import Papers
import Programme

extension ResultFiles {
    /// The sheet from which the insurer enrols the recipients: identity as text, one row a person.
    func writeEnrolment() throws(Problem) {
        var book = try WorkbookWriter(
            path: folder.file("bpjs-enrolment.xlsx"), created: run.request.asOf)
        try book.beginSheet(
            "Pendaftaran",
            columns: [
                .init("nik", width: 19), .init("nama", width: 30),
                .init("tgl_lahir", width: 12, kind: .date), .init("jk", width: 5),
                .init("nama_ibu", width: 24), .init("alamat", width: 36),
                .init("rt", width: 5), .init("rw", width: 5),
                .init("kelurahan_kode", width: 15), .init("kelurahan", width: 20),
                .init("kecamatan", width: 18), .init("hp", width: 16),
                .init("pekerjaan_kode", width: 20),
                .init("penghasilan", width: 14, kind: .rupiah), .init("program", width: 10),
                .init("bulan_mulai", width: 11), .init("jumlah_bulan", width: 12, kind: .number),
                .init("sumber_dana", width: 12), .init("nomor_sigap", width: 14),
            ])
        for key in run.allocation.recipients { try book.append(enrolment(Int(key.person))) }
        try book.writeNotes([
            ("Keadaan", run.request.asOf.iso),
            ("Program", "\(run.region.programmeName) \(run.region.name)"),
            ("Orang", String(run.allocation.recipients.count)),
            ("Versi syarat", run.region.ruleVersion),
            ("Sidik masukan", inputFingerprint),
        ])
        try book.finish()
    }

    private func enrolment(_ person: Int) -> [CellValue] {
        let profile = run.profiles[person]
        let home = row(profile.addressRow)
        let (village, district) = placeNames(profile)
        return [
            text(profile.nik == 0 ? nil : String(profile.nik)), text(run.name(person)),
            profile.birthDay.map { .date($0) } ?? .empty,
            text(Sex(rawValue: profile.sex).map { $0 == .male ? "L" : "P" }),
            text(row(profile.motherRow).map { string($0.row.motherName, $0.delivery) }),
            text(home.map { string($0.row.address, $0.delivery) }),
            text(home.flatMap { $0.row.rt > 0 ? NumberText.padded(Int($0.row.rt), to: 3) : nil }),
            text(home.flatMap { $0.row.rw > 0 ? NumberText.padded(Int($0.row.rw), to: 3) : nil }),
            text(
                profile.place < 0
                    ? nil : run.region.places.entries[Int(profile.place)].code.description),
            text(village), text(district),
            text(row(profile.phoneRow).map { "0\($0.row.phone)" }),
            text(
                profile.occupation < 0
                    ? nil : run.region.occupations[Int(profile.occupation)].code),
            .number(run.region.plan.declaredIncome.amount), text("JKK+JKM"),
            text(run.plan?.start.iso), .number(Int64(run.plan?.monthly.count ?? 0)),
            text(run.plan?.fund.rawValue), text(numbers[person]),
        ]
    }

    private func text(_ text: String?) -> CellValue {
        guard let text, !text.isEmpty else { return .empty }
        return .text(text)
    }

    private func row(_ position: UInt32) -> (delivery: Int, row: RosterRow)? {
        position == Profile.noRow ? nil : run.locate(Int(position))
    }

    private func string(_ range: TextRange, _ delivery: Int) -> String {
        run.deliveries[delivery].delivery.roster.string(range)
    }
}
