import Civic

extension InsurerConflictsPage {
    package func view(_ say: Speech) -> View {
        [
            "title": .text(
                count == 0
                    ? say("insurer-conflicts-none")
                    : say.counted(
                        count, one: "insurer-conflicts-one", many: "insurer-conflicts-many")),
            "tabs": .list(InsurerTabs.view(.reconciliation, say)),
            "trouble": .part(trouble.map { ProposalTrouble.view($0, say) }),
            "isSettled": .flag(isSettled),
            "backHref": .text(Address.reconciliation(month)),
            "backText": .text(say("month-title", ["bulan": say.month(month)])),
            "isClosed": .flag(isClosed),
            "closedText": .text(say("insurer-conflicts-closed", ["bulan": say.month(month)])),
            "cases": .list(cases.map { view($0, say) }),
            "next": .part(nextHref.map { ["href": .text($0)] }),
        ]
    }

    private func view(_ item: Case, _ say: Speech) -> View {
        let id = "\(item.file)-\(item.line)"
        return [
            "headingID": .text("orang-\(id)"),
            "name": .text(item.name),
            "who": .text(
                [item.number, item.nik.map { "NIK \($0)" }, item.village].compactMap(\.self)
                    .joined(separator: " · ")),
            "kind": .part(item.kind.map { ["kindText": .text(say.text($0))] }),
            "sides": .list([
                view(item.held, say("insurer-conflict-held"), say),
                view(item.later, say("insurer-conflict-later"), say),
            ]),
            "form": .part(isClosed ? nil : form(item, id)),
        ]
    }

    private func view(_ side: Side, _ name: String, _ say: Speech) -> View {
        [
            "sideName": .text(name), "says": .text(say.text(side.says)),
            "source": .part(
                side.source.map { source in
                    [
                        "fileHref": .text(Address.insurerFile(source.file)),
                        "fileName": .text(source.name),
                        "line": .text(say.number(source.line)), "at": .text(say.moment(source.at)),
                    ]
                }),
        ]
    }

    private func form(_ item: Case, _ id: String) -> View {
        [
            "action": .text(Address.insurerConflicts(month)),
            "key": .text("\(key)-\(id)"), "file": .text(String(item.file)),
            "line": .text(String(item.line)), "version": .text(String(item.version)),
            "heldValue": .text(Choice.held.rawValue),
            "isHeld": .flag(item.choice == .held || !item.mayHold),
            "later": .part(
                item.mayHold
                    ? [
                        "laterValue": .text(Choice.later.rawValue),
                        "isLater": .flag(item.choice == .later),
                    ] : nil),
            "reasonID": .text("alasan-\(id)"), "reason": .text(item.reason),
        ]
    }
}
