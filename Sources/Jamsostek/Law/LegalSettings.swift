import Civic

/// The answers to the contested rules: those of `settings.tsv`, some replaced by a region pack.
package struct LegalSettings: Sendable {
    /// In the order of the table.
    package let questions: [LegalQuestion]
    package let coverageStart: CoverageStartRule
    package let eventInUnpaidMonth: UnpaidMonthRule
    package let reactivationRequiresArrears: Bool
    package let deathClockResetsAfterLapse: Bool
    package let earlyDeathItems: EarlyDeathItems
    package let prepaidPricing: PrepaidPricing
    package let discountForCsrPsr: Bool
    package let discountForEmployers: Bool
    package let mixedPayerDiscount: Bool
    package let transportEvidence: TransportEvidence
    package let lateAccidentReport: LateReportRule
    /// Completed years of life.
    package let enrolmentAgeMin: Int
    package let coverAfterAgeLimit: Bool
    package let wageWorkerMayJoin: Bool
    package let jointLeaveIsWorkingDay: Bool
    private let sources: [LegalSetting: CitationSet]

    /// - Parameters:
    ///   - table: `settings.tsv`.
    ///   - citations: knows every source.
    ///   - overrides: value by name, from a region pack.
    /// - Throws: a problem of kind service for a missing or unknown name or value.
    init(
        _ table: Table, citations: CitationRegister, overriding overrides: [String: String]
    ) throws(Problem) {
        let answers = try SettingAnswers(table, citations: citations, overriding: overrides)
        questions = answers.questions
        sources = Dictionary(uniqueKeysWithValues: questions.map { ($0.setting, $0.source) })
        coverageStart = try answers.choice(.coverageStartRule)
        eventInUnpaidMonth = try answers.choice(.eventInUnpaidMonth)
        reactivationRequiresArrears = try answers.yes(.reactivationRequiresArrears)
        deathClockResetsAfterLapse = try answers.yes(.jkmClockResetsAfterLapse)
        earlyDeathItems = try answers.choice(.jkmEarlyItems)
        prepaidPricing = try answers.choice(.prepaidMonthPricing)
        discountForCsrPsr = try answers.yes(.discountForCsrPsr)
        discountForEmployers = try answers.yes(.discountForEmployers)
        mixedPayerDiscount = try answers.yes(.mixedPayerDiscount)
        transportEvidence = try answers.choice(.transportEvidence)
        lateAccidentReport = try answers.choice(.lateAccidentReport)
        enrolmentAgeMin = try answers.number(.enrolmentAgeMin)
        coverAfterAgeLimit = try answers.yes(.coverAfterAgeLimit)
        wageWorkerMayJoin = try answers.yes(.wageWorkerMayJoin)
        jointLeaveIsWorkingDay = try answers.yes(.jointLeaveIsWorkingDay)
    }

    func source(of setting: LegalSetting) -> CitationSet { sources[setting] ?? .none }
}

/// The rows of `settings.tsv` while they are read.
private struct SettingAnswers {
    private(set) var questions: [LegalQuestion] = []
    private let table: String

    init(
        _ table: Table, citations: CitationRegister, overriding overrides: [String: String]
    ) throws(Problem) {
        self.table = table.name
        for row in table.rows {
            let setting: LegalSetting = try row.choice("name")
            let options = row.list("options")
            let written = try row.text("value")
            let value = overrides[setting.rawValue] ?? written
            guard options.contains(value), !questions.contains(where: { $0.setting == setting })
            else { throw row.wrong("value", value) }
            questions.append(
                LegalQuestion(
                    setting: setting, value: value, options: options,
                    question: try row.phrase("question"), source: try citations.source(of: row)))
        }
        for name in overrides.keys.sorted() where LegalSetting(rawValue: name) == nil {
            throw SettingAnswers.unknown(name, in: table.name)
        }
    }

    private func answer(_ setting: LegalSetting) throws(Problem) -> LegalQuestion {
        guard let answer = questions.first(where: { $0.setting == setting }) else {
            throw Problem.missing(setting.rawValue, in: table)
        }
        return answer
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ setting: LegalSetting
    ) throws(Problem) -> Choice where Choice.RawValue == String {
        let answer = try answer(setting)
        guard let choice = Choice(rawValue: answer.value),
            Set(answer.options) == Set(Choice.allCases.map(\.rawValue))
        else { throw SettingAnswers.unknown(setting.rawValue, in: table) }
        return choice
    }

    func yes(_ setting: LegalSetting) throws(Problem) -> Bool {
        let answer = try answer(setting)
        guard let value = Bool(answer.value) else {
            throw SettingAnswers.unknown(setting.rawValue, in: table)
        }
        return value
    }

    func number(_ setting: LegalSetting) throws(Problem) -> Int {
        let answer = try answer(setting)
        guard let value = Int(answer.value) else {
            throw SettingAnswers.unknown(setting.rawValue, in: table)
        }
        return value
    }

    private static func unknown(_ name: String, in table: String) -> Problem {
        Problem.lawData(
            "law-setting",
            Phrase(
                "Program tidak mengenal aturan terbuka \"\(name)\" atau pilihannya.",
                en: "The program does not know the open rule \"\(name)\" or its options."),
            at: Spot(file: table))
    }
}
