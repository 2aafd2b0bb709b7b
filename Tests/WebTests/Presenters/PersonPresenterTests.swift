import Civic
import Pages
import Programme
import Testing

@testable import Store
@testable import Web

@Suite struct PersonPresenterTests {
    private let sample: Sample

    init() throws { sample = try Sample() }

    private func page(
        _ person: PersonSummary, _ verdicts: [RuleVerdict] = [], rows: [SourceRowRecord] = [],
        events: [JournalEvent] = [], revealed: String? = nil
    ) -> PersonPage {
        let record = PersonRecord(
            summary: person, familyCard: nil, phone: nil, motherName: nil,
            address: "Jalan Rekaan 1",
            rt: 3, rw: 11, verdicts: sample.verdicts(verdicts), rows: rows,
            reviews: [
                ReviewRecord(
                    pair: 7, otherNumber: "BKS-1111-11", otherName: "Dedy Supriatna", weight: 800,
                    probability: 634,
                    evidence: [PairFinding(Phrase("Nama mirip", en: "Similar names"))])
            ], links: [], events: events)
        return PersonPresenter.page(
            sample.facts, record: record, revealedNIK: revealed, funds: sample.funds,
            settings: sample.settings, ranked: 13_420)
    }

    private func row(_ link: RowLink, weight: Int, birth: Day? = nil) -> SourceRowRecord {
        SourceRowRecord(
            delivery: 3, agency: "dishub", file: "opang.csv", dataDay: nil, record: 12,
            name: "DEDI S",
            birth: birth, nik: NIK("3275010507900008"), link: link, weight: weight)
    }

    @Test func `every rule that pages know is judged in words`() throws {
        let page = page(sample.person(.waiting, rank: 41, waitingPlace: 5, decile: 3))
        #expect(page.verdicts.map(\.rule) == RuleName.allCases)
        let html = try sample.html(page)
        for words in [
            "35 tahun (syarat 18–64)", "Desil 3 (syarat 1–5)", "Tercatat di Dukcapil",
            "Ojek online (motor), di daftar pekerja informal", "Urutan 41 dari 13.420",
            "dalam kelompok desil 1–3", "Bahaya pekerjaan tingkat 2",
            "Nomor 5 di daftar tunggu Kelurahan Bekasijaya", "Kemungkinan 63%",
        ] {
            #expect(html.contains(words), "\(words)")
        }
    }

    @Test(arguments: [
        (RuleKind.resident, "moved", "Pindah dari Kota Bekasi"),
        (.resident, "outside", "Di luar Kota Bekasi"),
        (.resident, "address", "Beralamat di Kota Bekasi"),
        (.informalWork, "welfare:base_ojek", "Ojek pangkalan, menurut data kesejahteraan"),
        (.informalWork, "claimed:base_ojek", "Ojek pangkalan, belum dikonfirmasi"),
        (.informalWork, "other:base_ojek", "Ojek pangkalan, bukan pekerjaan informal"),
        (.informalWork, "sector:", "di daftar pekerja informal"),
        (.alive, "dead", "Tercatat meninggal"), (.alive, "reported-dead", "Dilaporkan meninggal"),
        (.notStateEmployee, "state", "Tercatat sebagai ASN, TNI, atau Polri"),
        (.notInsured, "insured", "Peserta aktif"),
        (.notInsured, "formerly", "Pernah peserta, kini tidak aktif"),
        (.working, "not-working", "Tidak bekerja"), (.willing, "refused", "Menolak ikut"),
    ])
    func `each datum of a run has its words`(
        _ rule: RuleKind, _ datum: String, _ words: String
    ) throws {
        let page = page(sample.person(.refused), [.init(rule, .failed, datum, by: "dtsen")])
        let verdict = try #require(page.verdicts.first { $0.rule.rawValue == rule.rawValue })
        guard case .said(let phrase) = verdict.datum else {
            Issue.record("nothing was said about \(rule)")
            return
        }
        #expect(phrase.indonesian == words)
        #expect(verdict.mark == .failed)
        #expect(verdict.source?.indonesian == "Dinas Sosial (DTSEN)")
    }

    @Test func `what no source says is said to be unknown`() throws {
        let page = page(sample.person(.review), [.init(.informalWork, .unknown, nil, by: nil)])
        #expect(try sample.html(page).contains("Tidak ada sumber yang menyebutnya"))
    }

    @Test func `rows tell how sure they are and what differs`() throws {
        let rows = [
            row(.certain, weight: 0), row(.probable, weight: 4250, birth: Sample.day(1990, 5, 7)),
            row(.probable, weight: 0), row(.probable, weight: 2_000_000), row(.decided, weight: 0),
        ]
        let html = try sample.html(page(sample.person(.waiting), rows: rows))
        for words in [
            "Pasti: NIK sama", "Cocok 95%", "Cocok 100%", "Cocok 99%", "Diputuskan petugas",
            "Lahir 7 Mei 1990; NIK 3275••••••••0008",
        ] {
            #expect(html.contains(words), "\(words)")
        }
        #expect(!html.contains("3275010507900008"))
    }

    @Test func `the NIK is shown only when it was asked for`() throws {
        let person = sample.person(.waiting)
        #expect(!(try sample.html(page(person)).contains("3275 0105 0790 0003")))
        let revealed = try sample.html(page(person, revealed: "3275010507900003"))
        #expect(revealed.contains("3275 0105 0790 0003"))
    }

    @Test func `events are told in words and local time`() throws {
        let instant = Instant(milliseconds: 1_774_640_520_000)
        let event = JournalEvent(
            id: 9, at: instant, actor: "ratna", verb: "nik.reveal", subject: "BKS-7K4M-92",
            detail: [:])
        let html = try sample.html(page(sample.person(.waiting), events: [event]))
        #expect(html.contains("NIK lengkap dibuka"))
        #expect(html.contains("28 Maret 2026 pukul 02.42 WIB"))
        #expect(
            JournalWords.moment(Instant(milliseconds: -1))
                == Moment(
                    day: Sample.day(1970, 1, 1), minute: 419))
    }
}
