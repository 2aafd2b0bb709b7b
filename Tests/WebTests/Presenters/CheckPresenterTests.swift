import Civic
import Foundation
import Jamsostek
import Office
import Pages
import Programme
import Testing

@testable import Store
@testable import Web

@Suite struct CheckPresenterTests {
    private let sample: Sample

    init() throws { sample = try Sample() }

    private func html(
        _ person: PersonSummary, _ verdicts: [RuleVerdict] = [],
        _ language: Language = .indonesian
    ) throws -> String {
        try sample.html(page(person, verdicts), language)
    }

    private func page(
        _ person: PersonSummary, _ verdicts: [RuleVerdict] = []
    ) throws -> CheckAnswerPage {
        try CheckPresenter.answer(
            sample.facts,
            answer: StatusAnswer(person: person, verdicts: sample.verdicts(verdicts)),
            funds: sample.funds, settings: sample.settings, today: Sample.day)
    }

    @Test func `the selected read who pays and that cover has not started`() throws {
        let html = try html(sample.person(.selected, fund: "apbd"))
        #expect(html.contains("terpilih"))
        #expect(html.contains("APBD Kota Bekasi"))
        #expect(html.contains("Perlindungan belum berlaku"))
        #expect(html.contains("Penetapan penerima"))
        #expect(!html.contains("Ingin terlindungi sekarang?"))
    }

    @Test func `what the kelurahan decided goes before what the rules say`() throws {
        func html(_ state: CaseState, _ refusal: String? = nil) throws -> String {
            try sample.html(
                CheckPresenter.answer(
                    sample.facts,
                    answer: StatusAnswer(
                        person: sample.person(.selected, fund: "apbd"),
                        verdicts: sample.verdicts(), verified: state, refusal: refusal),
                    funds: sample.funds, settings: sample.settings, today: Sample.day))
        }
        #expect(try html(.field).contains("Petugas RW akan memastikan pekerjaan Anda"))
        #expect(try html(.refused, "A10").contains("sedang tidak bekerja atau sedang sakit"))
        #expect(try !html(.refused, "A10").contains("terpilih"))
        #expect(try html(.approved).contains("terpilih"))
    }

    @Test func `the waiting read their place in their village`() throws {
        let html = try html(sample.person(.waiting, waitingPlace: 214))
        #expect(html.contains("Anda nomor 214 di daftar tunggu Kelurahan Bekasijaya"))
        #expect(html.contains("6 Januari 2026"))
        #expect(html.contains("27 Maret 2026"))
    }

    @Test func `whoever waits without a known village is being checked`() throws {
        let html = try html(sample.person(.waiting, village: nil, waitingPlace: 2))
        #expect(html.contains("Data Anda sedang diperiksa"))
    }

    @Test func `the insured need not do anything`() throws {
        let html = try html(
            sample.person(.insured, reasons: ["A4"]), [.init(.notInsured, .failed, "insured")])
        #expect(html.contains("Anda sudah menjadi peserta BPJS Ketenagakerjaan"))
        #expect(!html.contains("Ingin terlindungi sekarang?"))
    }

    @Test func `those under review are told to wait, or what to correct`() throws {
        let waits = try html(
            sample.person(.review, reasons: ["A9"]),
            [.init(.informalWork, .unknown, "claimed:online_ojek")])
        #expect(waits.contains("Data Anda sedang diperiksa"))
        let corrects = try html(
            sample.person(.review, reasons: ["A7"]), [.init(.identified, .unknown, nil)])
        #expect(corrects.contains("Ada data yang perlu diperbaiki di kelurahan"))
        #expect(corrects.contains("NIK atau nama tidak cocok"))
    }

    @Test func `an unconfirmed report of death is not told`() throws {
        let html = try html(
            sample.person(.review, reasons: ["A13", "A7"]),
            [.init(.alive, .unknown, "reported-dead"), .init(.identified, .unknown, nil)])
        #expect(!html.contains("meninggal dunia di Dukcapil"))
    }

    @Test(arguments: [
        ("A1", RuleVerdict(.resident, .failed, "outside"), "terdaftar di luar Kota Bekasi"),
        (
            "A2", RuleVerdict(.age, .failed, "71"),
            "Usia Anda 71 tahun. Program ini untuk usia 18–64"
        ),
        ("A3", RuleVerdict(.decile, .failed, "8"), "di luar kelompok penerima"),
        ("A11", RuleVerdict(.decile, .failed, nil), "belum lengkap: data kesejahteraan keluarga"),
        ("A11", RuleVerdict(.age, .failed, nil), "belum lengkap: tanggal lahir"),
        ("A13", RuleVerdict(.alive, .failed, "dead"), "Tercatat meninggal dunia di Dukcapil"),
        ("A14", RuleVerdict(.willing, .failed, "refused"), "Anda menolak ikut"),
    ])
    func `the refused read why, filled with their own data`(
        _ code: String, _ verdict: RuleVerdict, _ sentence: String
    ) throws {
        let html = try html(sample.person(.refused, reasons: [code]), [verdict])
        #expect(html.contains("Anda belum memenuhi syarat"))
        #expect(html.contains(sentence))
    }

    @Test(arguments: PersonStanding.allCases, Language.allCases)
    func `no answer tells decile, full NIK or an empty placeholder`(
        _ standing: PersonStanding, _ language: Language
    ) throws {
        let reasons = sample.facts.region.reasons.reasons.map(\.code)
        let verdicts = RuleKind.allCases.map { RuleVerdict($0, .failed, nil) }
        let person = sample.person(
            standing, reasons: reasons, waitingPlace: 3, fund: "csr")
        let html = try html(person, verdicts, language)
        #expect(!html.localizedCaseInsensitiveContains("desil"))
        #expect(!html.localizedCaseInsensitiveContains("decile"))
        #expect(!html.contains("3275010507900003"))
        #expect(!html.contains("Dedi"))
        #expect(html.firstMatch(of: /\{[a-z]+\}/) == nil)
    }

    @Test func `one's own cover is priced by the law and only offered where it is possible`() throws
    {
        let offered = try page(sample.person(.waiting, waitingPlace: 1))
        let driver = ContributionClass(sector: .transport, fund: .selfPaid)
        #expect(
            try offered.ownContribution
                == sample.facts.law.rate(for: driver, in: Sample.day.month).total)
        let claimed = try page(
            sample.person(.review), [.init(.informalWork, .unknown, "claimed:online_ojek")])
        let other = ContributionClass(sector: .other, fund: .selfPaid)
        #expect(
            try claimed.ownContribution
                == sample.facts.law.rate(for: other, in: Sample.day.month).total)
        for rule in [RuleKind.alive, .notStateEmployee, .notInsured] {
            let page = try page(sample.person(.refused), [.init(rule, .failed, "dead")])
            #expect(page.ownContribution == nil)
        }
    }
}
