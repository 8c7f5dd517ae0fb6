package ledger

import "github.com/storydiff/storydiff/compare/text"

// leastClause is the fewest words of a clause that is looked for by itself.
const leastClause = 4

// clauses returns the two clauses that a passage of reported speech joins by "and" or "but",
// each of which may retell an utterance of its own: “he was leaving with a clear conscience |
// and had not taken a euro”. It returns none where one would be too short, or the words
// behind the conjunction are no clause.
func (p *piece) clauses() []*piece {
	if len(p.parts) > 1 {
		return nil
	}
	for i := leastClause; i+leastClause < len(p.tokens); i++ {
		if coordinates(p.tokens[i].Norm) && opensClause(p.tokens[i+1].Norm) {
			return []*piece{
				p.stretch(text.Span{Start: 0, End: p.tokens[i-1].End}),
				p.stretch(text.Span{Start: p.tokens[i+1].Start, End: len(p.written)}),
			}
		}
	}
	return nil
}

// stretch returns a part of a piece as one of its own.
func (p *piece) stretch(s text.Span) *piece {
	from := p.parts[0].span.Start
	q := &piece{
		reading: p.reading, article: p.article, quotes: p.quotes, parts: layOut([]text.Span{{Start: from + s.Start, End: from + s.End}}),
		voice: p.voice, verb: p.verb, kind: p.kind, headline: p.headline, sentence: p.sentence,
	}
	q.read(p.reading)
	return q
}
