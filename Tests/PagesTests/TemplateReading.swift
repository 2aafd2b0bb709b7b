import Civic
import Pages

/// A second, slow and obvious reading of the templates: parses them into a tree, renders them with
/// a stack of views, and notes which tags and names it met on the way.
struct TemplateReading {
    indirect enum Node {
        case text(String)
        case variable(String, at: Int)
        case section(String, [Node], inverted: Bool)
        case partial(String)
        case parent(String, [Node])
        case block(String, [Node])
    }

    /// A variable or section of a template, wherever it is shown.
    struct Place: Hashable {
        let template: String
        let position: Int
    }

    private(set) var trees: [String: [Node]] = [:]
    private(set) var places: Set<Place> = []

    init(_ templates: [String: String]) {
        for (name, text) in templates {
            var parser = Parser(text: Array(text), template: name)
            trees[name] = parser.nodes(until: nil)
            places.formUnion(parser.places)
        }
    }

    private struct Parser {
        let text: [Character]
        let template: String
        var index = 0
        var places: Set<Place> = []

        mutating func nodes(until end: String?) -> [Node] {
            var nodes: [Node] = []
            var plain = ""
            while index < text.count {
                guard text[index...].starts(with: "{{") else {
                    plain.append(text[index])
                    index += 1
                    continue
                }
                nodes.append(.text(plain))
                plain = ""
                let start = index
                let close = text[index...].firstIndex(of: "}") ?? text.count
                let content = String(text[(index + 2)..<close])
                index = close + 2
                let name = String(content.drop { "#^/><$!".contains($0) })
                switch content.first {
                case "!": continue
                case "/": return nodes
                case "#", "^":
                    let isInverted = content.first == "^"
                    nodes.append(.section(name, self.nodes(until: name), inverted: isInverted))
                case ">": nodes.append(.partial(name))
                case "<": nodes.append(.parent(name, self.nodes(until: name)))
                case "$": nodes.append(.block(name, self.nodes(until: name)))
                default:
                    places.insert(Place(template: template, position: start))
                    nodes.append(.variable(name, at: start))
                }
            }
            return nodes + [.text(plain)]
        }
    }
}

/// One page rendered the slow way.
struct SlowRendering {
    let reading: TemplateReading
    let say: Speech
    var visited: Set<TemplateReading.Place> = []
    var unknown: Set<String> = []
    var html = ""

    init(_ reading: TemplateReading, _ say: Speech) {
        self.reading = reading
        self.say = say
    }

    mutating func render(_ template: String, _ stack: [View], blocks: [String: Block] = [:]) {
        for node in reading.trees[template] ?? [] { render(node, stack, template, blocks) }
    }

    /// The nodes that replace a block, and the template they stand in.
    struct Block {
        let nodes: [TemplateReading.Node]
        let template: String
    }

    private mutating func render(
        _ node: TemplateReading.Node, _ stack: [View], _ template: String,
        _ blocks: [String: Block]
    ) {
        switch node {
        case .text(let text): html += text
        case .variable(let name, let position):
            visited.insert(TemplateReading.Place(template: template, position: position))
            show(name, stack)
        case .section(let name, let inner, let inverted):
            for views in stacks(for: name, stack, inverted) {
                for node in inner { render(node, views, template, blocks) }
            }
        case .partial(let name): render(name, stack, blocks: blocks)
        case .parent(let name, let inner):
            var replaced = blocks
            for case .block(let block, let nodes) in inner {
                replaced[block] = Block(nodes: nodes, template: template)
            }
            render(name, stack, blocks: replaced)
        case .block(let name, let inner):
            let block = blocks[name] ?? Block(nodes: inner, template: template)
            for node in block.nodes { render(node, stack, block.template, blocks) }
        }
    }

    private func value(_ name: String, _ stack: [View]) -> View.Value? {
        for view in stack.reversed() {
            if let value = view.values[name] { return value }
        }
        return nil
    }

    private mutating func show(_ name: String, _ stack: [View]) {
        if case .text(let text) = value(name, stack) {
            html += escaped(text)
        } else if name.contains("-") {
            html += escaped(say(name))
        } else {
            unknown.insert(name)
        }
    }

    private mutating func stacks(
        for name: String, _ stack: [View], _ inverted: Bool
    ) -> [[View]] {
        let shown: [[View]]
        switch value(name, stack) {
        case .flag(let flag): shown = flag ? [stack] : []
        case .list(let views): shown = views.map { stack + [$0] }
        case .part(let view): shown = view.map { [stack + [$0]] } ?? []
        case .text, nil:
            unknown.insert(name)
            shown = []
        }
        return inverted ? (shown.isEmpty ? [stack] : []) : shown
    }

    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
