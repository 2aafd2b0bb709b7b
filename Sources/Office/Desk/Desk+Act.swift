import Store

extension Desk {
    /// What `viewer` does now. A key makes a repetition harmless; it is made by a browser, so that
    /// `verb` and the account go before it: two accounts, or two deeds, never meet in one.
    func act(_ viewer: Viewer, _ verb: String, key: String?) -> Act {
        let login = viewer.account.login
        return Act(actor: login, at: .now(), key: key.map { "\(verb) \(login) \($0)" })
    }
}
