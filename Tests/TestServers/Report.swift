import Foundation

/// Tells a figure to whoever runs the tests.
package func report(_ line: String) throws {
    try FileHandle.standardOutput.write(contentsOf: Data("\(line)\n".utf8))
}
