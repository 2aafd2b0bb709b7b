/// The texts that cells of all sheets share, in one run of bytes (ECMA-376 part 1, 18.4).
struct SharedTexts {
    private(set) var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    /// Where text number `index` lies in ``bytes``; nil when there is no such text.
    @inline(__always)
    func range(_ index: Int) -> Range<Int>? {
        guard index >= 0, index < ends.count else { return nil }
        return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }

    fileprivate mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: piece)
    }

    fileprivate mutating func endText() {
        EscapedText.decode(&bytes, from: ends.last.map { Int($0) } ?? 0)
        ends.append(UInt32(bytes.count))
    }

    var count: Int { ends.count }
}

/// Listens to `xl/sharedStrings.xml`.
struct SharedTextReader: XMLHandler {
    private(set) var texts = SharedTexts()
    private let limits: WorkbookLimits
    private var run = TextRun()

    init(limits: WorkbookLimits) { self.limits = limits }

    static var callbacks: XMLCallbacks {
        XMLCallbacks(
            start: { XMLContext.start($0, $1, $2, SharedTextReader.self) },
            end: { XMLContext.end($0, $1, SharedTextReader.self) },
            text: { XMLContext.text($0, $1, $2, SharedTextReader.self) })
    }

    mutating func start(_ name: XMLName, _ attributes: XMLAttributes) { run.start(name) }

    mutating func text(_ piece: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) {
        guard run.isText else { return }
        guard texts.bytes.count + piece.count <= limits.sharedTextBytesMax else { throw .tooLarge }
        texts.append(piece)
    }

    mutating func end(_ name: XMLName) throws(WorkbookFault) {
        run.end(name)
        guard name == "si" else { return }
        guard texts.count < limits.sharedTextsMax else { throw .tooLarge }
        texts.endText()
    }
}

/// Whether the parser stands in text that a reader sees: inside `t`, but not inside a phonetic run,
/// which only spells out how the text is pronounced (ECMA-376 part 1, 18.4.6).
struct TextRun {
    private(set) var isText = false
    private var isPhonetic = false

    @inline(__always)
    mutating func start(_ name: XMLName) {
        if name.letter == UInt8(ascii: "t") {
            isText = !isPhonetic
        } else if name == "rPh" {
            isPhonetic = true
        }
    }

    @inline(__always)
    mutating func end(_ name: XMLName) {
        if name.letter == UInt8(ascii: "t") {
            isText = false
        } else if name == "rPh" {
            isPhonetic = false
        }
    }
}
