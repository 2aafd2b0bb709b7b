import CExpat

/// One part of the archive, inflated block by block into a parser that tells a listener what it
/// meets. Memory does not depend on the size of the part.
struct XMLStream<Handler: XMLHandler & ~Copyable>: ~Copyable {
    private enum Progress {
        case reading
        /// The listener asked for a pause in the middle of a block.
        case paused
        case ended
    }

    private static var blockBytes: Int { 1 << 16 }
    /// A tag longer than this is no spreadsheet's; expat would keep all of it.
    private static var tagBytesMax: Int { 1 << 20 }

    private var part: ArchivePart
    private let parser: XML_Parser
    private let context: UnsafeMutablePointer<XMLContext>
    private let listener: UnsafeMutablePointer<Handler>
    private var progress = Progress.reading
    private var isLastBlock = false
    private var fedBytes = 0

    init(_ part: consuming ArchivePart, _ handler: consuming Handler) throws(WorkbookFault) {
        guard let parser = XML_ParserCreate(nil) else { throw .damaged }
        self.part = part
        self.parser = parser
        listener = .allocate(capacity: 1)
        listener.initialize(to: handler)
        context = .allocate(capacity: 1)
        context.initialize(to: XMLContext(parser: parser, handler: listener))
        let callbacks = Handler.callbacks
        XML_SetUserData(parser, context)
        XML_SetElementHandler(parser, callbacks.start, callbacks.end)
        XML_SetCharacterDataHandler(parser, callbacks.text)
        // Without a document type there are no entities to expand and nothing outside to fetch.
        XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
            user?.assumingMemoryBound(to: XMLContext.self).pointee.stop(.documentType)
        }
    }

    deinit {
        XML_ParserFree(parser)
        listener.deinitialize(count: 1)
        listener.deallocate()
        context.deinitialize(count: 1)
        context.deallocate()
    }

    /// The listener, between two steps.
    var handler: Handler {
        _read { yield listener.pointee }
        _modify { yield &listener.pointee }
    }

    /// Parses one block or up to the listener's pause; false at the end of the part.
    mutating func advance() throws(WorkbookFault) -> Bool {
        let status: XML_Status
        switch progress {
        case .ended: return false
        case .paused: status = XML_ResumeParser(parser)
        case .reading: status = try parseBlock()
        }
        switch status {
        case XML_STATUS_OK:
            progress = isLastBlock ? .ended : .reading
            try checkTag()
        case XML_STATUS_SUSPENDED:
            progress = .paused
        default:
            progress = .ended
            throw context.pointee.fault ?? .damaged
        }
        return progress != .ended
    }

    /// Parses the whole part and returns what the listener has gathered.
    consuming func finished(_ take: (inout Handler) -> Void) throws(WorkbookFault) {
        while try advance() {}
        take(&listener.pointee)
    }

    private mutating func parseBlock() throws(WorkbookFault) -> XML_Status {
        guard let buffer = XML_GetBuffer(parser, Int32(Self.blockBytes)) else { throw .damaged }
        let count = try part.read(
            into: UnsafeMutableRawBufferPointer(start: buffer, count: Self.blockBytes))
        fedBytes += count
        isLastBlock = count == 0
        return XML_ParseBuffer(parser, Int32(count), isLastBlock ? 1 : 0)
    }

    private func checkTag() throws(WorkbookFault) {
        guard fedBytes - Int(XML_GetCurrentByteIndex(parser)) <= Self.tagBytesMax
        else { throw .damaged }
    }
}
