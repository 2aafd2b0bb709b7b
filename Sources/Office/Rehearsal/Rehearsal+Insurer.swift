import Civic
import Programme
import Store

/// What the insurer and the city tell each other.
extension Rehearsal {
    struct Enrolled {
        var accepted = 0
        var refused = 0
    }

    /// Sends a file for each fund and takes in what comes back, those who come late last.
    func enrol(with insurer: inout InsurerEmulator) async throws(Problem) -> Enrolled {
        var outcome = Enrolled()
        for queue in try await desk.enrolmentQueues(for: cast.liaison) {
            let made = try await desk.makeEnrolmentFile(
                queue.fund, key: "\(Rehearsal.key) \(queue.fund)", for: cast.liaison)
            guard let made else { continue }
            let content = try await desk.enrolmentFile(made, for: cast.liaison)
            guard let content else { continue }
            _ = try await desk.handOver(made, "Contoh", for: cast.liaison)
            let replies = try insurer.receive(content.bytes, name: content.name, on: today)
            for reply in replies {
                let intake = try await desk.takeInsurerFile(
                    InsurerUpload(
                        name: reply.name, bytes: reply.bytes, kind: .result,
                        month: queue.month, fund: queue.fund, answers: made),
                    for: cast.liaison)
                let record = try await desk.insurerFile(intake.file, for: cast.liaison)
                outcome.accepted += record?.figures.count(.accept) ?? 0
                outcome.refused += record?.figures.count(.refuse) ?? 0
            }
        }
        return outcome
    }

    /// Bills a month, compares, orders and pays: by two people, as it must be.
    func pay(_ month: Month) async throws(Problem) -> [Bill] {
        let key = "\(Rehearsal.key) \(month.iso)"
        let run = try await desk.billMonth(month, key: key, for: manager)
        var paid: [Bill] = []
        for id in run.bills {
            let bill = try await desk.bill(id, for: manager)
            let own = "\(key) \(bill.fund)"
            let compared = try await desk.compareBill(
                id, people: bill.people, amount: bill.amount, code: "\(id)26\(month.number)",
                key: own, for: manager)
            let ordered = try await desk.orderBill(
                id, version: compared.version, number: "SPM-\(month.iso)-\(id)", key: own,
                for: manager)
            let payment = PaymentWish(
                disbursement: "SP2D-\(month.iso)-\(id)", day: min(today, month.firstDay + 17),
                proof: nil)
            paid.append(
                try await desk.payBill(
                    id, version: ordered.version, payment, key: own, for: cast.finance))
        }
        return paid
    }

    /// Takes in the insurer's list of a month, fund by fund, and closes the month.
    func reconcile(
        _ month: Month, with insurer: InsurerEmulator
    ) async throws(Problem) {
        for fund in plan.funds.map(fundID) {
            let price = try await price(of: month, fund)
            guard let price else { continue }
            let lists = try insurer.lists(of: month, fund: fund, price: price)
            guard let lists else { continue }
            _ = try await desk.takeInsurerFile(
                InsurerUpload(
                    name: lists.members.name, bytes: lists.members.bytes, kind: .members,
                    month: month, fund: fund), for: cast.liaison)
        }
        let found = try await desk.reconciliation(of: month, for: manager)
        _ = try await desk.closeReconciliation(
            of: month, ours: found.ourDigest, theirs: found.theirDigest, for: manager)
    }

    /// What the fund paid for one person; nil where it paid for nobody.
    private func price(of month: Month, _ fund: String) async throws(Problem) -> Rupiah? {
        let figures = try await desk.coverMonth(month, for: manager)
        let paid = figures.funds.first { $0.fund.id == fund }?.sum(.paid)
        guard let paid, paid.people > 0 else { return nil }
        return paid.amount.scaled(by: 1, over: Int64(paid.people))
    }
}
