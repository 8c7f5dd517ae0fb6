package ledger

import (
	"github.com/storydiff/storydiff/compare/align"
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

// What two wordings of one speaker need to be one sentence, said or translated otherwise.
const (
	// sameVoiceThreshold is the similarity asked of them.
	sameVoiceThreshold = 0.39

	// covered is how much of the lighter wording the other must say too. Besides, most
	// words of both must be alike, or the lighter one must stand in the other in order
	// and hardly say anything else.
	covered   = 0.6
	alike     = 0.6
	inOrder   = 0.6
	cutsCover = 0.7

	// sentenceWords is the fewest content words that are compared as a sentence; fewer
	// are a fragment. Of less than shortSentence, or that weigh less than lightSentence,
	// each counts.
	sentenceWords = 3
	shortSentence = 4
	lightSentence = 1.3
	shortLikeness = 0.58
)

// sameSentence reports whether two wordings of one speaker say the same. Of a few words
// one that is another makes another phrase.
func (l likeness) sameSentence() bool {
	if (l.words < shortSentence || l.weight < lightSentence) && l.Kept < fragmentShare && l.Similarity < shortLikeness {
		return false
	}
	return l.words >= sentenceWords && l.Similarity >= sameVoiceThreshold && l.Covered >= covered &&
		(l.Alike >= alike || l.Kept >= inOrder && l.Covered >= cutsCover)
}

// A figure in both, of so many content words or more, makes up for some likeness.
const (
	figureWords      = 4
	figureSimilarity = 0.36
	figureCovered    = 0.5
)

// mayRetell reports whether two wordings of one speaker say the same if they share a figure
// too.
func (l likeness) mayRetell() bool {
	enough := l.words >= figureWords || l.words >= sentenceWords && l.Covered >= cutsCover
	return enough && l.Similarity >= figureSimilarity && l.Covered >= figureCovered
}

// sharesFigure reports whether two pieces give the same telling figure, and no other.
func sharesFigure(p, q *piece) bool {
	a, b := p.figures(), q.figures()
	return len(a) > 0 && len(b) > 0 && (contained(a, b) || contained(b, a))
}

// onlySmallWords is the share of two wordings that is the same when one adds none but
// function words.
const onlySmallWords = 0.85

// adds reports whether one wording adds none but function words to the other: “a good
// failure”, “it is a good failure”.
func (l likeness) adds(p, q *piece) bool {
	return l.Kept == 1 && l.words >= 2 && l.Alike >= onlySmallWords && max(p.words, q.words) >= shortWords && min(p.words, q.words) >= sentenceWords
}

// Sentences of as many words, few of which say much, must be very much alike.
const (
	shortWords      = 5
	shortSimilarity = 0.65
	shortAlike      = 0.8
)

// short reports whether two short wordings are one.
func (l likeness) short(p, q *piece) bool {
	return l.Similarity >= shortSimilarity && l.Alike >= shortAlike && min(p.words, q.words) >= shortWords
}

// Long wordings of everyday words, few of which are content words, must weigh as much,
// and be nearly the same, or as similar when one speaker said both.
const (
	everydayWords      = 8
	everydayWeight     = 1
	everydaySimilarity = 0.54
)

// wordByWord reports whether two wordings of everyday words differ in hardly any of them.
func (l likeness) wordByWord(p, q *piece) bool {
	return l.Literal >= nearVerbatim && l.weight >= everydayWeight && min(p.words, q.words) >= everydayWords
}

// plain reports whether two wordings of one speaker, in everyday words most of which tell
// little by themselves, are one: “I just want to know what I did to him”.
func (l likeness) plain(p, q *piece) bool {
	return l.words >= 2 && min(p.words, q.words) >= everydayWords && l.Similarity >= everydaySimilarity && l.Kept >= inOrder && l.Covered >= covered
}

// phrase reports whether two wordings of one speaker are one telling phrase to the letter:
// “months of paralysis”.
func (l likeness) phrase(p, q *piece) bool {
	return l.words >= 2 && l.Literal == 1 && l.weight >= telling && min(p.words, q.words) >= sentenceWords
}

// Fewer words in order will do when the rest is more alike.
const (
	likelyWords      = 5
	likelyWeight     = 2
	likelySimilarity = 0.55
	likelyAlike      = 0.65
)

// retranslates reports whether two wordings are so much alike in other words and another
// order that they are one utterance though a speaker is not named.
func (l likeness) retranslates() bool {
	return l.words >= likelyWords && l.weight >= likelyWeight && l.Similarity >= likelySimilarity && l.Alike >= likelyAlike
}

// Two newsrooms do not make up the same long sentence.
const (
	// Near-verbatim wordings of that many content words are one utterance whoever is
	// said to have spoken it.
	nearVerbatim      = 0.85
	nearVerbatimWords = 6

	// To the letter, fewer content words of more words will do.
	toTheLetter        = 0.95
	toTheLetterContent = 5
	toTheLetterWords   = 10

	// Word for word, a sentence is one utterance from fewer still.
	wordForWord        = 8
	wordForWordContent = 3
	wordForWordWeight  = 1.5
)

// nearVerbatim reports whether two newsrooms cannot have come by these words but from one
// mouth.
func (l likeness) nearVerbatim(p, q *piece) bool {
	return l.words >= nearVerbatimWords && l.Literal >= nearVerbatim ||
		l.words >= toTheLetterContent && l.Literal >= toTheLetter && min(p.words, q.words) >= toTheLetterWords ||
		l.words >= wordForWordContent && l.Literal == 1 && l.weight >= wordForWordWeight && min(p.words, q.words) >= wordForWord
}

// restated is how much of the shorter of two wordings in one article the other must say, and
// in its order.
const restated = 0.8

// restates reports whether an article that prints both wordings, none of them in its headline,
// prints one utterance twice: nearly the same words, or a part of them. Speakers build
// sentences alike: “We need time. We need money.”
func (l likeness) restates() bool {
	return l.Literal >= nearVerbatim || l.Kept >= restated && l.Covered >= restated
}
