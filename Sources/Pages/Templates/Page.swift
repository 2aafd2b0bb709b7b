/// One page of the site: knows its template and turns what it was given into a view.
package protocol Page: Sendable {
    /// Name of the template, without extension.
    static var template: String { get }
    static var room: Room { get }
    /// Whether search engines may list it. Answers about a person never are.
    static var isListed: Bool { get }
    /// Whether the links of its room stand at its head. Not on pages for one task of one person.
    static var hasMenu: Bool { get }
    /// The link of the navigation to mark as current, if any.
    var section: NavigationItem? { get }

    /// Must name `title`: the finding or the task, shown as heading and in the browser's title bar.
    func view(_ say: Speech) -> View
}

extension Page {
    package static var isListed: Bool { room == .open }
    package static var hasMenu: Bool { true }
    package var section: NavigationItem? { nil }
}

/// The two looks of the site: the public one without a login and with system fonts, and the one in
/// which the city's staff work.
package enum Room: Sendable {
    case open
    case work
}
