import Office
import Store

/// Everything that may be watched of one node, and through it of the store. Nothing about people.
struct MetricsPage {
    let requests: RequestMeter.Counts
    let meter: StoreMeter
    /// Nil when the store cannot be asked.
    let status: StoreStatus?
    let isStopping: Bool
    let startedAt: Instant
    let now: Instant

    var text: String {
        var metrics = MetricsText()
        addRequests(to: &metrics)
        addStoreWork(to: &metrics)
        metrics.gauge("sigap_store_up", "1 while the store can be asked.", status == nil ? 0 : 1)
        if let status { addStatus(status, to: &metrics) }
        addProcess(to: &metrics)
        return metrics.text
    }

    private func addRequests(to metrics: inout MetricsText) {
        let total = "sigap_http_requests_total"
        metrics.family(total, .counter, "Requests answered, by route and status.")
        let answered = requests.answered.sorted {
            ($0.key.route, $0.key.method, $0.key.status)
                < ($1.key.route, $1.key.method, $1.key.status)
        }
        for (kind, count) in answered {
            metrics.sample(
                total,
                [
                    (name: "method", value: kind.method), (name: "route", value: kind.route),
                    (name: "status", value: String(kind.status)),
                ], count)
        }
        let seconds = "sigap_http_request_duration_seconds"
        metrics.family(seconds, .histogram, "Time until an answer was ready.")
        for (route, times) in requests.times.sorted(by: { $0.key < $1.key }) {
            metrics.histogram(seconds, [(name: "route", value: route)], times)
        }
        metrics.gauge(
            "sigap_http_requests_under_way", "Requests being answered.", requests.underWay)
    }

    private func addStoreWork(to metrics: inout MetricsText) {
        let works = StoreMeter.Work.allCases.map { ($0.rawValue, meter[$0]) }
        let total = "sigap_store_transactions_total"
        metrics.family(total, .counter, "Transactions of this node, by kind and result.")
        for (work, count) in works {
            for (result, number) in [("done", count.done), ("failed", count.failed)] {
                metrics.sample(
                    total, [(name: "kind", value: work), (name: "result", value: result)], number)
            }
        }
        let repeated = "sigap_store_retries_total"
        metrics.family(repeated, .counter, "Transactions that an engine had to begin again.")
        for (work, count) in works {
            metrics.sample(repeated, [(name: "kind", value: work)], count.repeated)
        }
        let seconds = "sigap_store_transaction_duration_seconds"
        metrics.family(seconds, .histogram, "Time of a transaction, waiting included.")
        for (work, count) in works {
            metrics.histogram(seconds, [(name: "kind", value: work)], count.times)
        }
    }

    private func addStatus(_ status: StoreStatus, to metrics: inout MetricsText) {
        metrics.gauge("sigap_schema_version", "Steps of the schema.", status.schema)
        metrics.gauge("sigap_journal_events", "Length of the journal.", status.journalLength)
        metrics.family("sigap_jobs", .gauge, "Jobs by state.")
        for state in JobState.allCases {
            metrics.sample(
                "sigap_jobs", [(name: "state", value: state.rawValue)], status.jobs[state] ?? 0)
        }
        metrics.gauge("sigap_nodes", "Nodes seen within a minute.", status.nodes)
        if let backup = status.lastBackup {
            let age = (now.milliseconds - backup.milliseconds) / 1000
            metrics.gauge("sigap_backup_age_seconds", "Age of the last backup.", Int(age))
        }
    }

    private func addProcess(to metrics: inout MetricsText) {
        metrics.gauge("sigap_stopping", "1 once the node was told to stop.", isStopping ? 1 : 0)
        metrics.gauge(
            "process_start_time_seconds", "Start, in seconds since 1970.",
            Int(startedAt.milliseconds / 1000))
        metrics.gauge(
            "sigap_uptime_seconds", "Time since the start.",
            Int((now.milliseconds - startedAt.milliseconds) / 1000))
        metrics.family("process_cpu_seconds_total", .counter, "Processor time used.")
        metrics.sample("process_cpu_seconds_total", microseconds: ProcessFacts.processorTime)
        if let memory = ProcessFacts.residentMemory {
            metrics.gauge("process_resident_memory_bytes", "Memory in use.", memory)
        }
    }
}
