import CExpat

/// What listens to one kind of part while it is parsed.
protocol XMLHandler: ~Copyable {
    /// The C functions through which the parser reaches this type; a C function cannot be generic,
    /// so each listener spells them out.
    static var callbacks: XMLCallbacks { get }

    mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookFault)
    mutating func end(_ name: XMLName) throws(WorkbookFault)
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookFault)

    /// Whether the parser should pause so that what has been gathered can be handed on.
    var wantsPause: Bool { get }
}

extension XMLHandler where Self: ~Copyable {
    mutating func end(_ name: XMLName) throws(WorkbookFault) {}
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) {}
    var wantsPause: Bool { false }
}

struct XMLCallbacks {
    let start: XML_StartElementHandler
    let end: XML_EndElementHandler
    /// Nil when the listener has no use for text.
    let text: XML_CharacterDataHandler?
}

/// What the C functions find behind their pointer: the listener and the rules that hold for every
/// part.
struct XMLContext {
    /// Excel nests about ten deep; expat keeps memory for each level.
    static let depthMax = 64

    let parser: XML_Parser
    let handler: UnsafeMutableRawPointer
    var depth = 0
    /// Why parsing was stopped from inside.
    var fault: WorkbookFault?

    init(parser: XML_Parser, handler: UnsafeMutableRawPointer) {
        self.parser = parser
        self.handler = handler
    }

    typealias Pointer = UnsafeMutablePointer<XMLContext>

    mutating func stop(_ fault: WorkbookFault) {
        if self.fault == nil { self.fault = fault }
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }

    @inline(__always)
    static func start<Handler: XMLHandler & ~Copyable>(
        _ user: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?,
        _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?, _: Handler.Type
    ) {
        guard let context = user?.assumingMemoryBound(to: XMLContext.self), let name,
            let attributes
        else { return }
        context.pointee.depth += 1
        guard context.pointee.depth <= depthMax else { return context.pointee.stop(.damaged) }
        let handler = context.pointee.handler.assumingMemoryBound(to: Handler.self)
        do throws(WorkbookFault) {
            try handler.pointee.start(XMLName(name), XMLAttributes(attributes))
        } catch { context.pointee.stop(error) }
    }

    @inline(__always)
    static func end<Handler: XMLHandler & ~Copyable>(
        _ user: UnsafeMutableRawPointer?, _ name: UnsafePointer<XML_Char>?, _: Handler.Type
    ) {
        guard let context = user?.assumingMemoryBound(to: XMLContext.self), let name
        else { return }
        context.pointee.depth -= 1
        let handler = context.pointee.handler.assumingMemoryBound(to: Handler.self)
        do throws(WorkbookFault) {
            try handler.pointee.end(XMLName(name))
        } catch { return context.pointee.stop(error) }
        if handler.pointee.wantsPause { XML_StopParser(context.pointee.parser, XML_Bool(XML_TRUE)) }
    }

    @inline(__always)
    static func text<Handler: XMLHandler & ~Copyable>(
        _ user: UnsafeMutableRawPointer?, _ text: UnsafePointer<XML_Char>?, _ count: Int32,
        _: Handler.Type
    ) {
        guard let context = user?.assumingMemoryBound(to: XMLContext.self), let text
        else { return }
        let handler = context.pointee.handler.assumingMemoryBound(to: Handler.self)
        let raw = UnsafeRawBufferPointer(start: text, count: Int(count))
        do throws(WorkbookFault) {
            try handler.pointee.text(raw.assumingMemoryBound(to: UInt8.self))
        } catch { context.pointee.stop(error) }
    }
}
