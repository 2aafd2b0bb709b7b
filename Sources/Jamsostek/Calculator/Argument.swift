import Civic

/// One argument of the calculator as it was typed, and how it is read. Every refusal names the
/// argument, what stands there and what should.
struct Argument {
    /// As the user wrote it: `--income`.
    let name: String
    let text: String?

    init(_ name: String, _ text: String?) {
        self.name = name
        self.text = text.map(Text.trimmed)
    }

    /// This argument, or nil when it was left out: `given?.amount()` reads one that may be.
    var given: Argument? { text == nil ? nil : self }

    /// The text of an argument that must be given; it may be empty.
    func required() throws(Problem) -> String {
        guard let text else {
            throw Problem(
                .usage, "argument-missing",
                Phrase("\(name) belum diisi.", en: "\(name) is missing."),
                do: Phrase("Tambahkan \(name).", en: "Add \(name)."))
        }
        return text
    }

    /// Whole rupiah from 0 to 10^15, with or without points between thousands.
    func amount() throws(Problem) -> Rupiah {
        let text = try required()
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        let isGrouped = groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        guard groups.count == 1 || (isGrouped && groups[0].utf8.count <= 3),
            let value = Argument.digits(groups.joined()),
            value <= Argument.rupiahMax
        else {
            throw wrong(
                Phrase(
                    "Tulis jumlah rupiah tanpa koma, misalnya 1000000.",
                    en: "Write whole rupiah, such as 1000000."))
        }
        return Rupiah(value)
    }

    /// A whole number in `range`.
    func count(in range: ClosedRange<Int64>) throws(Problem) -> Int {
        guard let value = Argument.digits(try required()), range.contains(value) else {
            let (low, high) = (range.lowerBound, range.upperBound)
            throw wrong(
                Phrase(
                    "Tulis bilangan bulat dari \(low) sampai \(high).",
                    en: "Write a whole number from \(low) to \(high)."))
        }
        return Int(value)
    }

    /// A percentage from 0.1 to 100 with at most one decimal.
    func percentage() throws(Problem) -> PerMille {
        guard let value = PerMille(percentText: try required()),
            (1...PerMille.whole.thousandths).contains(value.thousandths)
        else {
            throw wrong(
                Phrase(
                    "Tulis persentase di atas 0 sampai 100, misalnya 15 atau 4.5.",
                    en: "Write a percentage above 0 and up to 100, such as 15 or 4.5."))
        }
        return value
    }

    func day() throws(Problem) -> Day {
        guard let day = Day(iso: try required()) else {
            throw wrong(
                Phrase(
                    "Tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-01-15.",
                    en: "Write the date as year-month-day, such as 2026-01-15."))
        }
        return day
    }

    func month() throws(Problem) -> Month {
        guard let month = Month(iso: try required()) else { throw wrong(Argument.monthForm) }
        return month
    }

    /// Months separated by commas; none for an empty text.
    func months() throws(Problem) -> [Month] {
        var months: [Month] = []
        for part in try list() {
            guard let month = Month(iso: part) else { throw wrong(Argument.monthForm) }
            months.append(month)
        }
        return months
    }

    /// Items separated by commas; none for an empty text.
    func list() throws(Problem) -> [String] {
        let text = try required()
        guard !text.isEmpty else { return [] }
        return text.split(separator: ",", omittingEmptySubsequences: false)
            .map { Text.trimmed(String($0)) }
    }

    /// One of `options`, by its raw value.
    func choice<Choice: RawRepresentable>(
        of options: [Choice]
    ) throws(Problem) -> Choice where Choice.RawValue == String {
        try choice(try required(), of: options)
    }

    /// Items separated by commas, each one of `options`.
    func choices<Choice: RawRepresentable>(
        of options: [Choice]
    ) throws(Problem) -> [Choice] where Choice.RawValue == String {
        var choices: [Choice] = []
        for part in try list() { choices.append(try choice(part, of: options)) }
        return choices
    }

    private func choice<Choice: RawRepresentable>(
        _ text: String, of options: [Choice]
    ) throws(Problem) -> Choice where Choice.RawValue == String {
        guard let choice = options.first(where: { $0.rawValue == text }) else {
            let known = options.map(\.rawValue).joined(separator: ", ")
            throw wrong(Phrase("Pakai: \(known).", en: "Use: \(known)."))
        }
        return choice
    }

    /// The problem of this argument, with what to write instead.
    func wrong(_ remedy: Phrase) -> Problem {
        let text = text ?? ""
        return Problem(
            .usage, "argument-wrong",
            Phrase(
                "\(name) tidak dapat dipakai: \"\(text)\".",
                en: "\(name) cannot be used: \"\(text)\"."),
            do: remedy)
    }

    private static let rupiahMax: Int64 = 1_000_000_000_000_000

    private static let monthForm = Phrase(
        "Tulis bulan sebagai tahun-bulan, misalnya 2026-02.",
        en: "Write months as year-month, such as 2026-02.")

    private static func digits(_ text: String) -> Int64? {
        guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy(ASCII.isDigit) else {
            return nil
        }
        return Int64(text)
    }
}
