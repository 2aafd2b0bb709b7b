/// How much a workbook may ask of the machine before it is refused. The standard limits let a sheet
/// of a million rows pass and stop a bomb within seconds and a few dozen megabytes.
package struct WorkbookLimits: Sendable {
    /// Parts in the archive. Excel writes a few dozen.
    package var entriesMax = 10_000
    /// Inflated bytes of one part, such as one sheet.
    package var partBytesMax: UInt64 = 4 << 30
    /// Inflated bytes that all parts declare together.
    package var archiveBytesMax: UInt64 = 16 << 30
    /// Inflated bytes per stored byte; honest sheets stay below 50.
    package var ratioMax: UInt64 = 200
    /// Up to this many inflated bytes the ratio does not matter: small files are harmless.
    package var ratioFreeBytes: UInt64 = 50 << 20
    /// Inflated bytes of a part that only describes the others (styles, relationships).
    package var descriptionBytesMax: UInt64 = 32 << 20
    /// Bytes of shared text, which has to be held in memory while sheets are read.
    package var sharedTextBytesMax = 1 << 30
    /// Number of shared texts.
    package var sharedTextsMax = 64 << 20
    /// Columns of a sheet: Excel's own limit.
    package var columnsMax = 16_384
    /// Rows of a sheet: Excel's own limit.
    package var rowsMax = 1_048_576
    /// Bytes of text in one row.
    package var rowBytesMax = 64 << 20

    package static let standard = WorkbookLimits()
}
