package report

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/storydiff/storydiff/compare"
)

// coverage is the signal whose items stand under the article that alone has them.
const coverage = "coverage"

const (
	// overviewItems is how many items of a framing sheet the overview shows of a story.
	overviewItems = 9
	// overviewEach is how many items every signal shows before weight decides.
	overviewEach = 1
	// overviewWords is how many characters of a wording the overview shows.
	overviewWords = 96
)

// framingSection shows the framing sheet of every event.
func (v *view) framingSection() document {
	d := document{heading{1, say("How the tellings differ")}}
	if len(v.Events) == 0 {
		return append(d, paragraph{say("No story is told by more than one article.")})
	}
	for i, e := range v.Events {
		d = append(d, heading{2, say("Story " + letter(i) + ": " + v.nos(e.Articles, " + "))})
		d = append(d, v.sheet(e.ID, v.budget(len(v.Framing)*1000))...)
	}
	return d
}

// sheet shows the n most telling items of an event's framing, by signal.
func (v *view) sheet(event string, n int) document {
	var findings []compare.Framing
	total := 0
	for _, f := range v.Framing {
		if f.Event == event && len(f.Items) > 0 {
			findings = append(findings, f)
			total += len(f.Items)
		}
	}
	if total == 0 {
		return nil
	}
	g := grid{head: []string{"", "", ""}, limit: []int{0, 18}}
	shown := 0
	for i, items := range v.chosen(findings, n) {
		shown += len(items)
		for k, it := range items {
			signal := line{}
			if k == 0 {
				signal = line{bold(findings[i].Signal)}
			}
			g.rows = append(g.rows, []cell{in(signal), words(v.topic(findings[i].Signal, it)), v.said(findings[i].Signal, it)})
		}
	}
	d := document{heading{2, say("How the tellings differ")}, g}
	if shown < total {
		d = append(d, paragraph{line{dim(count(total-shown, "more line", "more lines") + ": --all")}})
	}
	return append(d, precisions(findings)...)
}

// chosen picks about n items: the first few of every signal, so that none goes unseen,
// then the weightiest. Each signal's items stay in order. Of what one article alone has,
// it shows that of two, for it would seem the other's lack.
func (v *view) chosen(findings []compare.Framing, n int) [][]compare.FramingItem {
	floor := leastWeight(findings, n)
	out := make([][]compare.FramingItem, len(findings))
	for i, f := range findings {
		alone := map[string]bool{}
		for k, it := range f.Items {
			another := false
			if f.Signal == coverage && len(alone) < 2 {
				id := v.matchesFirst(it.Sides)[0].Article
				another = !alone[id]
				alone[id] = true
			}
			if k < overviewEach || it.Weight >= floor || another {
				out[i] = append(out[i], it)
			}
		}
	}
	return out
}

// leastWeight returns the weight an item needs to be among the n shown when it is not
// one of its signal's first.
func leastWeight(findings []compare.Framing, n int) float64 {
	var weights []float64
	for _, f := range findings {
		firsts := min(overviewEach, len(f.Items))
		n -= firsts
		for _, it := range f.Items[firsts:] {
			weights = append(weights, it.Weight)
		}
	}
	if n <= 0 || len(weights) == 0 {
		return math.Inf(1)
	}
	slices.SortFunc(weights, func(a, b float64) int { return cmp.Compare(b, a) })
	return weights[min(n, len(weights))-1]
}

// topic names what an item is about; of coverage, whose sentence it is.
func (v *view) topic(signal string, it compare.FramingItem) string {
	sides := v.matchesFirst(it.Sides)
	if signal != coverage || len(sides) == 0 {
		return it.Topic
	}
	return "only in " + v.no(sides[0].Article)
}

// said sets what each article says on a line of its own. A remark on one article's words
// stands behind them; that coverage has no match is in its topic.
func (v *view) said(signal string, it compare.FramingItem) cell {
	var c cell
	note := it.Note
	if signal == coverage {
		note = ""
	}
	for _, s := range v.matchesFirst(it.Sides) {
		l := line{bold(v.no(s.Article) + " ")}
		for i, w := range s.Said {
			if i > 0 {
				l = append(l, run{", ", plain})
			}
			l = append(l, v.wordingOf(s.Article, w)...)
		}
		remark := s.Note
		if len(it.Sides) == 1 && note != "" {
			remark, note = joinWords(remark, note), ""
		}
		if remark != "" {
			l = append(l, dim(" ("+remark+")"))
		}
		c = append(c, l)
	}
	if note != "" {
		c = append(c, line{dim(note)})
	}
	return c
}

func joinWords(a, b string) string {
	if a == "" {
		return b
	}
	return a + ", " + b
}

// matchesFirst puts what articles say on an item, in the order of their numbers, before
// what merely comes nearest.
func (v *view) matchesFirst(sides []compare.FramingSide) []compare.FramingSide {
	nearest := func(s compare.FramingSide) int {
		if len(s.Said) > 0 && s.Said[0].Nearest {
			return 1
		}
		return 0
	}
	return slices.SortedStableFunc(slices.Values(sides), func(a, b compare.FramingSide) int {
		return cmp.Or(nearest(a)-nearest(b), v.number[a.Article]-v.number[b.Article])
	})
}

// wordingOf writes a wording with its count: invasion ×2, “crisis”.
func (v *view) wordingOf(article string, w compare.Said) line {
	s := w.Text
	if !v.options.All && v.options.Only == nil {
		s = clip(s, overviewWords)
	}
	if w.Nearest {
		return line{dim("nearest: " + s)}
	}
	if w.Quoted && !strings.HasPrefix(s, "“") {
		s = inMarks(s)
	}
	if n := len(w.Spans); n > 1 && strings.EqualFold(v.words(article, w.Spans[0]), w.Text) {
		s += " ×" + strconv.Itoa(n)
	}
	return line{{s, plain}}
}

// clip cuts a wording at the end of a word, and says so.
func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:n])
	if at := strings.LastIndexByte(cut, ' '); at > 0 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:–—-") + " …"
}

// precisions says in one line how often lines of each signal were right, where it was
// measured.
func precisions(findings []compare.Framing) document {
	var judged []string
	data := ""
	for _, f := range findings {
		if p := f.Precision; p != nil {
			judged, data = append(judged, f.Signal+" "+strconv.Itoa(int(p.Value*float64(p.Of)+0.5))+" of "+strconv.Itoa(p.Of)), p.Data
		}
	}
	if judged == nil {
		return nil
	}
	return document{paragraph{line{dim("right when judged on " + data + ": " + strings.Join(judged, ", "))}}}
}
