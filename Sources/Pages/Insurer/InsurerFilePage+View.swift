import Civic

extension InsurerFilePage {
    package func view(_ say: Speech) -> View {
        [
            "title": .text(title(say)),
            "tabs": .list(InsurerTabs.view(sending == nil ? .into : .out, say)),
            "fileName": .text(name),
            "origin": .text(
                [
                    kindName(say), say.month(month),
                    say.moment(at), who,
                ].joined(separator: " · ")),
            "digest": .text(digest),
            "trouble": .part(trouble.map { ProposalTrouble.view($0, say) }),
            "isKnown": .flag(isKnown),
            "refusals": .part(refusalText(say).map { ["refusalText": .text($0)] }),
            "sending": .part(sending.map { view($0, say) }),
            "hasGroups": .flag(counts.count > 1),
            "groups": .list(
                counts.map { group, count in
                    [
                        "href": .text(Address.insurerFile(id, group.rawValue)),
                        "groupName": .text(group.name(say)),
                        "groupCount": .text(say.number(count)),
                        "isCurrent": .flag(group == self.group),
                    ]
                }),
            "settle": .part(
                group == .conflict ? settleHref.map { ["settleHref": .text($0)] } : nil),
            "caption": .text(group.name(say)),
            "rows": .list(rows.map { view($0, say) }),
            "isEmpty": .flag(rows.isEmpty),
            "next": .part(nextHref.map { ["href": .text($0)] }),
        ]
    }

    private func kindName(_ say: Speech) -> String {
        let isEnd = sending?.file.isEnd ?? false
        return kind?.name(say) ?? say(isEnd ? "insurer-kind-end-out" : "insurer-kind-enrol")
    }

    private func count(_ group: Group) -> Int { counts.first { $0.group == group }?.count ?? 0 }

    private func title(_ say: Speech) -> String {
        if let sending {
            return say.counted(
                sending.file.people, one: "insurer-sent-one", many: "insurer-sent-many")
        }
        if kind == .result || kind == .end {
            return say(
                kind == .end ? "insurer-brought-end" : "insurer-brought",
                [
                    "terima": say.number(count(.accepted)), "tolak": say.number(count(.refused)),
                ])
        }
        return say.counted(count(.listed), one: "insurer-listed-one", many: "insurer-listed-many")
    }

    /// `BPJS menolak 38 orang: 31 sudah peserta aktif (A4), 7 NIK tidak padan (A7).`
    private func refusalText(_ say: Speech) -> String? {
        guard !refusals.isEmpty else { return nil }
        let parts = refusals.map { refusal in
            say(
                "insurer-refusal-part",
                [
                    "jumlah": say.number(refusal.people), "alasan": say.text(refusal.reason),
                    "kode": refusal.code,
                ])
        }
        return say(
            "insurer-refusals",
            [
                "jumlah": say.number(refusals.reduce(0) { $0 + $1.people }),
                "rincian": parts.joined(separator: ", "),
            ])
    }

    private func view(_ sending: Sending, _ say: Speech) -> View {
        let handed = sending.handover.map { handover in
            say(
                "insurer-handed",
                [
                    "cara": handover.manner, "siapa": handover.who,
                    "waktu": say.moment(handover.at),
                ])
        }
        return [
            "downloadHref": .text(Address.insurerDownload(id)),
            "fundTitle": .text(sending.file.fund),
            "answers": .text(InsurerWords.answers(sending.file, say)),
            "late": .part(InsurerWords.late(sending.file, say)),
            "handed": .part(handed.map { ["handedText": .text($0)] }),
            "open": .part(
                sending.handover != nil
                    ? nil
                    : [
                        "handHref": .text(Address.insurerHandover(id)),
                        "service": .part(
                            sending.hasService
                                ? ["serviceHref": .text(Address.insurerService(id))] : nil),
                        "tries": .part(
                            sending.tries == 0
                                ? nil
                                : [
                                    "triesText": .text(
                                        say(
                                            "insurer-tries",
                                            ["jumlah": say.number(sending.tries)]))
                                ]),
                    ]),
        ]
    }

    private func view(_ row: Row, _ say: Speech) -> View {
        [
            "line": .text(say.number(row.line)),
            "personName": .text(row.name ?? say("insurer-nobody")),
            "who": .text(
                [row.number, row.nik, row.village].compactMap { $0 }.joined(separator: " · ")),
            "participant": .text(row.participant ?? "–"),
            "start": .text(row.day.map { say.day($0) } ?? "–"),
            "amount": .text(row.amount.map { say.money($0) } ?? "–"),
            "notes": .text(
                row.notes.isEmpty
                    ? "–" : row.notes.map { say.text($0) }.joined(separator: " · ")),
        ]
    }
}
