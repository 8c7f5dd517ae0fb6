package ledger

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// told returns the sentences of an article that report speech by a verb, without words in
// quotation marks: "She said she understood the anger". As reported speech they count only
// where they retell what somebody else quotes, and less than the clause that holds it.
func told(article int, r *quote.Reading, vs *voices) []*piece {
	qs := r.Quotes()
	var out []*piece
	next, closed := 0, 0  // where the last quotation marks close
	last := voice{id: -1} // whose words were quoted last
	spoke := text.Span{}  // the last sentence that reports speech
	for _, s := range r.Sentences() {
		reported := -1
		for ; next < len(qs) && qs[next].Start < s.End; next++ {
			switch {
			case qs[next].Kind != quote.Indirect:
				closed = max(closed, qs[next].End)
				last = vs.of(article, qs[next])
			case qs[next].End > s.Start:
				reported = next
			}
		}
		words := text.Words(s.Of(r.Text))
		i := slices.IndexFunc(words, func(w text.Word) bool { return speaks(w.Norm, r.Language()) })
		goesOn := spoke.End > 0 && !strings.Contains(r.Text[spoke.End:s.Start], "\n")
		if closed > s.Start || s.Start < r.BodyStart || i < 0 && !goesOn {
			if closed > s.Start {
				spoke = s.Span
			}
			continue
		}
		spoke = s.Span
		p := &piece{reading: r, article: article, parts: layOut([]text.Span{s.Span}), kind: quote.Indirect, verb: verbOf(words, s.Of(r.Text), r.Language()), sentence: true}
		switch {
		case reported >= 0:
			p.voice = vs.of(article, qs[reported])
		case i >= 0:
			p.voice = vs.teller(article, s, words, i, last)
		default:
			p.voice = last
			p.voice.named = false
		}
		last = p.voice
		p.read(r)
		out = append(out, p)
	}
	return out
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
