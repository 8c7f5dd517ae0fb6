package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare"
)

// coverage is the signal whose items stand under the article that alone has them.
const coverage = "coverage"

const (
	// longestWording is how many characters of a wording the overview shows at most: two
	// lines of an ordinary terminal.
	longestWording = 150
	// labelColumn is how many columns the names of signals and topics take.
	labelColumn = 22
)

// framingSection shows the framing sheet of every event.
func (v *view) framingSection() document {
	d := document{heading{1, say("How the tellings differ")}}
	if len(v.Events) == 0 {
		return append(d, paragraph{say("No story is told by more than one article.")})
	}
	for i, e := range v.Events {
		d = append(d, heading{2, say("Story " + letter(i) + ": " + v.nos(e.Articles, " + "))})
		d = append(d, v.sheet(e.ID, v.budget(1<<20))...)
	}
	return d
}

// sheet shows the most telling items of an event's framing, by signal, in so many lines;
// nothing when there are none.
func (v *view) sheet(event string, lines int) document {
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
	g := grid{head: []string{"", ""}, limit: []int{labelColumn}}
	shown := 0
	for i, items := range v.chosen(findings, lines) {
		shown += len(items)
		for k, it := range items {
			g.rows = append(g.rows, []cell{in(v.label(findings[i].Signal, it, k == 0)), v.said(findings[i].Signal, it)})
		}
	}
	d := document{g}
	if shown < total {
		d = append(d, paragraph{line{dim(count(total-shown, "more line", "more lines") + ": --all")}})
	}
	return append(d, precisions(findings)...)
}

// label names the signal, with its first item, and what an item is about unless that
// says no more.
func (v *view) label(signal string, it compare.FramingItem, first bool) line {
	topic := v.topic(signal, it)
	if topic == "headline" || topic == "lede" || topic == howMany {
		return line{bold(signal)}
	}
	if first {
		return line{bold(signal + ": "), {topic, plain}}
	}
	return say(topic)
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
	if it.Topic == howMany {
		return v.howMany(it)
	}
	var c cell
	note := it.Note
	if signal == coverage {
		note = ""
	}
	length := 0
	for _, s := range v.matchesFirst(it.Sides) {
		l := append(line{bold(v.no(s.Article) + " ")}, v.wordings(signal, s, len(it.Sides))...)
		remark := s.Note
		if len(it.Sides) == 1 && note != "" {
			remark, note = joinWords(remark, note), ""
		}
		if remark != "" {
			l = append(l, dim(" ("+remark+")"))
		}
		c = append(c, l)
		length += l.length() + len(sideBySide)
	}
	short := signal == "numbers" && len(it.Sides) > fewSides && !v.options.All && v.options.Only == nil
	if length <= v.textColumn() && it.Topic != "headline" || short {
		c = c.onOneLine()
	}
	if note != "" {
		c = append(c, line{dim(note)})
	}
	return c
}

// wordings writes what one article says. A figure comes before the sentence that holds it,
// and stands alone when many articles give one; who makes a claim stands in its sentence.
func (v *view) wordings(signal string, s compare.FramingSide, sides int) line {
	said := s.Said
	whole := v.options.All || v.options.Only != nil
	if len(said) == 2 && signal == "numbers" && !whole && sides > fewSides {
		said = said[:1]
	}
	if len(said) == 2 && (signal == "numbers" || signal == "certainty") {
		sentence := said[1]
		sentence.Text = v.about(sentence.Text, said[0].Text)
		if signal == "certainty" {
			return v.wordingOf(s.Article, sentence)
		}
		return slices.Concat(v.wordingOf(s.Article, said[0]), line{{": ", plain}}, v.wordingOf(s.Article, sentence))
	}
	var l line
	for i, w := range said {
		if i > 0 {
			l = append(l, run{", ", plain})
		}
		l = append(l, v.wordingOf(s.Article, w)...)
	}
	return l
}

// fewSides is how many articles' figures are shown with their sentences.
const fewSides = 3

// about returns a sentence from shortly before words in it on, when these would be cut off.
func (v *view) about(sentence, words string) string {
	at := strings.Index(sentence, words)
	if at < 0 || v.options.All || v.options.Only != nil || utf8.RuneCountInString(sentence[:at+len(words)]) < v.clipAt(false) {
		return sentence
	}
	from := at
	for n := 0; n < wordsBefore && from > 0; n++ {
		from = max(0, strings.LastIndexByte(sentence[:from-1], ' ')+1)
	}
	return "… " + sentence[from:]
}

// wordsBefore is how many words of a cut sentence stand before those it is shown for.
const wordsBefore = 8

// howMany is the topic of the item that counts independent reports, which says of every
// article how much of it is its own words.
const (
	howMany  = "how many reports"
	ownWords = " its own words"
)

// howMany sets the count of reports and the shares of own words on one line.
func (v *view) howMany(it compare.FramingItem) cell {
	l := line{{it.Note + "; their own words:", plain}}
	for i, s := range v.matchesFirst(it.Sides) {
		if i > 0 {
			l = append(l, run{" ·", plain})
		}
		l = append(l, bold(" "+v.no(s.Article)))
		for _, w := range s.Said {
			l = append(l, run{" " + strings.TrimSuffix(w.Text, ownWords), plain})
		}
	}
	return cell{l}
}

// sideBySide parts what short sides say on one line.
const sideBySide = " · "

func (c cell) onOneLine() cell {
	var all line
	for i, l := range c {
		if i > 0 {
			all = append(all, run{sideBySide, plain})
		}
		all = append(all, l...)
	}
	return cell{all}
}

// length returns how many characters a line has.
func (l line) length() int {
	n := 0
	for _, r := range l {
		n += utf8.RuneCountInString(r.text)
	}
	return n
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
		s = clip(s, v.clipAt(w.Nearest))
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

// clipAt returns after how many characters the overview cuts a wording: what merely comes
// near has one line.
func (v *view) clipAt(nearest bool) int {
	if nearest {
		return max(20, v.textColumn()-len("12 nearest:  …"))
	}
	return min(longestWording, 2*v.textColumn()-len("12   … "))
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
