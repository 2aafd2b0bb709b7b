import Civic

/// What a row of the download counts. Raw values stand in the column `measure`.
enum PublicMeasure: String, CaseIterable {
    case people
    case eligible
    case selected
    case waiting
    case ineligible
    case review
    case firstReason = "first_reason"
    case selectedByOccupation = "selected_by_occupation"
    case selectedByFund = "selected_by_fund"
    case selectedByAgeAndSex = "selected_by_age_and_sex"

    var meaning: Phrase {
        switch self {
        case .people:
            Phrase(
                "Orang di semua daftar dinas, tanpa pengulangan.",
                en: "People on all lists of the offices, each counted once.")
        case .eligible:
            Phrase("Orang yang memenuhi setiap syarat.", en: "People who meet every condition.")
        case .selected:
            Phrase(
                "Orang yang memenuhi syarat dan masuk kuota.",
                en: "Eligible people within the quota.")
        case .waiting:
            Phrase(
                "Orang yang memenuhi syarat dan menunggu kuota.",
                en: "Eligible people who wait for a place.")
        case .ineligible:
            Phrase(
                "Orang yang tidak memenuhi setidaknya satu syarat.",
                en: "People who do not meet at least one condition.")
        case .review:
            Phrase(
                "Orang yang datanya masih dipastikan petugas.",
                en: "People whose data an officer is confirming.")
        case .firstReason:
            Phrase(
                "Orang yang belum memenuhi syarat atau masih diperiksa, menurut alasan pertama.",
                en: "People not eligible or under review, by the first reason.")
        case .selectedByOccupation:
            Phrase("Orang terpilih menurut pekerjaan.", en: "Selected people by occupation.")
        case .selectedByFund:
            Phrase(
                "Orang terpilih menurut sumber dana iuran.",
                en: "Selected people by the fund that pays.")
        case .selectedByAgeAndSex:
            Phrase(
                "Orang terpilih menurut usia dalam tahun dan jenis kelamin.",
                en: "Selected people by age in years and sex.")
        }
    }
}
