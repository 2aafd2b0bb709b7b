import Civic
import Store

/// The text format of Prometheus, version 0.0.4: families of samples, each with its help and type.
struct MetricsText {
    enum Kind: String {
        case counter
        case gauge
        case histogram
    }

    typealias Labels = [(name: String, value: String)]

    private(set) var text = ""

    /// Begins a family; its samples follow.
    mutating func family(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    mutating func sample(_ name: String, _ labels: Labels = [], _ value: Int) {
        sample(name, labels, String(value))
    }

    /// - Parameters:
    ///   - name: of the sample.
    ///   - labels: what it is about.
    ///   - microseconds: written in seconds.
    mutating func sample(_ name: String, _ labels: Labels = [], microseconds: Int64) {
        sample(name, labels, MetricsText.seconds(microseconds))
    }

    /// A family of one sample.
    mutating func gauge(_ name: String, _ help: String, _ value: Int) {
        family(name, .gauge, help)
        sample(name, [], value)
    }

    mutating func histogram(_ name: String, _ labels: Labels, _ counts: DurationCounts) {
        for (bound, below) in zip(DurationCounts.bounds, counts.below) {
            let le = MetricsText.seconds(bound * 1000)
            sample("\(name)_bucket", labels + [(name: "le", value: le)], below)
        }
        sample("\(name)_bucket", labels + [(name: "le", value: "+Inf")], counts.count)
        sample("\(name)_sum", labels, microseconds: counts.microseconds)
        sample("\(name)_count", labels, counts.count)
    }

    private mutating func sample(_ name: String, _ labels: Labels, _ value: String) {
        text += name
        if !labels.isEmpty {
            let pairs = labels.map { "\($0.name)=\"\(MetricsText.escaped($0.value))\"" }
            text += "{\(pairs.joined(separator: ","))}"
        }
        text += " \(value)\n"
    }

    private static func seconds(_ microseconds: Int64) -> String {
        let rest = NumberText.padded(Int(microseconds % 1_000_000), to: 6)
        return "\(microseconds / 1_000_000).\(rest)"
    }

    private static func escaped(_ value: String) -> String {
        var escaped = ""
        for character in value {
            switch character {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
