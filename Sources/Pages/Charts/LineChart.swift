import Civic

/// Money needed month by month against the money there is.
///
/// Drawn in two widths, because lettering in a drawing shrinks with it: a wide one for desks and a
/// narrow one for phones; the style sheet shows one of them.
struct LineChart {
    /// What is used up at the end of each month, from the first month on.
    let cumulative: [Rupiah]
    let start: Month
    /// Nil when no limit is known.
    let limit: Rupiah?
    /// The finding, as a sentence.
    let sentence: String

    struct Size {
        let width: Int
        let height: Int
        /// Every how many months a label stands.
        let labelEvery: Int
        let name: String

        static let wide = Size(width: 620, height: 350, labelEvery: 1, name: "lebar")
        static let narrow = Size(width: 280, height: 250, labelEvery: 3, name: "sempit")
    }

    private static let left = 46
    private static let right = 14
    private static let top = 28
    private static let bottom = 26

    func view(_ size: Size, _ say: Speech) -> View {
        let plot = Plot(chart: self, size: size)
        return [
            "chartID": .text("grafik-\(size.name)"),
            "sizeClass": .text(size.name),
            "viewBox": .text("0 0 \(size.width) \(size.height)"),
            "sentence": .text(sentence),
            "unit": .text(plot.isBillions ? say("chart-billion") : say("chart-million")),
            "left": .text("\(LineChart.left)"),
            "tickX": .text("\(LineChart.left - 6)"),
            "right": .text("\(size.width - LineChart.right)"),
            "lines": .list(plot.gridLines(say)),
            "months": .list(plot.monthLabels(say)),
            "funded": .text(plot.path(0...plot.lastFunded)),
            "unfunded": .part(plot.unfunded(say)),
            "limitLine": .part(plot.limitLine(say)),
            "end": .part(plot.end(say)),
        ]
    }

    /// Where things stand in a drawing of one size.
    private struct Plot {
        let chart: LineChart
        let size: Size
        /// Value of one grid line and how many there are above zero.
        let step: Int64
        let steps: Int64
        let isBillions: Bool

        init(chart: LineChart, size: Size) {
            self.chart = chart
            self.size = size
            let greatest = max(
                chart.cumulative.last?.amount ?? 0, chart.limit?.amount ?? 0, 1_000_000)
            step = RoundSteps.step(reaching: greatest, in: 5)
            steps = (greatest + step - 1) / step
            isBillions = step * steps >= 2_000_000_000
        }

        func x(_ month: Int) -> Int {
            let width = size.width - LineChart.left - LineChart.right
            return LineChart.left + width * month / max(1, chart.cumulative.count)
        }

        func y(_ amount: Rupiah) -> Int {
            let height = Int64(size.height - LineChart.top - LineChart.bottom)
            return size.height - LineChart.bottom - Int(height * amount.amount / (step * steps))
        }

        func amount(_ month: Int) -> Rupiah {
            month == 0 ? .zero : chart.cumulative[month - 1]
        }

        /// The last month whose end the money reaches; all of them without a limit.
        var lastFunded: Int {
            guard let limit = chart.limit else { return chart.cumulative.count }
            return chart.cumulative.count { $0 <= limit }
        }

        func path(_ months: ClosedRange<Int>) -> String {
            let points = months.map { "\(x($0)) \(y(amount($0)))" }
            return "M" + points.joined(separator: "L")
        }

        func gridLines(_ say: Speech) -> [View] {
            (0...steps).map { index in
                let y = y(Rupiah(step * index))
                let unit: Int64 = isBillions ? 1_000_000_000 : 1_000_000
                let hundredths = Int(step * index * 100 / unit)
                let label =
                    hundredths % 10 == 0
                    ? say.tenths(hundredths / 10) : say.hundredths(hundredths)
                return ["y": .text("\(y)"), "textY": .text("\(y + 4)"), "label": .text(label)]
            }
        }

        func monthLabels(_ say: Speech) -> [View] {
            (1...max(1, chart.cumulative.count)).compactMap { month in
                guard (month - 1) % size.labelEvery == 0 else { return nil }
                let middle = (x(month - 1) + x(month)) / 2
                return [
                    "x": .text("\(middle)"), "textY": .text("\(size.height - 8)"),
                    "label": .text(say.shortMonth(chart.start + (month - 1))),
                ]
            }
        }

        /// The months for which there is no money, shaded, with their part of the line.
        func unfunded(_ say: Speech) -> View? {
            let count = chart.cumulative.count
            guard lastFunded < count else { return nil }
            let from = x(lastFunded)
            return [
                "x": .text("\(from)"), "y": .text("\(LineChart.top)"),
                "width": .text("\(x(count) - from)"),
                "height": .text("\(size.height - LineChart.top - LineChart.bottom)"),
                "path": .text(path(lastFunded...count)),
                "labelX": .text("\(x(count) - 4)"),
                "labelY": .text("\(size.height - LineChart.bottom - 8)"),
                "label": .text(say("chart-unfunded")),
            ]
        }

        func limitLine(_ say: Speech) -> View? {
            guard let limit = chart.limit else { return nil }
            return [
                "y": .text("\(y(limit))"), "labelX": .text("\(LineChart.left + 6)"),
                "labelY": .text("\(y(limit) - 7)"),
                "label": .text(say("chart-limit", ["jumlah": say.shortMoney(limit)])),
            ]
        }

        func end(_ say: Speech) -> View? {
            guard let total = chart.cumulative.last else { return nil }
            let month = chart.cumulative.count
            return [
                "endLook": .text(lastFunded < month ? "kurang" : "cukup"),
                "cx": .text("\(x(month))"), "cy": .text("\(y(total))"),
                "labelX": .text("\(x(month) - 10)"), "labelY": .text("\(max(13, y(total) - 8))"),
                "label": .text(say("chart-need", ["jumlah": say.shortMoney(total)])),
            ]
        }
    }
}
