import Civic
import Intake
import Testing

@Suite struct CellTextTests {
    @Test func `reads text that cells share`() throws {
        var book = BookFixture(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>")
        book.sharedTexts = ["<t>Siti</t>", "<t xml:space=\"preserve\">  Aminah </t>"]
        #expect(try firstRow(book) == ["  Aminah ", "Siti"])
    }

    @Test func `joins the pieces of rich text and leaves its pronunciation out`() throws {
        let rich = """
            <r><t>Jalan </t></r><r><rPr><b/></rPr><t>Merdeka</t></r>
            <rPh sb="0" eb="1"><t>djalan</t></rPh><phoneticPr fontId="1"/>
            """
        var book = BookFixture(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
                + "<c r=\"B1\" t=\"inlineStr\"><is>\(rich)</is></c></row>")
        book.sharedTexts = [rich]
        #expect(try firstRow(book) == ["Jalan Merdeka", "Jalan Merdeka"])
    }

    @Test(arguments: [
        ("<t>Ibu &amp; anak &lt;1&gt;</t>", "Ibu & anak <1>"),
        ("<t>a_x000D_b</t>", "a\rb"),
        ("<t>_x005F_x000D_</t>", "_x000D_"),
        ("<t>_x00e9_</t>", "é"),
        ("<t>_xD83D__xDE00_</t>", "😀"),
        ("<t>_xD83D_x</t>", "\u{FFFD}x"),
        ("<t>_x12_ _xZZZZ_ _</t>", "_x12_ _xZZZZ_ _"),
        ("<t>_x0041__x0042__x004</t>", "AB_x004"),
        ("<t>baris 1&#10;baris 2</t>", "baris 1\nbaris 2"),
        ("<t><![CDATA[<Budi>]]></t>", "<Budi>"),
        ("<t/>", ""),
    ])
    func `decodes what XML and spreadsheets escape`(xml: String, text: String) throws {
        var book = BookFixture(
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
                + "<c r=\"B1\" t=\"inlineStr\"><is>\(xml)</is></c><c r=\"C1\"><v>1</v></c></row>")
        book.sharedTexts = [xml]
        #expect(try firstRow(book) == [text, text, "1"])
    }

    @Test func `reads formulas by the value they had when the file was saved`() throws {
        let row = """
            <row r="1"><c r="A1"><f>B1*2</f><v>84</v></c>\
            <c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab_x0009_</v></c>\
            <c r="C1" t="b"><f>TRUE()</f><v>1</v></c><c r="D1"><f>SUM(A1)</f></c>\
            <c r="E1"><f>NOW()</f><v></v></c><c r="F1" t="str"><v>akhir</v></c></row>
            """
        #expect(try firstRow(BookFixture(row)) == ["84", "ab\t", "TRUE", "", "", "akhir"])
    }

    @Test func `leaves errors empty and names booleans`() throws {
        let row = """
            <row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="b"><v>0</v></c>\
            <c r="C1" t="b"><v>true</v></c><c r="D1" t="e"><v>#N/A</v></c>\
            <c r="E1" t="inlineStr"><is><t>#REF!</t></is></c></row>
            """
        #expect(try firstRow(BookFixture(row)) == ["", "FALSE", "TRUE", "", "#REF!"])
    }

    @Test func `reads dates written in words of ISO 8601`() throws {
        let row = """
            <row r="1"><c r="A1" t="d"><v>1987-08-17T00:00:00</v></c>\
            <c r="B1" t="d"><v>1987-08-17</v></c></row>
            """
        #expect(try firstRow(BookFixture(row)) == ["1987-08-17", "1987-08-17"])
    }
}
