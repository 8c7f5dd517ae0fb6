package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"text/tabwriter"
)

// A row is one figure of one task. A nil value stands for "not measured".
type row struct {
	Task     string   `json:"task"`
	N        int      `json:"n"`
	Metric   string   `json:"metric"`
	Value    *float64 `json:"value"`
	Baseline *float64 `json:"baseline"`
	Best     *float64 `json:"best"`
	metric   metric
}

// rowsOf lists every metric of a file's kind, those that were not measured too.
func rowsOf(d dataset, m measured) []row {
	rows := make([]row, 0, len(d.kind.metrics))
	for _, metric := range d.kind.metrics {
		r := row{Task: d.task, N: m.count(metric.name), Metric: metric.name, metric: metric}
		if v, ok := m.ours[metric.name]; ok {
			r.Value = figure(v, metric)
		}
		if v, ok := published[d.task][metric.name]; ok {
			r.Baseline = figure(v, metric)
		} else if v, ok := m.baseline[metric.name]; ok {
			r.Baseline = figure(v, metric)
		}
		if metric.best != 0 {
			r.Best = figure(metric.best, metric)
		}
		rows = append(rows, r)
	}
	return rows
}

// figure rounds to four decimals, counts to whole numbers.
func figure(v float64, m metric) *float64 {
	if m.whole {
		v = math.Round(v)
	} else {
		v = math.Round(v*1e4) / 1e4
	}
	return &v
}

const notMeasured = "not measured"

// writeTable writes the rows as one table.
func writeTable(w io.Writer, rows []row) error {
	var b strings.Builder
	b.WriteString("task\tn\tmetric\tours\tbaseline\tbest known\n")
	task := ""
	for _, r := range rows {
		name := r.Task
		if name == task {
			name = ""
		}
		task = r.Task
		cells := []string{name, strconv.Itoa(r.N), r.Metric, r.cell(r.Value, notMeasured), r.cell(r.Baseline, "–"), r.cell(r.Best, "–")}
		b.WriteString(strings.Join(cells, "\t") + "\n")
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	if _, err := io.WriteString(t, b.String()); err != nil {
		return err
	}
	return t.Flush()
}

func (r row) cell(v *float64, absent string) string {
	switch {
	case v == nil:
		return absent
	case r.metric.whole:
		return strconv.FormatFloat(*v, 'f', 0, 64)
	}
	return strconv.FormatFloat(*v, 'f', 4, 64)
}

// writeJSON writes one object a line.
func writeJSON(w io.Writer, rows []row) error {
	enc := json.NewEncoder(w)
	for _, r := range rows {
		if err := enc.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

// writeGolden writes the figures that do not depend on the machine, a line each.
func writeGolden(w io.Writer, rows []row) error {
	for _, r := range rows {
		if r.metric.speed {
			continue
		}
		if _, err := fmt.Fprintf(w, "%s %s %s (%d)\n", r.Task, r.Metric, r.cell(r.Value, notMeasured), r.N); err != nil {
			return err
		}
	}
	return nil
}
