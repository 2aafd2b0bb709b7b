import Pages

enum AccidentPresenter {
    /// Without hospitals: no city has listed those that treat without advance payment yet, and the
    /// page then sends people to any emergency room.
    static func page() -> AccidentPage { AccidentPage(districts: []) }
}
