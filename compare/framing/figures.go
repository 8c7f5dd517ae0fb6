package framing

import (
	"math"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// A figurePair is an amount in one sentence and the amount in another that is about
// the same thing.
type figurePair struct {
	a, b  text.Span
	agree bool
	// measured in a unit, the only ones so measured in both sentences
	measured bool
	fated    bool // of the same fate, and the only ones so counted
	sure     bool // measured, of the same fate: about one thing whatever else the sentences say
	score    float64
}

// A figure is an amount with the words that say what it is about.
type figure struct {
	text.Number
	role string          // class of what befell those counted; empty when none is near
	near map[string]bool // stems of the content words around it
	part bool            // "including nine", "eight of the injured"
}

// figureWindow is how many words on either side tell what a figure is about.
const figureWindow = 7

// leastAlike is the score from which two figures are about the same thing.
const leastAlike = 2.0

// compareFigures pairs the amounts of two sentences that say the same thing. Amounts
// about different things, at different times or places, are left alone.
func compareFigures(a, b, lang string) []figurePair {
	if opposed(a, b) || placesDiffer(a, b) || yearsDiffer(a, b, lang) {
		return nil
	}
	as, bs := figuresOf(a, lang), figuresOf(b, lang)
	if spansYears(a, as) != spansYears(b, bs) {
		return nil
	}
	var all []figurePair
	for _, x := range as {
		for _, y := range bs {
			score, agree := x.alike(y), x.agrees(y)
			if score == 0 {
				continue
			}
			if agree {
				score++
			} else if lone(x, as) && lone(y, bs) {
				score += 0.5
			}
			if score >= leastAlike {
				measured := x.Unit != "" && lone(x, as) && lone(y, bs)
				fated := x.role != "" && x.role == y.role && lone(x, as) && lone(y, bs)
				all = append(all, figurePair{x.Span, y.Span, agree, measured, fated, measured && fated, score})
			}
		}
	}
	return bestPairs(all)
}

// bestPairs keeps the best pair of every figure.
func bestPairs(all []figurePair) []figurePair {
	slices.SortStableFunc(all, func(p, q figurePair) int {
		switch {
		case p.score > q.score:
			return -1
		case p.score < q.score:
			return 1
		}
		return 0
	})
	var out []figurePair
	for _, p := range all {
		if !slices.ContainsFunc(out, func(q figurePair) bool { return p.a == q.a || p.b == q.b }) {
			out = append(out, p)
		}
	}
	return out
}

// alike scores how surely two figures are about the same thing; 0 when they cannot be.
func (x figure) alike(y figure) float64 {
	if !sameQuantity(x.Unit, y.Unit) || x.part != y.part || x.role != "" && y.role != "" && x.role != y.role {
		return 0
	}
	score := 0.0
	switch {
	case x.Of != "" && x.Of == y.Of:
		score += 1.5
	case x.Of != "" && y.Of != "" && !x.samePeople(y):
		return 0
	}
	if x.role != "" && x.role == y.role {
		score += 1.5
	}
	if x.Unit != "" {
		score += 0.5
		if x.role != "" && x.role == y.role {
			score += 0.5 // "recaptured 8,000 square kilometres"
		}
	}
	shared := 0
	for stem := range x.near {
		if y.near[stem] {
			shared++
		}
	}
	return score + float64(0.5*float64(min(shared, 4)))
}

// samePeople reports whether two figures count people of the same fate, one of them
// without saying what people.
func (x figure) samePeople(y figure) bool {
	return x.role != "" && x.role == y.role && (anyPeople(x.Of) || anyPeople(y.Of))
}

// sameQuantity reports whether two units measure one thing: amounts of nothing agree
// exactly when they do.
func sameQuantity(a, b string) bool {
	return a == b || text.Number{Unit: a}.Agrees(text.Number{Unit: b})
}

// measuredShare is how far apart measured amounts may lie and still be one rounded.
const measuredShare = 0.01

// agrees reports whether two figures can be wordings of one amount. Measured amounts
// are rounded more freely than counted ones: 41.3 percent is 41 percent.
func (x figure) agrees(y figure) bool {
	if x.Agrees(y.Number) {
		return true
	}
	if x.Unit == "" || y.Unit == "" {
		return false
	}
	if math.Abs(x.Value-y.Value) <= float64(measuredShare*max(x.Value, y.Value)) && x.Unit == y.Unit {
		return true
	}
	if x.Unit == y.Unit {
		return x.Step != y.Step && math.Abs(x.Value-y.Value) <= max(x.Step, y.Step)/2
	}
	x.About, x.Bound = true, text.NoBound // whoever converts rounds
	return x.Agrees(y.Number)
}

// lone reports whether no other figure of the sentence measures or counts the same.
func lone(x figure, all []figure) bool {
	n := 0
	for _, y := range all {
		if sameQuantity(x.Unit, y.Unit) && (x.Unit != "" || x.Of == y.Of) {
			n++
		}
	}
	return n == 1
}

// spansYears reports whether a sentence spreads its amounts: "over ten years".
func spansYears(s string, fs []figure) bool {
	return slices.ContainsFunc(fs, func(f figure) bool {
		before := strings.TrimSpace(text.Fold(s[:f.Start]))
		return f.Unit == "year" && (strings.HasSuffix(before, "over") || strings.HasSuffix(before, "within"))
	})
}

// figuresOf returns the amounts of a sentence with what they are about.
func figuresOf(s, lang string) []figure {
	numbers := text.Numbers(s, lang)
	if len(numbers) == 0 {
		return nil
	}
	words := text.Words(s)
	out := make([]figure, len(numbers))
	for i, n := range numbers {
		out[i] = figure{n, "", map[string]bool{}, isPart(s, n)}
		if isAge(s, n) || isLabel(s, n) || scaleFollows(s, numbers[i:]) {
			continue // with no words near, it is about nothing
		}
		first := slices.IndexFunc(words, func(w text.Word) bool { return w.End > n.Start })
		if first < 0 {
			continue
		}
		out[i].look(s, words, first, lang)
	}
	return out
}

// isAge reports whether a bare number stands between commas, as ages do.
func isAge(s string, n text.Number) bool {
	return n.Unit == "" && n.Of == "" && strings.HasSuffix(s[:n.Start], ", ") &&
		strings.HasPrefix(strings.TrimLeft(s[n.End:], ";.)"), ",") || strings.HasPrefix(s[n.End:], ";")
}

// isLabel reports whether a small bare number only tells one thing from others of its
// name: "Boeing 737 Max 8", "Article 5".
func isLabel(s string, n text.Number) bool {
	before := strings.TrimSuffix(s[:n.Start], " ")
	if n.Unit != "" || n.Value >= 1000 || len(before) == n.Start || !isDigit(s[n.Start]) {
		return false
	}
	word := before[strings.LastIndexByte(before, ' ')+1:]
	return len(word) < len(before) && text.IsCapital(word) && !placing[text.Fold(word)]
}

// isPart reports whether a figure counts some of those that another one counts.
func isPart(s string, n text.Number) bool {
	before, after := text.Fold(s[:n.Start]), text.Fold(s[n.End:])
	for _, opening := range [...]string{"including ", "included ", "include ", "among them ", "among the dead were "} {
		if strings.HasSuffix(before, opening) {
			return true
		}
	}
	return strings.HasPrefix(after, " other ") || strings.HasPrefix(after, " of the ") || strings.HasPrefix(after, " of them") || strings.HasPrefix(after, " of those")
}

// scaleFollows reports whether the scale of the first amount stands behind the second
// alone: "$50–60 billion".
func scaleFollows(s string, ns []text.Number) bool {
	if len(ns) < 2 || ns[1].Value < 1000*ns[0].Value {
		return false
	}
	switch strings.TrimSpace(s[ns[0].End:ns[1].Start]) {
	case "-", "–", "—", "to", "and", "or":
		return true
	}
	return false
}

// look reads the words around a figure: what lies beyond another clause's border tells
// of another figure, so the role comes from the nearest word.
func (x *figure) look(s string, words []text.Word, first int, lang string) {
	best := figureWindow + 1
	for i := max(0, first-figureWindow); i < min(len(words), first+figureWindow+1); i++ {
		w := words[i]
		if w.Overlap(x.Span) > 0 {
			continue
		}
		if !text.Stop(w.Norm, lang) && !isDigit(w.Norm[0]) {
			x.near[text.Stem(w.Norm, lang)] = true
		}
		role := figureWords().roles[w.Norm]
		if role == "" {
			continue
		}
		if d := clauseDistance(s, words, first, i); d < best {
			best, x.role = d, role
		}
	}
}

// clauseDistance is the distance in words, with a border of clauses counted as four.
func clauseDistance(s string, words []text.Word, i, j int) int {
	lo, hi := min(i, j), max(i, j)
	d := hi - lo
	for k := lo; k < hi; k++ {
		if words[k].Norm == "and" || strings.ContainsAny(s[words[k].End:words[k+1].Start], ",;:–—") {
			d += 4
		}
	}
	return d
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
