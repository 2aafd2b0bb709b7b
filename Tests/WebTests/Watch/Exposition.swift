import Testing

/// Reads the text format of Prometheus as its description says, and knows nothing of how it is
/// written here.
struct Exposition {
    struct Sample {
        let name: String
        let labels: [String: String]
        let value: Double

        var series: String {
            "\(name) \(labels.sorted { $0.key < $1.key }.map { "\($0)=\($1)" })"
        }
    }

    struct Malformed: Error {
        let line: String
    }

    private(set) var samples: [Sample] = []
    private(set) var types: [String: String] = [:]
    private var helps: Set<String> = []

    init(_ text: String) throws {
        guard text.hasSuffix("\n") else { throw Malformed(line: "the end") }
        for line in text.split(separator: "\n") { try read(line) }
    }

    func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
        samples.first { $0.name == name && $0.labels == labels }?.value
    }

    /// Every sample belongs to a family that was announced, no series comes twice, and histograms
    /// add up.
    func check(_ location: SourceLocation = #_sourceLocation) throws {
        let series = samples.map(\.series)
        #expect(Set(series).count == series.count, "a series twice", sourceLocation: location)
        for sample in samples {
            let family = family(of: sample.name)
            #expect(types[family] != nil, "\(sample.name)", sourceLocation: location)
            #expect(helps.contains(family), "\(sample.name)", sourceLocation: location)
            if types[family] != "gauge" {
                #expect(sample.value >= 0, "\(sample.series)", sourceLocation: location)
            }
        }
        for (name, kind) in types where kind == "histogram" {
            checkHistogram(name, location)
        }
    }

    private func checkHistogram(_ name: String, _ location: SourceLocation) {
        for total in samples where total.name == name + "_count" {
            let buckets = samples.filter { sample in
                var labels = sample.labels
                labels["le"] = nil
                return sample.name == name + "_bucket" && labels == total.labels
            }
            let bounds = buckets.compactMap { $0.labels["le"].flatMap { Double($0) } }
            let counts = buckets.map(\.value)
            #expect(bounds == bounds.sorted(), sourceLocation: location)
            #expect(bounds.last == .infinity, sourceLocation: location)
            #expect(counts == counts.sorted(), sourceLocation: location)
            #expect(counts.last == total.value, sourceLocation: location)
            #expect(value(name + "_sum", total.labels) != nil, sourceLocation: location)
        }
    }

    private func family(of name: String) -> String {
        for end in ["_bucket", "_sum", "_count"] where name.hasSuffix(end) {
            let family = String(name.dropLast(end.count))
            if types[family] == "histogram" { return family }
        }
        return name
    }

    private mutating func read(_ line: Substring) throws {
        if line.hasPrefix("# ") {
            let words = line.split(separator: " ", maxSplits: 3)
            guard words.count == 4 else { throw Malformed(line: String(line)) }
            if words[1] == "HELP" { helps.insert(String(words[2])) }
            if words[1] == "TYPE" {
                guard types.updateValue(String(words[3]), forKey: String(words[2])) == nil else {
                    throw Malformed(line: String(line))
                }
            }
            return
        }
        samples.append(try sample(line))
    }

    private func sample(_ line: Substring) throws -> Sample {
        let name = line.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        var rest = line.dropFirst(name.count)
        var labels: [String: String] = [:]
        if rest.first == "{" {
            rest = rest.dropFirst()
            while rest.first != "}" {
                guard let equals = rest.firstIndex(of: "=") else {
                    throw Malformed(line: String(line))
                }
                let label = String(rest[..<equals])
                rest = rest[equals...].dropFirst(2)
                labels[label] = try quoted(&rest)
                if rest.first == "," { rest = rest.dropFirst() }
            }
            rest = rest.dropFirst()
        }
        guard rest.first == " ", !name.isEmpty, let value = Double(rest.dropFirst()) else {
            throw Malformed(line: String(line))
        }
        return Sample(name: String(name), labels: labels, value: value)
    }

    /// A value up to its closing quote, which is taken away as well.
    private func quoted(_ rest: inout Substring) throws -> String {
        var value = ""
        while let next = rest.popFirst() {
            switch next {
            case "\"": return value
            case "\\":
                let escaped = rest.popFirst()
                value.append(escaped == "n" ? "\n" : escaped ?? "?")
            default: value.append(next)
            }
        }
        throw Malformed(line: value)
    }
}
