import Civic
import Office
import Pages
import Programme
import Store

enum DriverPresenter {
    static func office(
        _ facts: CityFacts, _ office: DriverOffice, notice: DriversPage.Notice?
    ) -> DriversPage {
        DriversPage(
            partner: office.partner?.name, agreement: office.agreement, today: office.today,
            oldestDays: facts.region.partners.consent.oldestDays,
            rowsMax: facts.region.uploads.rowsAtOnce(.drivers),
            lists: office.lists.map { row(facts, $0) }, notice: notice)
    }

    static func list(
        _ facts: CityFacts, _ view: DriverListView, checkAddress: String, isRepeated: Bool
    ) -> DriverListPage {
        let list = view.record.list
        return DriverListPage(
            list: row(facts, list), faults: view.record.faultCounts, dropped: list.dropped,
            rows: view.results.map { result in
                DriverListPage.Row(
                    record: result.record, nik: result.nik,
                    outcome: result.answer.map {
                        (value: $0.outcome, word: DriverWords.outcome($0.outcome))
                    },
                    reason: DriverWords.reason(result.answer?.reason, facts.region))
            },
            faultRows: view.faults.map {
                DriverListPage.FaultRow(record: $0.record, fault: DriverWords.fault($0.fault))
            }, certificates: view.record.deletions.map(certificateLink), asOf: view.asOf,
            checkAddress: checkAddress, salt: view.isOwn ? list.salt.map(DriverProof.text) : nil,
            isOwn: view.isOwn, isRepeated: isRepeated)
    }

    static func certificate(
        _ deletion: DriverDeletion, _ partner: PartnerTerms.Partner?
    ) -> DriverCertificatePage {
        let why: DriverCertificatePage.Why =
            switch deletion.why {
            case .promised: .promised
            case .asked: .asked
            case .unsent: .unsent
            case .withdrawn: .withdrawn
            }
        return DriverCertificatePage(
            id: deletion.id, list: deletion.list, partner: partner?.name ?? .same(deletion.agency),
            agreement: deletion.agreement, why: why, rows: deletion.rows,
            digest: deletion.digest.map(DriverProof.text), moment: JournalWords.moment(deletion.at),
            actor: deletion.actor == "sigap" ? nil : deletion.actor)
    }

    static func partners(
        _ facts: CityFacts, _ office: PartnersOffice, key: String, trouble: Problem?
    ) -> PartnersPage {
        PartnersPage(
            agreements: office.agreements.map { agreement in
                PartnersPage.Agreement(
                    id: agreement.id, partner: name(facts, agreement.terms.agency),
                    terms: agreement.terms)
            }, lists: office.lists.map { row(facts, $0) },
            certificates: office.deletions.reversed().map(certificateLink),
            partners: office.partners.map { (id: $0.id, name: $0.name) }, today: office.today,
            mayManage: office.mayManage, key: key, trouble: trouble)
    }

    private static func row(_ facts: CityFacts, _ list: DriverList) -> DriverListRow {
        let stage: DriverStage =
            switch list.state {
            case .draft: .draft
            case .sent: .sent
            case .ended: .ended
            }
        return DriverListRow(
            id: list.id, partner: name(facts, list.agency), stage: stage,
            moment: JournalWords.moment(list.sentAt ?? list.madeAt), rows: list.rowsKept,
            counts: list.counts,
            deleteOn: list.deleteOn)
    }

    private static func certificateLink(
        _ deletion: DriverDeletion
    ) -> DriverListPage.Certificate {
        let day = Day.jakarta(at: deletion.at)
        return DriverListPage.Certificate(
            id: deletion.id,
            text: Phrase(
                "Surat \(deletion.id): \(NumberText.grouped(deletion.rows)) baris, \(CalendarWords.text(day, .indonesian))",
                en:
                    "Certificate \(deletion.id): \(deletion.rows) rows, \(CalendarWords.text(day, .english))"
            ))
    }

    private static func name(_ facts: CityFacts, _ agency: String) -> Phrase {
        facts.region.partners.partner(agency)?.name ?? .same(agency)
    }
}
