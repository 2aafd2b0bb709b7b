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
    /// What the columns mean, where somebody said so.
    private let givenColumns: [Column?]?
    private let keepsRecords: Bool
    private var records = RecordLog()
    private var preview: [[String]] = []

    /// Enough records to judge columns by their content.
    private static let sampleSize = 60
    /// Records that are shown to whoever is asked what the columns mean.
    private static let previewRows = 5
    /// About how many rows the list holds; 0 where nobody knows.
    var expectedRows = 0

    /// - Parameters:
    ///   - fileName: tells whose list it is where `agency` is nil.
    ///   - agency: whose list it is, if the caller knows.
    ///   - context: what reading needs to know.
    ///   - columns: what the columns mean, by position; nil to guess.
    ///   - keepsRecords: keep every record as written, beside what it says.
    init(
        fileName: String, agency: Agency?, context: IntakeContext, columns: [Column?]? = nil,
        keepsRecords: Bool = false
    ) {
        self.fileName = fileName
        given = agency
        self.context = context
        givenColumns = columns
        self.keepsRecords = keepsRecords
    }

    mutating func accept(_ row: Int, _ bytes: Span<UInt8>, _ fields: Span<FieldRange>) {
        if interpreter != nil {
            interpret(row, bytes, fields)
            return
        }
        if isWithoutPeople {
            if keepsRecords { keepUnread(row, bytes, fields) }
            return
        }
        sample.append(HeldRecord(row, bytes, fields))
        if sample.count == ListInterpreter.sampleSize { begin() }
    }

    private mutating func interpret(
        _ row: Int, _ bytes: Span<UInt8>, _ fields: Span<FieldRange>
    ) {
        let idle = interpreter?.counts.repeatedOrEmpty
        interpreter?.accept(row, bytes, fields)
        guard keepsRecords, interpreter?.counts.repeatedOrEmpty == idle else { return }
        records.append(row, bytes, fields)
    }

    /// A record of a list whose columns nobody knows yet.
    private mutating func keepUnread(
        _ row: Int, _ bytes: Span<UInt8>, _ fields: Span<FieldRange>
    ) {
        guard row > plan?.headerRow ?? 0 else { return }
        for index in fields.indices where !fields[index].isEmpty {
            records.append(row, bytes, fields)
            return
        }
    }

    /// What was read, with every record; nil when there is none.
    mutating func finishSheet(source: String, sheet: String?) -> SheetReading? {
        let delivery = finish(source: source, sheet: sheet)
        guard let plan, records.count > 0 else { return nil }
        return SheetReading(
            sheet: sheet, headings: plan.headings, columns: plan.columns, preview: preview,
            records: records, delivery: delivery)
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
        if let givenColumns { plan.assign(givenColumns) }
        self.agency = agency
        self.plan = plan
        if keepsRecords {
            let body = rows.lazy.filter { $0.number > plan.headerRow }
                .filter { $0.fields.contains { !$0.isEmpty } }
            preview = body.prefix(ListInterpreter.previewRows).map(\.fields)
        }
        guard plan.holdsPeople else {
            if keepsRecords {
                for record in sample {
                    keepUnread(record.row, record.bytes.span, record.fields.span)
                }
            }
            sample = []
            isWithoutPeople = true
            return
        }
        var interpreter = RowInterpreter(plan: plan, agency: agency, context: context)
        interpreter.reserve(rows: expectedRows)
        self.interpreter = interpreter
        for record in sample {
            interpret(record.row, record.bytes.span, record.fields.span)
        }
        sample = []
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
