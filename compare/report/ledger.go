package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare"
)

// overviewUtterances is how many utterances the overview shows of a story.
const overviewUtterances = 6

// ledgerSection shows every utterance of every event.
func (v *view) ledgerSection() document {
	d := document{heading{1, say("Quotes in more than one article")}}
	if len(v.Utterances) == 0 {
		return append(d, paragraph{say("No utterance is printed by more than one article about the same event.")})
	}
	for i, e := range v.Events {
		d = append(d, heading{2, say("Story " + letter(i) + ": " + v.nos(e.Articles, " + "))})
		d = append(d, v.ledger(e.ID, v.budget(len(v.Utterances)))...)
	}
	return d
}

// legend names the marks in their own dress.
var legend = line{
	{"Quotes in more than one · ", plain},
	{"reworded", changed},
	{" · ", faint},
	{"left out elsewhere", dropped},
	{" · ", faint},
	{"added", added},
	{" · ", faint},
	{"moved", moved},
}

// ledger shows at most n utterances of an event, each with every article's wording.
func (v *view) ledger(event string, n int) document {
	var us []compare.Utterance
	background := 0
	for _, u := range v.Utterances {
		switch {
		case u.Event != event:
		case u.Background:
			background++
		default:
			us = append(us, u)
		}
	}
	if len(us) == 0 {
		return document{heading{2, say("No quotes in common")}}
	}
	d := document{heading{2, legend}}
	g := grid{head: []string{"", "", ""}, limit: []int{20, 16}}
	for i, u := range us[:min(n, len(us))] {
		if i > 0 {
			g.rows = append(g.rows, []cell{{}, {}, {}})
		}
		g.rows = append(g.rows, v.utterance(u)...)
	}
	d = append(d, g, paragraph{line{dim(v.referenceNote())}})
	if more := len(us) - n; more > 0 {
		d = append(d, paragraph{line{dim(count(more, "more utterance", "more utterances") + ": --only ledger")}})
	}
	return d
}

// referenceNote says what the wordings are held against.
func (v *view) referenceNote() string {
	if v.Source != nil {
		return "Where the source holds the words it is the reference; elsewhere the fullest wording, or one nearly as full that more are like, which need not be what was said."
	}
	return "The reference is the fullest wording, or one nearly as full that more are like. It need not be what was said."
}

// utterance sets the fullest wording first and every other below it. Articles that
// print the same words, as copies of a wire report do, share a row.
func (v *view) utterance(u compare.Utterance) [][]cell {
	ref := u.Variants[u.Fullest]
	origin := originals(u)
	same, others := alike(u.Variants, ref, origin)
	rows := [][]cell{{in(line{bold(cmp.Or(u.Speaker, "unknown speaker"))}), v.who(same), v.reference(u)}}
	if u.Conflict {
		rows[0][0] = append(rows[0][0], line{{"speakers differ", changed}})
	}
	for len(others) > 0 {
		w := others[0]
		same, others = alike(others, w, origin)
		rows = append(rows, []cell{words(w.Relation), v.who(same), v.wording(w)})
	}
	return rows
}

// originals returns, for each article, the one whose text it repeats, or itself.
func originals(u compare.Utterance) map[string]string {
	origin := make(map[string]string, len(u.Variants))
	for _, w := range u.Variants {
		origin[w.Article] = w.Article
		if w.CopyOf != nil {
			origin[w.Article] = u.Variants[*w.CopyOf].Article
		}
	}
	return origin
}

// alike parts the variants with the words, verb and speaker of w, and those that stand in
// copies of its article, from the others.
func alike(ws []compare.Variant, w compare.Variant, origin map[string]string) (same, others []compare.Variant) {
	for _, o := range ws {
		if o.Said() == w.Said() && o.Verb == w.Verb && o.Speaker == w.Speaker || origin[o.Article] == origin[w.Article] {
			same = append(same, o)
		} else {
			others = append(others, o)
		}
	}
	return same, others
}

// who names the articles and the verb they report the words with.
func (v *view) who(ws []compare.Variant) cell {
	ids := make([]string, len(ws))
	for i, w := range ws {
		ids[i] = w.Article
	}
	l := line{bold(v.nos(ids, ", "))}
	if ws[0].Verb != "" {
		l = append(l, run{" " + ws[0].Verb, plain})
	} else if len(ws[0].Quotes) == 0 && !v.isSource(ids[0]) {
		l = append(l, dim(" unquoted"))
	}
	c := in(l)
	if n := copiesAmong(ws); n > 1 {
		c = append(c, line{dim("one text in " + thousands(n))})
	}
	return c
}

// copiesAmong returns how many of the variants stand in copies of one text.
func copiesAmong(ws []compare.Variant) int {
	n := 0
	for _, w := range ws {
		if w.CopyOf != nil {
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return n + 1
}

// reference shows the fullest wording; words that every other variant lacks are
// marked as left out.
func (v *view) reference(u compare.Utterance) cell {
	ref := u.Variants[u.Fullest]
	lacking := map[compare.Span]int{}
	for i, w := range u.Variants {
		if i == u.Fullest {
			continue
		}
		for _, e := range w.Edits {
			if e.Op == "dropped" {
				lacking[e.A]++
			}
		}
	}
	var gaps []compare.Span
	for s, n := range lacking {
		if n == len(u.Variants)-1 {
			gaps = append(gaps, s)
		}
	}
	slices.SortFunc(gaps, func(a, b compare.Span) int { return a.Start - b.Start })
	fragments := fragmentsBeside(u)
	l, at := line{}, ref.Start
	for _, s := range gaps {
		if s.Start < at || s.End > ref.End {
			continue
		}
		l = append(l, run{v.uttered(ref, compare.Span{Start: at, End: s.Start}), plain})
		left := v.uttered(ref, s)
		if fragments {
			left = nearest(left, s.Start > ref.Start, s.End < ref.End)
		}
		l = append(l, marked(left, dropped))
		at = s.End
	}
	return in(append(l, run{v.uttered(ref, compare.Span{Start: at, End: ref.End}), plain}))
}

// fragmentsBeside reports whether all the others print of the fullest wording but a phrase.
func fragmentsBeside(u compare.Utterance) bool {
	for i, w := range u.Variants {
		if i != u.Fullest && w.Relation != "fragment" {
			return false
		}
	}
	return true
}

// wordsAround is how many words left out are shown on either side of a fragment's.
const wordsAround = 8

// nearest shortens a long stretch left out beside a fragment to the words next to the
// fragment's: those that begin the stretch, those that end it, or both.
func nearest(s string, begin, end bool) string {
	words := strings.Fields(s)
	from, to := 0, len(words)
	if begin {
		from = wordsAround
	}
	if end {
		to -= wordsAround
	}
	if to-from < wordsAround {
		return s
	}
	short := slices.Concat(words[:from], []string{"…"}, words[to:])
	lead, trail := s[:len(s)-len(strings.TrimLeft(s, " "))], s[len(strings.TrimRight(s, " ")):]
	return lead + strings.Join(short, " ") + trail
}

// marked marks words; commas and full stops that changed with the sentence around them are
// left as they are.
func marked(s string, m mark) run {
	if !hasLetters(s) {
		m = plain
	}
	return run{s, m}
}

// marksOf says how the words of an edit look in the variant.
var marksOf = map[string]mark{"changed": changed, "added": added, "moved": moved}

// wording shows a variant with its edits marked, and below it what changed.
func (v *view) wording(w compare.Variant) cell {
	l := line{}
	for _, e := range inOrder(w.Edits) {
		if e.B.End > e.B.Start {
			l = append(l, marked(v.uttered(w, e.B), marksOf[e.Op]))
		}
	}
	if len(l) == 0 {
		l = say(w.Said())
	}
	c := in(l)
	for _, ch := range w.Changes {
		if worthALine(w, ch) {
			c = append(c, line{dim("→ " + changeWords(ch))})
		}
	}
	return c
}

// uttered returns the words of a variant that lie in s, without what parts them, as an
// attribution does.
func (v *view) uttered(w compare.Variant, s compare.Span) string {
	if len(w.Spans) == 0 {
		return v.words(w.Article, s)
	}
	var b strings.Builder
	for i, part := range w.Spans {
		from, to := max(s.Start, part.Start), min(s.End, part.End)
		if from >= to {
			continue
		}
		b.WriteString(v.words(w.Article, compare.Span{Start: from, End: to}))
		if to == part.End && i < len(w.Spans)-1 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// inOrder returns edits in the order of the variant's words; moved ones lie in that of
// the fullest.
func inOrder(edits []compare.Edit) []compare.Edit {
	return slices.SortedStableFunc(slices.Values(edits), func(a, b compare.Edit) int { return a.B.Start - b.B.Start })
}

// worthALine tells changes that a reader must not miss from those that the marks show
// well: a fragment leaves out all the rest by its nature, and a word or two dropped
// are seen in the reference.
func worthALine(w compare.Variant, c compare.Change) bool {
	switch c.Type {
	case "reworded", "added", "punctuation":
		return false
	case "dropped":
		return w.Relation != "fragment" && w.Relation != "paraphrase" && len(strings.Fields(c.From)) > 2
	default:
		return true
	}
}

// changeWords says a change in a line.
func changeWords(c compare.Change) string {
	from, to := inMarks(c.From), inMarks(c.To)
	switch {
	case c.Type == "dropped":
		return "left out: " + from
	case c.Type == "joined":
		return "left out, joined by an ellipsis: " + from
	case c.Type == "bracketed" && c.From == "":
		return "put in by the editor: " + to
	case c.Type == "added":
		return "added: " + to
	case c.From == "":
		return c.Type + ": " + to + " is not in the fullest wording"
	case c.To == "":
		return c.Type + ": " + from + " is missing"
	default:
		return c.Type + ": " + from + " → " + to
	}
}

// inMarks puts words in quotation marks.
func inMarks(s string) string { return "“" + strings.TrimSpace(s) + "”" }
