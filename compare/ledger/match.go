package ledger

import (
	"github.com/storydiff/storydiff/compare/align"
)

// What makes two pieces one utterance. A missed match beats a false one.
const (
	// sameVoiceThreshold is the similarity asked of two wordings by one speaker,
	// unknownVoiceThreshold when a speaker is not named.
	sameVoiceThreshold    = 0.65
	unknownVoiceThreshold = 0.8

	// covered is how much of the lighter wording the other must say too.
	covered = 0.6

	// Near-verbatim wordings of that many content words are one utterance whoever is
	// said to have spoken it: two newsrooms do not make up the same long sentence.
	nearVerbatim      = 0.85
	nearVerbatimWords = 6

	// fragmentShare is how much of a fragment must stand, in order, in the longer wording.
	fragmentShare = 0.8
	// fragmentWeight is how telling the words of a fragment must be together, in
	// words of the rarest kind.
	fragmentWeight = 0.45
)

// score returns how surely two pieces are one utterance, 0 when they are not.
func (vs *voices) score(p, q *piece) float64 {
	s := p.wording.Similarity(q.wording)
	if s >= sameVoiceThreshold && p.wording.Covered(q.wording) < covered {
		s = 0
	}
	switch {
	case min(p.wording.Content(), q.wording.Content()) >= nearVerbatimWords && p.wording.Literal(q.wording) >= nearVerbatim:
		return s
	case vs.clash(p.voice, q.voice):
		return 0
	case !vs.same(p.voice, q.voice):
		if s >= unknownVoiceThreshold && min(p.wording.Content(), q.wording.Content()) >= 3 {
			return s
		}
		return 0
	case s >= sameVoiceThreshold && max(p.wording.Content(), q.wording.Content()) > 1:
		return s
	}
	return fragmentScore(p, q)
}

// fragmentScore returns how surely the shorter piece is a fragment of the longer one.
func fragmentScore(p, q *piece) float64 {
	if p.wording.Weight() > q.wording.Weight() {
		p, q = q, p
	}
	if p.wording.Weight() < fragmentWeight {
		return 0
	}
	share := p.wording.FoundIn(q.wording)
	if share < fragmentShare {
		return 0
	}
	return align.Round(share * sameVoiceThreshold)
}
