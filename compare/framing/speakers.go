package framing

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

const (
	// longestName is the most words that a speaker's name has.
	longestName = 7
	// shortestReport is the fewest words of reported speech that say something.
	shortestReport = 4
	// surelySaid is how many words in quotation marks are somebody's without a verb.
	surelySaid = 4
	// sureReport is the confidence from which reported speech is taken for speech.
	sureReport = 0.75
)

// heard reports whether a quote lets somebody speak: words in quotation marks, or a
// clause behind a verb of saying, of a speaker who is a person or a body.
func (d *doc) heard(q quote.Quote) bool {
	switch q.Kind {
	case quote.Term, quote.Title:
		return false
	case quote.Indirect:
		return d.isReport(q) && d.isVoice(q)
	}
	if d.wordCount(partsOf(q)) < surelySaid && !d.reporting(q) {
		return false
	}
	return d.isVoice(q)
}

// isReport reports whether speech without quotation marks surely is speech, and its
// speaker's.
func (d *doc) isReport(q quote.Quote) bool {
	if q.Headline || q.Confidence < sureReport || d.wordCount([]text.Span{q.Span}) < shortestReport || q.Speaker.At.Len() == 0 || !d.reporting(q) {
		return false
	}
	return clauseVerbs[text.Fold(q.Verb)] || strings.HasSuffix(strings.TrimSpace(text.Fold(d.Text[:q.Start])), " that")
}

// clauseVerbs take a clause without "that".
var clauseVerbs = map[string]bool{
	"said": true, "says": true, "say": true, "told": true, "tells": true, "added": true, "adds": true, "claimed": true, "claims": true,
	"argued": true, "argues": true, "warned": true, "warns": true, "insisted": true, "insists": true, "wrote": true, "noted": true, "notes": true,
	"stressed": true, "admitted": true, "acknowledged": true, "conceded": true, "denied": true, "announced": true, "tweeted": true,
	"estimated": true, "estimates": true, "predicted": true, "suggested": true, "explained": true, "maintained": true, "declared": true,
}

// isVoice reports whether the speaker of a quote is somebody: a person or body found by
// the names, or a description that ends like one ("Foreign Ministry spokesman").
func (d *doc) isVoice(q quote.Quote) bool {
	words := text.Words(q.Speaker.Name)
	if len(words) == 0 || len(words) > longestName || isLabelOrTag(q.Speaker.Name, words) { // a line in capitals taken for a name
		return false
	}
	if q.Speaker.Entity >= 0 {
		return d.entitySpeaks(q)
	}
	heading, _ := describers().lookUp(words[len(words)-1].Norm)
	return (heading == "office" || heading == "body") && len(words) > 1 && strings.ToLower(q.Speaker.Name) != q.Speaker.Name
}

// isLabelOrTag reports whether a name is none: a heading in capitals ("KEY DATA"), the
// tag of a party ("R-S.C."), or begins with a day ("Wednesday's court").
func isLabelOrTag(name string, words []text.Word) bool {
	if len(words) > 1 && strings.ToUpper(name) == name {
		return true
	}
	if day, ok := strings.CutSuffix(strings.ReplaceAll(words[0].Norm, "’", "'"), "'s"); ok && isCalendar(day) {
		return true
	}
	return strings.HasPrefix(name, "R-") || strings.HasPrefix(name, "D-") || strings.HasPrefix(name, "I-")
}

// entitySpeaks reports whether it is the entity itself that speaks, not what bears its
// name: "a Trump administration official", "U.S. economists", "since July".
func (d *doc) entitySpeaks(q quote.Quote) bool {
	e, at := d.Names().Entities[q.Speaker.Entity], q.Speaker.At
	norm := text.Fold(e.Name)
	if isCalendar(norm) || isVerbForm(norm) || at.Len() > 0 && at.Start > 0 && strings.ContainsRune("-_@", rune(d.Text[at.Start-1])) {
		return false
	}
	if modifies(e, q.Speaker.AsWritten) {
		return false
	}
	switch e.Kind {
	case names.Person, names.Org:
		return true
	case names.Place: // "it" may be whatever else is spoken of
		return at.Len() > 0 && bodyPronoun(q.Speaker.AsWritten) == "" && d.reporting(q)
	}
	return q.Kind == quote.Direct
}

// bodyPronoun returns the pronoun that names a speaker, if it is one for bodies.
func bodyPronoun(written string) string {
	if w := text.Fold(written); w == "it" || w == "they" {
		return w
	}
	return ""
}

// modifies reports whether an entity's name only stands before the noun for another.
func modifies(e names.Entity, written string) bool {
	words := text.Words(written)
	if len(words) < 2 {
		return false
	}
	last := words[len(words)-1]
	if text.IsCapital(last.Of(written)) || e.Kind != names.Person && bodyNouns(last.Norm) && last.Norm != "officials" {
		return false
	}
	own := text.Words(e.Name)
	for _, w := range words[:len(words)-1] {
		for _, o := range own {
			if w.Norm == o.Norm || text.IsCapital(w.Of(written)) && e.Kind == names.Place {
				return true
			}
		}
	}
	return false
}

// holder returns the joined entity that holds the office by which an article names a
// speaker without a name, by what the tellings say of those they name: "the interior
// minister" of one is another's "Interior Minister Lena Holt". It is -1 when none or
// several do.
func (st *story) holder(d *doc, s quote.Speaker) int {
	if s.Entity >= 0 || !strings.Contains(s.Name, " ") {
		return -1
	}
	written, nation, found := text.Fold(s.Name), d.nationIn(s.At), -1
	for _, o := range st.heads {
		for e, entity := range o.Names().Entities {
			if !slices.ContainsFunc(entity.Roles, func(role string) bool { return isOffice(written, role, nation == entity.Nation) }) {
				continue
			}
			id := st.union.ID(o.index, e)
			if found >= 0 && found != id {
				return -1
			}
			found = id
		}
	}
	return found
}

// isOffice reports whether words name an office of two words or more; with words before
// it only when these speak of the holder's nation.
func isOffice(written, role string, national bool) bool {
	return strings.Contains(role, " ") && (written == role || national && strings.HasSuffix(written, " "+role))
}

// nationIn returns the code of the nation that a span names, or nothing.
func (d *doc) nationIn(span text.Span) string {
	for _, e := range d.Names().Entities {
		if e.Nation != "" && slices.ContainsFunc(e.Mentions, func(m text.Span) bool { return m.Overlap(span) > 0 }) {
			return e.Nation
		}
	}
	return ""
}
