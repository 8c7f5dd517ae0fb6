// Package quote finds what articles quote: marked and reported speech, its kind,
// its speaker and the verb it is reported with.
package quote

import (
	"sync"

	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/text"
)

// Kind tells an utterance from other uses of quotation marks.
type Kind string

// The kinds of quotes.
const (
	Direct   Kind = "direct"   // a clause or more, in marks
	Partial  Kind = "partial"  // a fragment in marks inside the reporter's sentence
	Term     Kind = "term"     // a scare quote, a name, a slogan
	Title    Kind = "title"    // a film, a book, a headline
	Indirect Kind = "indirect" // reported speech without marks
)

// Stance is what a cue verb says of the reporter's attitude to the words.
type Stance string

// The stances of cue verbs.
const (
	Neutral   Stance = "neutral"   // said, told, added
	Assertive Stance = "assertive" // insisted, stressed, vowed
	Doubting  Stance = "doubting"  // claimed, alleged, admitted
	Emotive   Stance = "emotive"   // raged, gushed, slammed
)

// A Quote is one utterance, or a fragment of one, in one article.
type Quote struct {
	text.Span              // from the first to the last quoted byte, outer marks left out
	Spans      []text.Span // the parts, when an attribution splits the utterance; else nil
	Kind       Kind
	Speaker    Speaker
	Verb       string    // cue verb as written, empty when there is none
	VerbAt     text.Span // where it stands
	Stance     Stance    // empty without a verb
	Rule       string    // the rule that decided kind and speaker, for the curious
	Confidence float64   // 0 to 1
	Headline   bool      // stands in the headline
	Flags      []string  // "unclosed mark", "mismatched marks", "surplus mark"
}

// A Speaker is who the article says spoke.
type Speaker struct {
	Name       string    // resolved: the fullest name in the article; empty when unknown
	AsWritten  string    // the words that name the speaker here: "Mr Putin", "the Russian president", "he"
	At         text.Span // where they stand; empty when carried over
	Entity     int       // index into the article's names; -1 when it is none of them
	Candidates []string  // who it might be, when unknown
}

// A Reading is an article read closely. Names and quotes are found when first
// asked for, once, and may be asked for from several goroutines.
type Reading struct {
	*article.Article
	names  func() *names.Index
	quotes func() []Quote
}

// Read wraps an article so that its names and quotes can be asked for.
func Read(a *article.Article) *Reading {
	r := &Reading{Article: a}
	r.names = sync.OnceValue(func() *names.Index { return names.Find(a) })
	r.quotes = sync.OnceValue(func() []Quote { return Find(a, r.names()) })
	return r
}

// Names returns the people, places and organisations of the article.
func (r *Reading) Names() *names.Index { return r.names() }

// Quotes returns the quotes of the article in order of their start.
func (r *Reading) Quotes() []Quote { return r.quotes() }
