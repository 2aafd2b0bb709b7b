import Civic

/// A file that takes rows, whatever its format.
protocol RowSink {
    /// Adds a row of cells.
    func write(_ row: borrowing RowBuffer) throws(Problem)
    /// Whether rows shorter than the header are filled up with empty cells, as Excel does in text.
    var padsRows: Bool { get }
    /// Completes the file; nothing is written afterwards.
    func finish() throws(Problem)
}
