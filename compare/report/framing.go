package report

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/storydiff/storydiff/compare"
)

// overviewItems is how many items of a framing sheet the overview shows of a story.
const overviewItems = 16

// framingSection shows the framing sheet of every event.
func (v *view) framingSection() document {
	d := document{heading{1, say("How the tellings differ")}}
	if len(v.Events) == 0 {
		return append(d, paragraph{say("No story is told by more than one article.")})
	}
	for i, e := range v.Events {
		d = append(d, heading{2, say("Story " + letter(i) + ": " + v.nos(e.Articles, " + "))})
		d = append(d, v.sheet(e.ID, v.budget(len(v.Report.Framing)*1000))...)
	}
	return d
}

// sheet shows the n most telling items of an event's framing, by signal.
func (v *view) sheet(event string, n int) document {
	var findings []compare.Framing
	total := 0
	for _, f := range v.Report.Framing {
		if f.Event == event && len(f.Items) > 0 {
			findings = append(findings, f)
			total += len(f.Items)
		}
	}
	if total == 0 {
		return nil
	}
	floor := threshold(findings, n)
	g := grid{head: []string{"", "", ""}, limit: []int{0, 24}}
	shown := 0
	for _, f := range findings {
		signal := f.Signal
		for i, it := range f.Items {
			if i > 0 && (it.Weight < floor || shown >= n) {
				continue
			}
			g.rows = append(g.rows, []cell{in(line{bold(signal)}), words(it.Topic), v.said(it)})
			signal = ""
			shown++
		}
	}
	d := document{heading{2, say("How the tellings differ")}, g}
	if shown < total {
		d = append(d, paragraph{line{dim(count(total-shown, "more line", "more lines") + ": --all")}})
	}
	return append(d, precisions(findings)...)
}

// threshold returns the weight of the n-th item. The first of every signal is shown
// whatever its weight, so that no signal goes unseen.
func threshold(findings []compare.Framing, n int) float64 {
	var weights []float64
	for _, f := range findings {
		for i, it := range f.Items {
			if i > 0 {
				weights = append(weights, it.Weight)
			}
		}
	}
	n -= len(findings)
	if n >= len(weights) {
		return 0
	}
	slices.SortFunc(weights, func(a, b float64) int { return cmp.Compare(b, a) })
	return weights[max(n, 0)]
}

// said sets what each article says on a line of its own.
func (v *view) said(it compare.FramingItem) cell {
	var c cell
	for _, s := range it.Sides {
		l := line{bold(v.no(s.Article) + " ")}
		for i, w := range s.Said {
			if i > 0 {
				l = append(l, run{", ", plain})
			}
			l = append(l, run{wordingOf(w), plain})
		}
		c = append(c, l)
	}
	if it.Note != "" {
		c = append(c, line{dim(it.Note)})
	}
	return c
}

// wordingOf writes a wording with its count: invasion ×2, “crisis”.
func wordingOf(w compare.Said) string {
	s := w.Text
	if w.Quoted {
		s = inMarks(s)
	}
	if n := len(w.Spans); n > 1 {
		s += " ×" + strconv.Itoa(n)
	}
	return s
}

// precisions says how often lines of each signal were right, where it was measured.
func precisions(findings []compare.Framing) document {
	var d document
	for _, f := range findings {
		if p := f.Precision; p != nil {
			d = append(d, paragraph{line{dim("of " + strconv.Itoa(p.Of) + " “" + f.Signal + "” lines judged on " + p.Data + ", " +
				strconv.Itoa(int(p.Value*float64(p.Of)+0.5)) + " were right")}})
		}
	}
	return d
}
