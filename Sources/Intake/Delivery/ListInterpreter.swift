import Civic

/// Reads one list in a single pass: keeps the first records back until the header and the columns
/// are known, then interprets them and all that follow.
struct ListInterpreter {
    private let context: IntakeContext
    private let given: Agency?
    private let fileName: String
    private var sample: [HeldRecord] = []
    private var interpreter: RowInterpreter?
    private var plan: ColumnPlan?
    /// True once the first records have shown neither a header nor columns of people.
    private var isWithoutPeople = false
    private(set) var agency: Agency?

    /// Enough records to judge columns by their content.
    private static let sampleSize = 60
    /// About how many rows the list holds; 0 where nobody knows.
    var expectedRows = 0

    /// - Parameters:
    ///   - fileName: tells whose list it is where `agency` is nil.
    ///   - agency: whose list it is, if the caller knows.
    ///   - context: what reading needs to know.
    init(fileName: String, agency: Agency?, context: IntakeContext) {
        self.fileName = fileName
        given = agency
        self.context = context
    }

    mutating func accept(_ row: Int, _ bytes: Span<UInt8>, _ fields: Span<FieldRange>) {
        if interpreter != nil {
            interpreter?.accept(row, bytes, fields)
            return
        }
        if isWithoutPeople { return }
        sample.append(HeldRecord(row, bytes, fields))
        if sample.count == ListInterpreter.sampleSize { begin() }
    }

    /// The delivery, or nil when the list holds no people at all.
    mutating func finish(source: String, sheet: String?) -> Delivery? {
        if interpreter == nil, !isWithoutPeople { begin() }
        guard let plan, let agency, plan.holdsPeople, var reader = interpreter else { return nil }
        interpreter = nil
        var warnings: [Problem] = []
        if ExcelDamage.isLikely(zeroEndings: reader.zeroEndings, of: reader.numbersRead) {
            warnings.append(
                ExcelDamage.warning(reader.zeroEndings, of: reader.numbersRead, file: fileName))
            reader.withdrawCutNumbers()
        }
        if given == nil, agency.id == ListInterpreter.unknownAgency {
            warnings.append(unknownAgencyWarning())
        }
        var rejects = reader.rejects
        rejects.sort()
        return Delivery(
            source: source, file: fileName, agency: agency, roster: reader.roster, rejects: rejects,
            counts: reader.counts, headings: plan.headings, warnings: warnings)
    }

    private mutating func begin() {
        let rows = sample.map { record in
            SampleRow(number: record.row, record.bytes.span, record.fields.span)
        }
        let recogniser = AgencyRecogniser(agencies: context.agencies)
        var known = given ?? recogniser.byFileName(fileName)
        var plan = ColumnPlan(
            rows, headings: context.headings, isInsurer: known?.role == .insurer)
        if known == nil {
            known = recogniser.byHeadings(plan.headings)
            if known?.role == .insurer {
                plan = ColumnPlan(rows, headings: context.headings, isInsurer: true)
            }
        }
        let agency = known ?? ListInterpreter.unknown(fileName)
        self.agency = agency
        self.plan = plan
        guard plan.holdsPeople else {
            sample = []
            isWithoutPeople = true
            return
        }
        var interpreter = RowInterpreter(plan: plan, agency: agency, context: context)
        interpreter.reserve(rows: expectedRows)
        for record in sample {
            interpreter.accept(record.row, record.bytes.span, record.fields.span)
        }
        sample = []
        self.interpreter = interpreter
    }

    static let unknownAgency = "lain"

    /// A list of unknown origin proves nothing by itself; it only proposes people.
    private static func unknown(_ fileName: String) -> Agency {
        Agency(
            id: unknownAgency, name: Phrase("Sumber lain", en: "Other source"), role: .nomination,
            fileWords: [], headerWords: [], occupation: nil, listsEachPersonOnce: false)
    }

    private func unknownAgencyWarning() -> Problem {
        Problem(
            .input, "agency-unknown",
            Phrase(
                "Instansi pengirim tidak dikenali; berkas dibaca sebagai usulan.",
                en: "The sending agency is unknown; the file is read as proposals."),
            at: Spot(file: fileName),
            do: Phrase(
                "Tulis \"\(fileName): nama_instansi\" di sources.yaml dalam folder yang sama.",
                en: "Write \"\(fileName): agency\" in sources.yaml in the same folder."))
    }
}

/// A record kept until the columns are known.
private struct HeldRecord {
    let row: Int
    let bytes: [UInt8]
    let fields: [FieldRange]

    init(_ row: Int, _ bytes: Span<UInt8>, _ fields: Span<FieldRange>) {
        self.row = row
        var copy: [UInt8] = []
        var ranges: [FieldRange] = []
        for index in 0..<min(fields.count, ColumnPlan.columnsMax) {
            let start = UInt32(copy.count)
            for position in Int(fields[index].start)..<Int(fields[index].end) {
                copy.append(bytes[position])
            }
            ranges.append(FieldRange(start: start, end: UInt32(copy.count)))
        }
        self.bytes = copy
        self.fields = ranges
    }
}

/// The trace that Excel leaves in a whole column of identity numbers: it keeps fifteen digits, so
/// the sixteenth becomes 0.
enum ExcelDamage {
    private static let sharePercent = 30
    private static let rowsMin = 20

    /// By chance one number in ten ends in 0.
    static func isLikely(zeroEndings: Int, of numbers: Int) -> Bool {
        numbers >= rowsMin && zeroEndings * 100 > numbers * sharePercent
    }

    static func warning(_ zeroEndings: Int, of numbers: Int, file: String) -> Problem {
        let count = NumberText.grouped(zeroEndings)
        let rest = NumberText.grouped(numbers - zeroEndings)
        return Problem(
            .input, "nik-column-cut-by-excel",
            Phrase(
                "\(count) NIK berakhir angka 0. Ini biasanya karena Excel memotong angka ke-16.",
                en: "\(count) NIKs end in 0. Excel has probably cut the 16th digit."),
            at: Spot(file: file),
            do: Phrase(
                "Buka berkas asli, ubah kolom NIK menjadi Teks, lalu unggah lagi. \(rest) baris lain tetap kami simpan.",
                en:
                    "Open the original file, make the NIK column Text, and send it again. The other \(rest) rows are kept."
            ))
    }
}
