package ledger

import (
	"slices"

	"github.com/storydiff/storydiff/compare/align"
)

// This file says what makes two pieces one utterance. A missed match beats a false one:
// people who are quoted often repeat themselves, and say other things in like words.

// denialShare is what a score counts when only one of the wordings denies something: a
// wording beside it that does not is the likelier one.
const denialShare = 0.9

// score returns how surely two pieces are one utterance, 0 when they are not.
func (vs *voices) score(p, q *piece) float64 {
	return vs.judge(p, q, measure(p.wording, q.wording))
}

// judge is score for wordings that are measured already.
func (vs *voices) judge(p, q *piece, l likeness) float64 {
	if p.article == q.article && p.headline == q.headline && p.source == q.source && !l.restates() {
		return 0
	}
	s := vs.alike(p, q, l)
	if p.denies != q.denies {
		s = align.Round(denialShare * s)
	}
	return s
}

// alike is judge for wordings both of which deny something, or neither.
func (vs *voices) alike(p, q *piece, l likeness) float64 {
	switch {
	case l.nearVerbatim(p, q):
		return l.Similarity
	case p.source || q.source: // the words are there, whoever spoke them
	case vs.clash(p.voice, q.voice):
		return mistaken(p, q, l)
	case !vs.same(p.voice, q.voice):
		return likeByWhom(p, q, l)
	}
	return likeOfOne(p, q, l)
}

// likeOfOne returns how surely two pieces by one speaker are one utterance.
func likeOfOne(p, q *piece, l likeness) float64 {
	switch {
	case l.sameSentence(), l.mayRetell() && sharesFigure(p, q):
		if l.Kept < inOrder && obliges(p) != obliges(q) && !sharesFigure(p, q) {
			return 0
		}
		return l.Similarity
	case l.Similarity >= sameVoiceThreshold && (isHalf(p, q) || isHalf(q, p)), l.adds(p, q), l.plain(p, q), l.phrase(p, q), l.short(p, q):
		return l.Similarity
	}
	s := max(fragmentScore(p, q, l), echoOfOne.score(p, q, l))
	if p.denies && q.denies {
		s = max(s, echoOfDenial.score(p, q, l))
	}
	return s
}

// obliges reports whether a wording says what must or should be. Words in another order
// that do not are a statement of what is.
func obliges(p *piece) bool {
	return slices.ContainsFunc(modalsOf(p.tokens, false), func(f fact) bool { return f.key == "must" || f.key == "should" })
}

// What is asked of wordings given to two speakers of whom one may be our mistake.
const (
	// meantKept is asked when one is named by a pronoun alone, or by none.
	meantKept   = 0.85
	meantWeight = 1.2 // of fewer than unknownWords content words

	// mistakenSimilarity and mistakenAlike are asked when a speaker is not named beside the
	// words.
	mistakenSimilarity = 0.65
	mistakenAlike      = 0.8
)

// mistaken returns how surely two pieces are one utterance though they are given to two
// speakers, one of whom is named by a pronoun alone, or not beside the words.
func mistaken(p, q *piece, l likeness) float64 {
	if obliges(p) != obliges(q) || p.voice.named && q.voice.named {
		return 0
	}
	meant := p.voice.meant || q.voice.meant
	enough := l.words >= unknownWords || meant && l.words >= sentenceWords && l.weight >= meantWeight && min(p.words, q.words) >= spokenWords
	if enough && meant && l.Kept >= meantKept || l.words >= unknownWords && l.Similarity >= mistakenSimilarity && l.Alike >= mistakenAlike {
		return l.Similarity
	}
	return 0
}

// What is asked when a speaker is not named.
const (
	unknownVoiceThreshold = 0.47
	unknownInOrder        = 0.75
	unknownWords          = 4

	// bodySimilarity is asked of a body and a person who may speak for it.
	bodySimilarity = 0.6
)

// likeByWhom returns how surely two pieces are one utterance whose speakers are not known to
// be one: somebody without a name, a body and a person who may speak for it.
func likeByWhom(p, q *piece, l likeness) float64 {
	known := p.voice.known() && q.voice.known()
	if l.Similarity >= unknownVoiceThreshold && l.words >= unknownWords && l.Kept >= unknownInOrder && (!known || l.Similarity >= bodySimilarity) {
		return l.Similarity
	}
	if !known && (l.wordByWord(p, q) || l.retranslates() || l.Similarity >= unknownVoiceThreshold && l.Covered >= cutsCover && sharesFigure(p, q)) {
		return l.Similarity
	}
	if known {
		return echoOfBody.score(p, q, l)
	}
	if p.headline != q.headline {
		return echoOfTop.score(p, q, l)
	}
	return echoOfUnknown.score(p, q, l)
}
