import Civic

/// How much changed since the draft that was sent back.
package struct DecreeChanges: Sendable {
    package let added: Int
    package let removed: Int
    package let changed: Int

    package init(added: Int, removed: Int, changed: Int) {
        self.added = added
        self.removed = removed
        self.changed = changed
    }

    subscript(part: DecreeRedraftPage.Part) -> Int {
        switch part {
        case .added: added
        case .removed: removed
        case .changed: changed
        }
    }

    func text(_ say: Speech) -> String {
        say(
            "decree-changes-text",
            [
                "tambah": say.number(added), "keluar": say.number(removed),
                "ubah": say.number(changed),
            ])
    }

    /// On the page of the decree.
    func view(_ say: Speech, of id: Int) -> View {
        [
            "changesText": .text(text(say)),
            "see": .part(
                added + removed + changed > 0
                    ? ["seeHref": .text(Address.decreeRedraft(id))] : nil),
        ]
    }
}
