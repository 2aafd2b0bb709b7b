import Mustache

/// The outermost thing a template can name: the page and its frame, then the words. It remembers
/// every name that it was asked for in vain.
final class RenderRoot: MustacheParent {
    private let view: View
    private let say: Speech
    private(set) var unknown: [String] = []

    init(page: View, say: Speech) {
        view = page
        self.say = say
    }

    func child(named name: String) -> Any? {
        if let value = view.values[name] { return value.rendered }
        if Words.isKey(name) { return RenderText(renderText: say(name)) }
        unknown.append(name)
        return nil
    }
}

/// A view inside a page.
private struct RenderNode: MustacheParent {
    let view: View

    func child(named name: String) -> Any? { view.values[name]?.rendered }
}

/// A text that the library need not ask what it is, which takes it longer than showing it.
private struct RenderText: MustacheCustomRenderable {
    let renderText: String
    var isNull: Bool { false }
}

extension View.Value {
    /// The value as the template library wants it.
    fileprivate var rendered: Any {
        switch self {
        case .text(let text): RenderText(renderText: text)
        case .flag(let flag): flag
        case .list(let views): views.map(RenderNode.init)
        case .part(let view): view.map { RenderNode(view: $0) as Any } ?? false
        }
    }
}
