/// Browser and system by the names people know, from what the browser says of itself. Only these
/// names are kept, none of the rest, which would tell one browser from all others.
enum DeviceName {
    /// The first whose mark is found: later ones are claimed by earlier ones as well.
    private static let browsers = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"),
        ("UCBrowser", "UC Browser"), ("Firefox", "Firefox"), ("Chrom", "Chrome"),
        ("Safari", "Safari"),
    ]
    private static let systems = [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
        ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ]

    /// `Chrome|Windows`, as it is kept; empty for a browser that is not known.
    static func kept(from agent: String) -> String {
        guard let browser = first(of: browsers, in: agent),
            let system = first(of: systems, in: agent)
        else { return "" }
        return "\(browser)|\(system)"
    }

    static func names(_ kept: String) -> (browser: String, system: String)? {
        let parts = kept.split(separator: "|")
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }

    private static func first(of names: [(String, String)], in agent: String) -> String? {
        names.first { agent.contains($0.0) }?.1
    }
}
