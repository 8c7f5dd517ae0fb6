package quote

import (
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// longestJoint bounds the bytes of a word that is looked into: longer ones are no words.
const longestJoint = 64

// joint returns the byte at which a word is two, 0 when it is one: behind an elided
// word (l’État) or before a pronoun that hangs on a verb (a-t-elle, disse-lhe).
func (l *lexicon) joint(w string) int {
	if !l.joints || len(w) > longestJoint || l.word(text.Fold(w)).class&isClitic != 0 {
		return 0
	}
	if i := strings.IndexAny(w, "'’"); i > 0 {
		if end := i + len(markOf(w[i:])); end < len(w) && l.word(text.Fold(w[:i])+"'").class&isElision != 0 {
			return end
		}
	}
	for i := 1; i < len(w); i++ {
		if w[i] == '-' && l.word(text.Fold(w[i:])).class&isClitic != 0 {
			return i
		}
	}
	return 0
}

// markOf returns the apostrophe that s begins with.
func markOf(s string) string {
	if s[0] == '\'' {
		return s[:1]
	}
	return s[:len("’")]
}
