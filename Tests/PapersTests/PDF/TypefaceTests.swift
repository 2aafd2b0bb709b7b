import Civic
import Foundation
import Papers
import Testing

@Suite struct TypefaceTests {
    /// Pango would put in another typeface and say nothing. In a process of its own, as the list of
    /// fonts is read once.
    @Test func `a typeface that is not installed is named`() async {
        await #expect(processExitsWith: .exitCode(7)) {
            let folder = try TemporaryFolder()
            let list = folder.file("fonts.conf")
            let text = """
                <?xml version="1.0"?><fontconfig><dir>\(folder.path)</dir></fontconfig>
                """
            try Data(text.utf8).write(to: URL(filePath: list))
            setenv("FONTCONFIG_FILE", list, 1)
            do throws(Problem) {
                _ = try Samples.annex(1).pdf()
            } catch {
                let isNamed =
                    error.code == "paper-font"
                    && error.sentence(.indonesian).contains("fonts-urw-base35")
                exit(isNamed ? 7 : 1)
            }
            exit(2)
        }
    }
}
