package ledger

import (
	"strings"
	"unicode"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/text"
)

// A fragment is a few words of a longer wording. Its words must be telling together, and
// what they lack of lonelyWeight the sentences around must make up for by a part
// (supportShare) in other words that they share.
const (
	fragmentShare  = 0.8  // that must stand, in order, in the longer wording
	fragmentWeight = 0.45 // in words of the rarest kind
	phraseWords    = 4    // of the longer one, for a fragment of one word
	lonelyWeight   = 1.7
	supportShare   = 0.75
)

// fragmentScore returns how surely the lighter piece is a fragment of the other.
func fragmentScore(p, q *piece, l likeness) float64 {
	if l.Kept < fragmentShare || l.Covered < cutsCover || l.weight < fragmentWeight || l.words < 2 && loneWord(p, q) {
		return 0
	}
	if need := supportShare * (lonelyWeight - l.weight); need > 0 && support(p, q) < need {
		return 0
	}
	return align.Round(l.Kept * sameVoiceThreshold)
}

// loneWord reports whether the shorter piece is a word that says too little beside the
// other one: a name, or one of a few.
func loneWord(p, q *piece) bool {
	if p.said > q.said {
		p, q = q, p
	}
	return q.said < phraseWords || capital(strings.TrimLeftFunc(p.text(), func(r rune) bool { return !unicode.IsLetter(r) }))
}

// support returns the weight of the words that the surroundings of a fragment share
// with the longer wording and its surroundings.
func support(p, q *piece) float64 {
	if p.wording.Weight() > q.wording.Weight() {
		p, q = q, p
	}
	around := align.Prepare(p.around(p.text()), p.reading.Language())
	other := q.around("") + " " + q.text()
	return around.Shared(align.Prepare(other, q.reading.Language()))
}

func (p *piece) speakerAsWritten() string {
	if len(p.quotes) == 0 {
		return ""
	}
	return p.reading.Quotes()[p.quotes[0]].Speaker.AsWritten
}

// around returns the sentence in which a piece stands, without the words of the piece,
// of its speaker and those given.
func (p *piece) around(without string) string {
	leave := make(map[string]bool)
	for _, s := range []string{without, p.voice.name, p.speakerAsWritten()} {
		for _, w := range text.Words(s) {
			leave[text.Stem(w.Norm, p.reading.Language())] = true
		}
	}
	at := p.span()
	var out []string
	for _, sentence := range p.reading.Sentences() {
		if sentence.Overlap(at) == 0 {
			continue
		}
		for _, w := range text.Words(sentence.Of(p.reading.Text)) {
			inside := at.Overlap(w.Shift(sentence.Start)) > 0
			if !inside && !leave[text.Stem(w.Norm, p.reading.Language())] {
				out = append(out, w.Norm)
			}
		}
	}
	return strings.Join(out, " ")
}

// An echo is a short wording that stands unbroken, or nearly so, in the other. These are
// the words, the content words and the weight that it must have, of one speaker and when
// a speaker is not named, in a headline then, and of a body and a person who may speak for
// it. What somebody denies says more: "not be bullied".
var (
	echoOfDenial  = echo{words: 3, content: 1, weight: 0.6}
	echoOfOne     = echo{words: 4, content: 2, weight: 0.6}
	echoOfUnknown = echo{words: 5, content: 3, weight: 1}
	echoOfTop     = echo{words: 4, content: 2, weight: 0.8}
	echoOfBody    = echo{words: 7, content: 3, weight: 1.2}
)

type echo struct {
	words, content int
	weight         float64
}

// echoStretch is how much longer than the short wording the stretch may be in which its
// words stand: the place of a "not" or an "also".
const echoStretch = 1.25

// score returns how surely the shorter piece is an echo of the other.
func (e echo) score(p, q *piece, l likeness) float64 {
	if l.words < e.content || l.weight < e.weight || l.Kept < fragmentShare || min(p.words, q.words) < e.words {
		return 0
	}
	if p.words > q.words {
		p, q = q, p
	}
	if !standsIn(normsOf(p), normsOf(q)) {
		return 0
	}
	return max(l.Similarity, align.Round(l.Kept*sameVoiceThreshold))
}

// normsOf returns the folded words of a piece, short forms written out.
func normsOf(p *piece) []string {
	if p.norms == nil {
		p.norms = make([]string, 0, len(p.tokens))
		for _, w := range p.tokens {
			p.norms = append(p.norms, strings.Fields(writtenOut(w.Norm))...)
		}
	}
	return p.norms
}

// standsIn reports whether the words of a stand in b in their order and close together.
func standsIn(a, b []string) bool {
	longest := int(echoStretch * float64(len(a)))
	for from := 0; from+len(a) <= len(b); from++ {
		k := 0
		for i := from; i < min(len(b), from+longest) && k < len(a) && (k > 0 || i == from); i++ {
			if b[i] == a[k] {
				k++
			}
		}
		if k == len(a) {
			return true
		}
	}
	return false
}
