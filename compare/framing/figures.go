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
	a, b     text.Span
	agree    bool
	measured bool // in a unit, the only ones so measured in both sentences
	fated    bool // of the same fate, and the only ones so counted
	counted  bool // of the same noun or kind of things, and the only ones
	far      bool // one is many times the other: more likely two things
	sure     bool // measured, of the same fate: about one thing whatever else the sentences say
	score    float64
	topic    string // what people it tells of; empty for others
}

// A figure is an amount with the words that say what it is about.
type figure struct {
	text.Number
	role    string          // class of what befell those counted; empty when none is near
	near    map[string]bool // stems of the content words around it
	ceiling bool            // "up to $60 billion"
	part    string          // word that says some of them alone are counted: "including", "of", "other"
	sort    string          // what the noun is narrowed to: "Muslim-majority" countries
}

// figureWindow is how many words on either side tell what a figure is about.
const figureWindow = 7

const (
	// leastAlike is the score from which two figures are about the same thing.
	leastAlike = 2.0
	// leastMeasured is the one for those that alone are so measured in their sentences.
	leastMeasured = 1.5
)

// compareFigures pairs the amounts of two sentences that say the same thing. Amounts
// about different things, at different times or places, are left alone.
func compareFigures(a, b, lang string) []figurePair {
	if opposed(a, b) || momentary(a) != momentary(b) || placesDiffer(a, b) || placesAdded(a, b) || yearsDiffer(a, b, lang) {
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
			measured := x.Unit != "" && lone(x, as) && lone(y, bs)
			if score >= leastAlike || measured && score >= leastMeasured && !lasting(x.Unit) {
				fated := x.role != "" && x.role == y.role && lone(x, as) && lone(y, bs)
				counted := x.Of != "" && (x.Of == y.Of || x.sameThings(y)) && !anyPeople(x.Of) && lone(x, as) && lone(y, bs)
				all = append(all, figurePair{x.Span, y.Span, agree, measured, fated, counted, x.far(y), measured && fated && !x.far(y), score, tollTopic(x, y)})
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
	if !sameQuantity(x.Unit, y.Unit) || x.part != y.part || x.sort != y.sort && (x.role == "" || x.sort == "" || y.sort == "") || x.role != "" && y.role != "" && x.role != y.role {
		return 0
	}
	score := 0.0
	switch {
	case x.Of != "" && x.Of == y.Of:
		score += 1.5
	case x.sameThings(y):
		score++
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

// sameThings reports whether two figures count things of one kind that the same befell:
// services and trains cancelled.
func (x figure) sameThings(y figure) bool {
	return x.role != "" && x.role == y.role && oneKind(x.Of, y.Of)
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
		return !overstated(x.Number, y.Number) && !overstated(y.Number, x.Number)
	}
	if between(x, y) || between(y, x) {
		return true
	}
	if x.Unit == "" || y.Unit == "" {
		return false
	}
	if math.Abs(x.Value-y.Value) <= float64(measuredShare*max(x.Value, y.Value)) && x.Unit == y.Unit {
		return true
	}
	if x.Unit == y.Unit {
		step := max(x.place(), y.place())
		return x.place() != y.place() && math.Abs(x.Value-y.Value) <= step/2
	}
	x.About, x.Bound = true, text.NoBound // whoever converts rounds
	return x.Agrees(y.Number)
}

// place returns the smallest place of an amount that is not nought, up to a tenth of it:
// 170 may be 167 rounded.
func (x figure) place() float64 {
	place := x.Step
	for place > 0 && math.Mod(x.Value, 10*place) == 0 && 100*place <= x.Value {
		place *= 10
	}
	return place
}

// lasting reports whether a unit measures time, of which every sentence has its own.
func lasting(unit string) bool {
	switch unit {
	case "second", "minute", "hour", "day", "week", "month", "year":
		return true
	}
	return false
}

// reachedShare is how far below "up to $60 billion" an amount may lie and still be one
// that it speaks of.
const reachedShare = 0.1

// overstated reports whether the amount that x at most reaches is far above y.
func overstated(x, y text.Number) bool {
	return x.Bound == text.AtMost && x.Unit == y.Unit && x.Value-y.Value > float64(reachedShare*x.Value)
}

// between reports whether one amount is at least x and the other up to y: both may hold.
func between(x, y figure) bool {
	return x.Bound == text.AtLeast && y.ceiling && x.Unit == y.Unit && x.Value <= y.Value
}

// isCeiling reports whether an amount is called the most there may be; "nearly" means it
// is about that.
func isCeiling(s string, n text.Number) bool {
	before := strings.TrimRight(text.Fold(s[:n.Start]), " $€£¥")
	for _, words := range [...]string{"up to", "as much as", "as many as", "at most", "no more than", "less than", "fewer than"} {
		if strings.HasSuffix(before, words) || strings.HasPrefix(text.Fold(n.Span.Of(s)), words) {
			return true
		}
	}
	return false
}

// farShare is how many times a larger amount exceeds one that is about the same thing.
const farShare = 4

func (x figure) far(y figure) bool {
	return x.Unit == y.Unit && max(x.Value, y.Value) > float64(farShare*min(x.Value, y.Value))
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

// amountsIn returns the amounts of a text. "At least 12" dead are 12 counted so far, which
// 15 are not; "at least 1,000" may be any number above.
func amountsIn(s, lang string) []text.Number {
	numbers := text.Numbers(s, lang)
	for i, n := range numbers {
		counted := n.Unit == "" && n.Of != "" && (n.Value < 100 || math.Mod(n.Value, 10) != 0)
		if counted && strings.HasSuffix(text.Fold(strings.TrimSpace(s[:n.Start])), "at least") {
			numbers[i].About, numbers[i].Bound = false, text.NoBound
		}
	}
	return numbers
}

// figuresOf returns the amounts of a sentence with what they are about.
func figuresOf(s, lang string) []figure {
	numbers := amountsIn(s, lang)
	if len(numbers) == 0 {
		return nil
	}
	words := text.Words(s)
	out := make([]figure, len(numbers))
	for i, n := range numbers {
		out[i] = figure{Number: n, near: map[string]bool{}, ceiling: isCeiling(s, n), part: partWord(s, n), sort: sortWord(s, n)}
		if isAge(s, n) || isLabel(s, n) || scaleFollows(s, numbers[i:]) || scaleHyphened(s, n) || ranged(s, numbers, i) {
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

// partWord returns the word that says that a figure counts some of those that another
// one counts, or others than those; empty when none does.
func partWord(s string, n text.Number) string {
	before, after := text.Fold(s[:n.Start]), text.Fold(s[n.End:])
	for _, opening := range [...]string{"including ", "included ", "include ", "among them ", "among the dead were "} {
		if strings.HasSuffix(before, opening) {
			return "including"
		}
	}
	for _, word := range [...]string{"other ", "more ", "additional "} {
		if strings.HasPrefix(after, " "+word) || strings.HasSuffix(before, " "+word) && word == "other " {
			return "other"
		}
	}
	for _, word := range [...]string{" of the ", " of them", " of those", " of its ", " of their ", " among "} {
		if strings.HasPrefix(after, word) {
			return "of"
		}
	}
	return ""
}

// sortWord returns the word with a hyphen or a capital between a figure and its noun:
// "five Muslim-majority countries" are some of the countries.
func sortWord(s string, n text.Number) string {
	if n.Of == "" || n.Unit != "" {
		return ""
	}
	sort := ""
	for _, w := range text.Words(s[n.End:min(len(s), n.End+longestSort)]) {
		word := w.Of(s[n.End:])
		if text.Stem(w.Norm, "en") == n.Of {
			return sort
		}
		if sort == "" && (strings.Contains(word, "-") || text.IsCapital(word)) {
			sort = w.Norm
		}
	}
	return ""
}

// longestSort is how many bytes after a figure its noun is looked for.
const longestSort = 60

// ranged reports whether a figure is an end of a range, which says less than an amount.
func ranged(s string, ns []text.Number, i int) bool {
	joins := func(a, b text.Number) bool {
		if a.End > b.Start || a.Unit != b.Unit {
			return false
		}
		switch strings.TrimSpace(s[a.End:b.Start]) {
		case "-", "–", "—", "to":
			return true
		case "and":
			return strings.HasSuffix(text.Fold(s[:a.Start]), "between ")
		}
		return false
	}
	return i > 0 && joins(ns[i-1], ns[i]) || i+1 < len(ns) && joins(ns[i], ns[i+1])
}

// scaleHyphened reports whether the scale of an amount hangs on another word: "$5
// billion-worth".
func scaleHyphened(s string, n text.Number) bool {
	after := text.Fold(s[n.End:min(len(s), n.End+10)])
	for _, scale := range [...]string{" million", " billion", " trillion"} {
		if strings.HasPrefix(after, scale) {
			return true
		}
	}
	return false
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
