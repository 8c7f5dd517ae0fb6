package ledger

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// A piece is one sentence of one quote, or a sentence without marks that may tell
// the same in the reporter's words.
type piece struct {
	reading  *quote.Reading
	article  int
	quotes   []int // indexes of the quotes it is made of; empty for a sentence without marks
	parts    []part
	written  string
	tokens   []text.Word // of the text
	wording  *align.Wording
	voice    voice
	verb     string
	kind     quote.Kind
	headline bool
	sentence bool        // a whole sentence that reports speech, attribution and all
	source   bool        // of the text that the articles are measured against
	said     int         // content words, without those in square brackets
	words    int         // all words, without those in square brackets
	inserted int         // words in square brackets
	denies   bool        // holds a negation that no other in the clause takes back
	previous *piece      // the sentence before it in the same utterance, or nil
	next     *piece      // the sentence after it
	also     []text.Span // the same words elsewhere in the article

	numbers, dates []fact // of the text, once counted
	counted        bool
	telling        []string // of the numbers and dates, those that tell one utterance from another
	figured        bool
	known          []fact // all facts of the text, once examined
	examined       bool
	norms          []string // of the words, once asked for
}

// A part maps a stretch of a piece's text to the article: an attribution in the
// middle of an utterance belongs to neither part.
type part struct {
	at   int       // where the part begins in the text of the piece
	span text.Span // where it stands in the article
}

func (p *piece) text() string { return p.written }

// span returns the stretch of the article from the first to the last word of the piece.
func (p *piece) span() text.Span {
	return text.Span{Start: p.parts[0].span.Start, End: p.parts[len(p.parts)-1].span.End}
}

// split returns the stretches of a piece that an attribution or other words part.
func (p *piece) split() []text.Span {
	if len(p.parts) < 2 {
		return nil
	}
	return spansOfParts(p.parts)
}

// inArticle turns an offset into the piece's text into one into its article. At the
// joint of two parts, end says whether the offset closes the first or opens the second.
func (p *piece) inArticle(at int, end bool) int {
	k := 0
	for k+1 < len(p.parts) && (p.parts[k+1].at < at || !end && p.parts[k+1].at == at) {
		k++
	}
	q := p.parts[k]
	return min(q.span.Start+at-q.at, q.span.End)
}

// quoted returns the pieces of an article's quotes, sentence by sentence. Titles are
// nobody's utterance.
func quoted(article int, r *quote.Reading, vs *voices) []*piece {
	var ps []*piece
	var last *piece // in quotation marks
	qs := r.Quotes()
	for i := 0; i < len(qs); i++ {
		if qs[i].Kind == quote.Title || mayEndBefore(r.Text, qs[i].Span) {
			continue
		}
		turn := []int{i}
		for next := i + 1; next < len(qs) && runsOn(r.Text, qs[turn[len(turn)-1]], qs[next]); next++ {
			turn = append(turn, next)
		}
		said := pieces(article, r, turn, vs)
		if last != nil && len(said) > 0 && follows(r.Text, last, said[0]) {
			last.next, said[0].previous = said[0], last
			for _, p := range said {
				p.voice.named = p.voice.named || last.voice.named
			}
		}
		if n := len(said); n > 0 && !said[n-1].unquoted() {
			last = said[n-1]
		}
		i = turn[len(turn)-1]
		ps = append(ps, said...)
	}
	return ps
}

// mayEndBefore reports whether a quote in single marks holds one that may close it: 'no
// thanks' to a plan … rock 'n' roll. Where such a quote ends is a guess.
func mayEndBefore(s string, q text.Span) bool {
	before, words := s[:q.Start], q.Of(s)
	if !strings.HasSuffix(before, "'") && !strings.HasSuffix(before, "‘") {
		return false
	}
	return strings.Contains(words, "' ") || strings.Contains(words, "’ ")
}

// pieces cuts a turn of quotes into sentences.
func pieces(article int, r *quote.Reading, turn []int, vs *voices) []*piece {
	qs := r.Quotes()
	first := qs[turn[0]]
	spans := make([]text.Span, 0, len(turn))
	for _, i := range turn {
		spans = append(spans, spansOf(qs[i])...)
	}
	whole := sentences(r.Text, spans, r.Language())
	ps := make([]*piece, 0, len(whole))
	for _, parts := range whole {
		p := &piece{
			reading: r, article: article, parts: parts, voice: vs.of(article, first),
			verb: first.Verb, kind: first.Kind, headline: first.Headline,
		}
		for _, i := range turn {
			if overlaps(parts, qs[i].Span) {
				p.quotes = append(p.quotes, i)
			}
		}
		p.read(r)
		if len(ps) > 0 {
			p.previous = ps[len(ps)-1]
			p.previous.next = p
		}
		ps = append(ps, p)
	}
	return ps
}

// attributionLength bounds the words that may part two halves of one sentence.
const attributionLength = 120

// follows reports whether no more than an attribution parts the words of one speaker:
// “We went,” he said. “Nobody came.”
func follows(s string, p, q *piece) bool {
	gap := text.Span{Start: p.span().End, End: q.span().Start}
	return !p.unquoted() && !q.unquoted() && p.voice.name == q.voice.name &&
		gap.Len() > 0 && gap.Len() <= attributionLength && !strings.Contains(gap.Of(s), "\n")
}

// runsOn reports whether the sentence of a quote goes on in the next one: “We went,” he
// said, “and came back.”
func runsOn(s string, q, next quote.Quote) bool {
	if q.Kind == quote.Indirect || next.Kind == quote.Indirect || q.Speaker.Name != next.Speaker.Name {
		return false
	}
	gap := text.Span{Start: q.End, End: next.Start}
	if gap.Len() < 2 || gap.Len() > attributionLength || strings.ContainsAny(gap.Of(s), "\n.;") || !strings.HasSuffix(strings.TrimRight(gap.Of(s), " \"'“‘„«»"), ",") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(next.Of(s))
	return q.Kind == quote.Direct && strings.HasSuffix(strings.TrimSpace(q.Of(s)), ",") && unicode.IsLower(first)
}

func overlaps(parts []part, s text.Span) bool {
	for _, p := range parts {
		if p.span.Overlap(s) > 0 {
			return true
		}
	}
	return false
}

// describes reports whether the words begin as a clause about somebody: “whose town would
// lose its station”. Nobody said that.
func (p *piece) describes() bool {
	return len(p.tokens) > 0 && relative(p.tokens[0].Norm)
}

// read counts the words of a piece. Words in square brackets are the editor's.
func (p *piece) read(r *quote.Reading) {
	s := join(r.Text, p.parts)
	p.written, p.tokens, p.norms, p.counted, p.figured, p.examined = s, wordsOf(s), nil, false, false, false
	p.said, p.words, p.inserted, p.denies = 0, 0, 0, false
	depth, at := 0, 0
	odd := false // negations in the clause so far
	for i, w := range p.tokens {
		gap := s[at:w.Start]
		depth += strings.Count(gap, "[") - strings.Count(gap, "]")
		at = w.Start
		if depth > 0 {
			p.inserted++
			continue
		}
		p.words++
		if conjunction(w.Norm) || strings.ContainsAny(gap, ",;:.—–") {
			p.denies, odd = p.denies || odd, false
		}
		odd = odd != (negates(w.Norm) && !leavesOpen(p.tokens, i))
		if !text.Stop(w.Norm, r.Language()) {
			p.said++
		}
	}
	p.denies = p.denies || odd
}

// prepare makes pieces ready to be compared. What several articles print to the letter is
// prepared once.
func prepare(ps []*piece) {
	lexica := make(map[string]*lexicon)
	for _, p := range ps {
		lang := p.reading.Language()
		x := lexica[lang]
		if x == nil {
			x = &lexicon{align.NewLexicon(lang), make(map[string]*align.Wording)}
			lexica[lang] = x
		}
		p.wording = x.wording(p.text())
	}
}

// A lexicon holds the wordings of a language, by their words.
type lexicon struct {
	words *align.Lexicon
	known map[string]*align.Wording
}

func (x *lexicon) wording(s string) *align.Wording {
	if x.known[s] == nil {
		x.known[s] = x.words.Prepare(inFullForms(s))
	}
	return x.known[s]
}

func spansOf(q quote.Quote) []text.Span {
	if len(q.Spans) > 0 {
		return q.Spans
	}
	return []text.Span{q.Span}
}

// join returns the words of the parts, with a space at each joint.
func join(s string, parts []part) string {
	words := make([]string, len(parts))
	for i, p := range parts {
		words[i] = p.span.Of(s)
	}
	return strings.Join(words, " ")
}

// sentences cuts the stretches of one utterance into sentences. A sentence may begin
// in one stretch and end in the next.
func sentences(s string, spans []text.Span, lang string) [][]part {
	whole := layOut(spans)
	joined := join(s, whole)
	var out [][]part
	for _, sentence := range text.Sentences(joined, lang) {
		if parts := within(whole, sentence); len(parts) > 0 {
			out = append(out, parts)
		}
	}
	return out
}

// layOut sets the spans one after the other, with one byte for each joint.
func layOut(spans []text.Span) []part {
	parts := make([]part, len(spans))
	at := 0
	for i, sp := range spans {
		parts[i] = part{at: at, span: sp}
		at += sp.Len() + 1
	}
	return parts
}

// within returns the parts that lie in a sentence of their joined text.
func within(whole []part, sentence text.Span) []part {
	var spans []text.Span
	for _, p := range whole {
		from := max(sentence.Start, p.at)
		to := min(sentence.End, p.at+p.span.Len())
		if from < to {
			spans = append(spans, text.Span{Start: p.span.Start + from - p.at, End: p.span.Start + to - p.at})
		}
	}
	return layOut(spans)
}
