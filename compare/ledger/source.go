package ledger

import (
	"slices"

	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// Against returns the ledger of articles measured against what was said: a transcript,
// a press release, the text of a recording. Where the source holds an utterance its
// words are the reference, as the variant of article len(rs), and one article that
// prints or retells them makes a row.
func Against(source *quote.Reading, rs []*quote.Reading) []Utterance {
	return build(append(slices.Clone(rs), source), len(rs))
}

// spoken returns the sentences of a source. Whoever speaks, the words are there.
func spoken(article int, r *quote.Reading) []*piece {
	body := text.Span{Start: r.BodyStart, End: len(r.Text)}
	whole := sentences(r.Text, []text.Span{body}, r.Language())
	ps := make([]*piece, len(whole))
	for i, parts := range whole {
		ps[i] = &piece{reading: r, article: article, parts: parts, voice: voice{id: -1}, kind: quote.Direct, source: true}
		ps[i].read(r)
		if i > 0 {
			ps[i].previous, ps[i-1].next = ps[i-1], ps[i]
		}
	}
	return ps
}
