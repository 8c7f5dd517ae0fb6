// Package ledger sets one utterance beside every outlet's wording of it.
package ledger

import (
	"github.com/storydiff/storydiff/compare/align"
	"github.com/storydiff/storydiff/compare/text"
)

// Relation says how a variant stands to the reference, the fullest wording.
type Relation string

// The relations of a variant to the reference.
const (
	Verbatim     Relation = "verbatim"
	Cut          Relation = "cut"
	Edited       Relation = "edited"
	Retranslated Relation = "retranslated"
	Fragment     Relation = "fragment"
	Paraphrase   Relation = "paraphrase" // without quotation marks, in other words
)

// ChangeType says what sort of change sets a variant apart, weightiest first.
type ChangeType string

// The types of changes, in the order in which they matter.
const (
	ChangedNumber      ChangeType = "number"
	ChangedNegation    ChangeType = "negation"
	ChangedName        ChangeType = "name"
	ChangedDate        ChangeType = "date"
	ChangedSpeaker     ChangeType = "speaker"
	ChangedModality    ChangeType = "modality"
	JoinedWords        ChangeType = "joined"    // words left out, an ellipsis in their place
	BracketedWords     ChangeType = "bracketed" // words in square brackets, which nobody spoke
	DroppedWords       ChangeType = "dropped"
	AddedWords         ChangeType = "added"
	RewordedWords      ChangeType = "reworded"
	ChangedPunctuation ChangeType = "punctuation"
)

// A Change is one difference between a variant and the reference.
type Change struct {
	Type     ChangeType
	From, To string    // words of the reference and of the variant; either may be empty
	FromAt   text.Span // where From stands in the reference's article
	ToAt     text.Span // where To stands in the variant's article
}

// A Variant is one outlet's wording of an utterance.
type Variant struct {
	Article  int          // index of the article
	At       text.Span    // the words in that article
	Spans    []text.Span  // the stretches of At that hold them, when other words part them; else nil
	Quotes   []int        // indexes of the article's quotes it is made of; empty for an unquoted paraphrase
	Also     []text.Span  // other places in the same article with the same utterance, such as the headline
	Speaker  string       // resolved name, as joined across the articles; empty when unknown
	Verb     string       // cue verb, empty when there is none
	Relation Relation     // to the fullest variant
	Changes  []Change     // against the fullest variant, weightiest first
	Edits    []align.Edit // from the fullest variant (A) to this one (B), spans into the articles' texts
	CopyOf   int          // index of the variant whose words an article with nearly the same text repeats, or -1
}

// An Utterance is something one person said, as at least two articles print it.
type Utterance struct {
	Speaker    string // as joined across the articles; empty when unknown
	Fullest    int    // index into Variants of the longest wording, or one nearly as long that more are like: a reference, not the truth
	Variants   []Variant
	Conflict   bool // the articles name different speakers
	Background bool // a stock phrase, not said at this event
}
