package ledger

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

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

	// Fewer words in order will do when the rest is more alike.
	likelyWords      = 5
	likelyWeight     = 2
	likelySimilarity = 0.55
	likelyAlike      = 0.65

	// meantKept is asked of two speakers of whom one is named by a pronoun alone, or
	// by none: whom it means may be our mistake.
	meantKept   = 0.85
	meantWeight = 1.2 // of fewer than unknownWords content words

	// mistakenSimilarity and mistakenAlike are asked when a speaker is not named beside the
	// words.
	mistakenSimilarity = 0.65
	mistakenAlike      = 0.8

	// bodySimilarity is asked of a body and a person who may speak for it.
	bodySimilarity = 0.6

	// Near-verbatim wordings of that many content words are one utterance whoever is
	// said to have spoken it: two newsrooms do not make up the same long sentence.
	nearVerbatim      = 0.85
	nearVerbatimWords = 6

	// To the letter, fewer content words of more words will do.
	toTheLetter        = 0.95
	toTheLetterContent = 5
	toTheLetterWords   = 10

	// A figure in both, of so many content words or more, makes up for some likeness.
	figureWords      = 4
	figureSimilarity = 0.36
	figureCovered    = 0.5

	// Word for word, a sentence is one utterance from fewer still.
	wordForWord        = 8
	wordForWordContent = 3
	wordForWordWeight  = 1.5

	// sentenceWords is the fewest content words that are compared as a sentence; fewer
	// are a fragment.
	sentenceWords = 3
	shortSentence = 4
	shortLikeness = 0.58

	// Sentences of as many words, few of which say much, must be very much alike.
	shortWords      = 5
	shortSimilarity = 0.65
	shortAlike      = 0.8

	// Long wordings of everyday words, few of which are content words, must weigh as much,
	// and be nearly the same, or as similar when one speaker said both.
	everydayWords      = 8
	everydayWeight     = 1
	everydaySimilarity = 0.45

	// onlySmallWords is the share of two wordings that is the same when one adds none but
	// function words: “a good failure”, “it is a good failure”.
	onlySmallWords = 0.85

	// fragmentShare is how much of a fragment must stand, in order, in the longer
	// wording. Its words must be telling together (fragmentWeight, in words of the
	// rarest kind), and what they lack of lonelyWeight the sentences around must make
	// up for by a part (supportShare) in other words that they share.
	fragmentShare  = 0.8
	fragmentWeight = 0.45
	phraseWords    = 4 // of the longer one, for a fragment of one word
	lonelyWeight   = 1.7
	supportShare   = 0.75
)

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

// A likeness measures two wordings; the lighter one is that with less to say.
type likeness struct {
	align.Likeness
	words  int     // content words of the shorter one
	weight float64 // of the lighter one
}

func measure(w, v *align.Wording) likeness {
	return likeness{w.Compare(v), min(w.Content(), v.Content()), min(w.Weight(), v.Weight())}
}

// sameSentence reports whether two wordings of one speaker say the same. Of a few words
// one that is another makes another phrase.
func (l likeness) sameSentence() bool {
	if l.words < shortSentence && l.Kept < fragmentShare && l.Similarity < shortLikeness {
		return false
	}
	return l.words >= sentenceWords && l.Similarity >= sameVoiceThreshold && l.Covered >= covered &&
		(l.Alike >= alike || l.Kept >= inOrder && l.Covered >= cutsCover)
}

// wordByWord reports whether two wordings of everyday words differ in hardly any of them.
func (l likeness) wordByWord(p, q *piece) bool {
	return l.Literal >= nearVerbatim && l.weight >= everydayWeight && min(p.words, q.words) >= everydayWords
}

// phrase reports whether two wordings of one speaker are one telling phrase to the letter:
// “months of paralysis”.
func (l likeness) phrase(p, q *piece) bool {
	return l.words >= 2 && l.Literal == 1 && l.weight >= telling && min(p.words, q.words) >= sentenceWords
}

// plain reports whether two wordings of one speaker, in everyday words most of which tell
// little by themselves, are one: “I just want to know what I did to him”.
func (l likeness) plain(p, q *piece) bool {
	return l.words >= 2 && min(p.words, q.words) >= everydayWords && l.Similarity >= everydaySimilarity && l.Kept >= inOrder && l.Covered >= covered
}

// retranslates reports whether two wordings are so much alike in other words and another
// order that they are one utterance though a speaker is not named.
func (l likeness) retranslates() bool {
	return l.words >= likelyWords && l.weight >= likelyWeight && l.Similarity >= likelySimilarity && l.Alike >= likelyAlike
}

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

// denialShare is what a score counts when only one of the wordings denies something: a
// wording beside it that does not is the likelier one.
const denialShare = 0.9

// score returns how surely two pieces are one utterance, 0 when they are not.
func (vs *voices) score(p, q *piece) float64 {
	return vs.judge(p, q, measure(p.wording, q.wording))
}

func (vs *voices) judge(p, q *piece, l likeness) float64 {
	s := vs.alike(p, q, l)
	if p.denies != q.denies {
		s = align.Round(denialShare * s)
	}
	return s
}

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
	if l.sameSentence() || l.mayRetell() && sharesFigure(p, q) {
		if l.Kept < inOrder && obliges(p) != obliges(q) && !sharesFigure(p, q) {
			return 0
		}
		return l.Similarity
	}
	if l.Similarity >= sameVoiceThreshold && (isHalf(p, q) || isHalf(q, p)) {
		return l.Similarity
	}
	if l.Kept == 1 && l.words >= 2 && l.Alike >= onlySmallWords && max(p.words, q.words) >= shortWords && min(p.words, q.words) >= sentenceWords {
		return l.Similarity
	}
	if l.plain(p, q) || l.phrase(p, q) {
		return l.Similarity
	}
	if l.Similarity >= shortSimilarity && l.Alike >= shortAlike && min(p.words, q.words) >= shortWords {
		return l.Similarity
	}
	s := max(fragmentScore(p, q, l), echoOfOne.score(p, q, l))
	if p.denies && q.denies {
		s = max(s, echoOfDenial.score(p, q, l))
	}
	return s
}

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

// mostSaid is how many wordings of one speaker are all compared with each other.
const mostSaid = 40

// candidates returns the pairs of wordings worth comparing: those that share words, and all
// of a speaker who does not say much.
func candidates(ps []*piece) []align.Link {
	links := align.CandidatesWithin(wordings(ps))
	by := make(map[int][]int)
	for i, p := range ps {
		if p.voice.id >= 0 {
			by[p.voice.id] = append(by[p.voice.id], i)
		}
	}
	few := len(links)
	for _, said := range by {
		if len(said) > mostSaid {
			continue
		}
		for k, i := range said {
			for _, j := range said[:k] {
				links = append(links, align.Link{A: j, B: i})
			}
		}
	}
	if len(links) == few {
		return links
	}
	slices.SortFunc(links, func(l, m align.Link) int { return cmp.Or(cmp.Compare(l.A, m.A), cmp.Compare(l.B, m.B)) })
	return slices.Compact(links)
}

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

// nearVerbatim reports whether two newsrooms cannot have come by these words but from one
// mouth.
func (l likeness) nearVerbatim(p, q *piece) bool {
	return l.words >= nearVerbatimWords && l.Literal >= nearVerbatim ||
		l.words >= toTheLetterContent && l.Literal >= toTheLetter && min(p.words, q.words) >= toTheLetterWords ||
		l.words >= wordForWordContent && l.Literal == 1 && l.weight >= wordForWordWeight && min(p.words, q.words) >= wordForWord
}

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

// obliges reports whether a wording says what must or should be. Words in another order
// that do not are a statement of what is.
func obliges(p *piece) bool {
	return slices.ContainsFunc(modalsOf(p.tokens, false), func(f fact) bool { return f.key == "must" || f.key == "should" })
}

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
