package ledger

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// told returns the sentences of an article that report speech, without words in quotation
// marks: "She said she understood the anger", and what follows in the same paragraph. As
// reported speech they count only where they retell what somebody else quotes, and less
// than the clause that holds it.
func told(article int, r *quote.Reading, vs *voices) []*piece {
	l := listener{article: article, r: r, vs: vs, quotes: r.Quotes(), last: voice{id: -1}}
	var out []*piece
	for _, s := range r.Sentences() {
		if p := l.hear(s); p != nil {
			out = append(out, p)
		}
	}
	return out
}

// A listener reads an article sentence by sentence and remembers who speaks.
type listener struct {
	article int
	r       *quote.Reading
	vs      *voices
	quotes  []quote.Quote // those not yet passed
	closed  int           // where the last quotation marks close
	last    voice         // who spoke last
	spoke   int           // where the last sentence that holds or reports speech ends; 0 for none
}

// hear returns a sentence that reports speech, or nil.
func (l *listener) hear(s article.Sentence) *piece {
	r := l.r
	reported := l.pass(s)
	if l.closed > s.Start {
		l.spoke = s.End
		return nil
	}
	words := text.Words(s.Of(r.Text))
	verb := slices.IndexFunc(words, func(w text.Word) bool { return speaks(w.Norm, r.Language()) })
	goesOn := l.spoke > 0 && !strings.Contains(r.Text[l.spoke:s.Start], "\n")
	if s.Start < r.BodyStart || verb < 0 && !goesOn {
		return nil
	}
	p := &piece{reading: r, article: l.article, parts: layOut([]text.Span{s.Span}), kind: quote.Indirect, verb: verbOf(words, s.Of(r.Text), r.Language()), sentence: true}
	switch {
	case reported != nil:
		p.voice = l.vs.of(l.article, *reported)
	case verb >= 0:
		p.voice = l.vs.teller(l.article, s, words, verb, l.last)
	default:
		p.voice = l.last
		p.voice.named = false
	}
	l.last, l.spoke = p.voice, s.End
	p.read(r)
	return p
}

// pass takes note of the quotes that begin in a sentence, or before it, and returns the last
// one of them that has no marks and ends in it.
func (l *listener) pass(s article.Sentence) (reported *quote.Quote) {
	for ; len(l.quotes) > 0 && l.quotes[0].Start < s.End; l.quotes = l.quotes[1:] {
		q := &l.quotes[0]
		if q.Kind != quote.Indirect {
			l.closed = max(l.closed, q.End)
			l.last = l.vs.of(l.article, *q)
		} else if q.End > s.Start {
			reported = q
		}
	}
	return reported
}

// speaks reports whether a folded word is a verb by which somebody speaks.
func speaks(word, lang string) bool {
	return quote.IsCue(word, lang) || lang == "en" && speechAct(word)
}

// verbOf returns the cue verb that stands beside a name or a pronoun, empty when none does:
// words without marks may hold such verbs themselves.
func verbOf(words []text.Word, s, lang string) string {
	speaker := func(i int) bool {
		return i >= 0 && i < len(words) && (pronoun(words[i].Norm) || capital(words[i].Of(s)) && !text.Stop(words[i].Norm, lang))
	}
	for i, w := range words {
		if speaks(w.Norm, lang) && (speaker(i-1) || speaker(i+1)) {
			return w.Norm
		}
	}
	return ""
}

// teller returns who speaks in a sentence of reported speech: the one person or body that
// it names, or whom a pronoun at its beginning or before its verb of speech means.
func (vs *voices) teller(article int, s article.Sentence, words []text.Word, verb int, last voice) voice {
	if pronoun(words[0].Norm) || verb > 0 && pronoun(words[verb-1].Norm) {
		last.named = false
		return last
	}
	r, found := vs.readings[article].Names(), -1
	for _, w := range words {
		i := r.At(w.Shift(s.Start))
		if i < 0 || i == found || r.Entities[i].Kind == names.Place {
			continue
		}
		if found >= 0 {
			return voice{id: -1}
		}
		found = i
	}
	if found < 0 {
		return voice{id: -1}
	}
	id := vs.union.ID(article, found)
	return voice{id: id, name: vs.union.Name(id)}
}
