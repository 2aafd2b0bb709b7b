import Pages

enum HelpPresenter {
    static func page() -> HelpPage { HelpPage() }
}
