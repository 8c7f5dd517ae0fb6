package ledger

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/text"
)

// What makes two pieces one utterance. A missed match beats a false one: people who
// are quoted often repeat themselves, and say other things in like words.
const (
	// sameVoiceThreshold is the similarity asked of two wordings by one speaker,
	// unknownVoiceThreshold when a speaker is not named.
	sameVoiceThreshold    = 0.39
	unknownVoiceThreshold = 0.47

	// covered is how much of the lighter wording the other must say too. Besides, most
	// words of both must be alike, or the lighter one must stand in the other in order
	// and hardly say anything else.
	covered   = 0.6
	alike     = 0.6
	inOrder   = 0.6
	cutsCover = 0.7

	// unknownInOrder is what is asked instead when a speaker is not named.
	unknownInOrder = 0.75
	unknownWords   = 4

	// Near-verbatim wordings of that many content words are one utterance whoever is
	// said to have spoken it: two newsrooms do not make up the same long sentence.
	nearVerbatim      = 0.85
	nearVerbatimWords = 6

	// sentenceWords is the fewest content words that are compared as a sentence; fewer
	// are a fragment.
	sentenceWords = 3

	// fragmentShare is how much of a fragment must stand, in order, in the longer
	// wording. Its words must be telling together (fragmentWeight, in words of the
	// rarest kind), and what they lack of lonelyWeight the sentences around must make
	// up for by a part (supportShare) in other words that they share.
	fragmentShare  = 0.8
	fragmentWeight = 0.45
	lonelyWeight   = 1.7
	supportShare   = 0.75
)

// A likeness measures two wordings; the lighter one is that with less to say.
type likeness struct {
	align.Likeness
	words  int     // content words of the shorter one
	weight float64 // of the lighter one
}

func measure(w, v *align.Wording) likeness {
	return likeness{w.Compare(v), min(w.Content(), v.Content()), min(w.Weight(), v.Weight())}
}

// sameSentence reports whether two wordings of one speaker say the same.
func (l likeness) sameSentence() bool {
	return l.words >= sentenceWords && l.Similarity >= sameVoiceThreshold && l.Covered >= covered &&
		(l.Alike >= alike || l.Kept >= inOrder && l.Covered >= cutsCover)
}

// score returns how surely two pieces are one utterance, 0 when they are not.
func (vs *voices) score(p, q *piece) float64 {
	return vs.judge(p, q, measure(p.wording, q.wording))
}

func (vs *voices) judge(p, q *piece, l likeness) float64 {
	switch {
	case l.words >= nearVerbatimWords && l.Literal >= nearVerbatim:
		return l.Similarity
	case p.source || q.source: // the words are there, whoever spoke them
	case vs.clash(p.voice, q.voice):
		return 0
	case !vs.same(p.voice, q.voice):
		if l.Similarity >= unknownVoiceThreshold && l.words >= unknownWords && l.Kept >= unknownInOrder {
			return l.Similarity
		}
		return 0
	}
	if l.sameSentence() {
		if l.Kept < inOrder && obliges(p) != obliges(q) {
			return 0
		}
		return l.Similarity
	}
	return fragmentScore(p, q, l)
}

// obliges reports whether a wording says what must or should be. Words in another order
// that do not are a statement of what is.
func obliges(p *piece) bool {
	return slices.ContainsFunc(modalsOf(text.Words(p.text()), false), func(f fact) bool { return f.key == "must" || f.key == "should" })
}

// fragmentScore returns how surely the lighter piece is a fragment of the other.
func fragmentScore(p, q *piece, l likeness) float64 {
	if l.Kept < fragmentShare || l.Covered < cutsCover || l.weight < fragmentWeight {
		return 0
	}
	if need := supportShare * (lonelyWeight - l.weight); need > 0 && support(p, q) < need {
		return 0
	}
	return align.Round(l.Kept * sameVoiceThreshold)
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
