package ledger

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// negates reports whether a folded word turns a statement into its opposite.
func negates(word string) bool {
	switch word {
	case "not", "no", "non", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "cannot",
		"nicht", "kein", "keine", "keinen", "keinem", "keiner", "nie", "niemals", "niemand", "nichts", "ohne", "weder":
		return true
	}
	return strings.HasSuffix(word, "n't") || strings.HasPrefix(word, "non-") || word == "cant" || word == "wont"
}

// leavesOpen reports whether a negation at i denies nothing: “whether or not”, “whether it
// rains or not”, “as many, if not more”.
func leavesOpen(words []text.Word, i int) bool {
	if i == 0 || words[i].Norm != "not" && words[i].Norm != "nicht" {
		return false
	}
	switch words[i-1].Norm {
	case "if":
		return true
	case "or", "oder":
		return slices.ContainsFunc(words[:i], func(w text.Word) bool { return w.Norm == "whether" || w.Norm == "ob" })
	}
	return false
}

// conjunction reports whether a folded word opens a clause of its own.
func conjunction(word string) bool {
	switch word {
	case "and", "but", "because", "although", "though", "while", "whereas", "which", "if", "when",
		"und", "aber", "weil", "obwohl", "während", "wenn":
		return true
	}
	return false
}

// coordinates reports whether a folded word joins two clauses of one rank.
func coordinates(word string) bool { return word == "and" || word == "but" }

// opensClause reports whether a folded word may open a clause behind "and": one with a verb,
// or a speaker's pronoun.
func opensClause(word string) bool {
	switch word {
	case "that", "he", "she", "it", "they", "we", "there", "is", "are", "was", "were", "be", "been", "has", "have", "had",
		"will", "would", "can", "could", "may", "might", "must", "should", "shall", "do", "does", "did", "not", "never":
		return true
	}
	return false
}

// relative reports whether a folded word behind a comma opens a clause about the word
// before it.
func relative(word string) bool {
	switch word {
	case "who", "which", "whose", "whom", "where":
		return true
	}
	return false
}

// denied returns the words that a folded word denies by a prefix.
func denied(word string) []string {
	var out []string
	for _, prefix := range []string{"un", "in", "im", "il", "ir", "dis", "non", "non-"} {
		if of, ok := strings.CutPrefix(word, prefix); ok && len(of) >= 4 {
			out = append(out, of)
		}
	}
	return out
}

// modality returns what a folded modal verb says, empty for other words: that
// something is certain to come, possible, able, due or advised. In reported speech a
// past form says what the present form said.
func modality(word string, reported bool) string {
	word = strings.TrimSuffix(word, "n't")
	switch word {
	case "will", "shall", "wo", "sha", "wird", "werden", "werde", "wirst":
		return "will"
	case "would":
		if reported {
			return "will"
		}
		return "would"
	case "may", "might", "perhaps", "maybe", "possibly":
		return "may"
	case "can", "ca", "cannot", "kann", "können":
		return "can"
	case "could":
		if reported {
			return "can"
		}
		return "may"
	case "must", "muss", "müssen", "gotta":
		return "must"
	case "should", "ought", "sollte", "sollten", "soll", "sollen":
		return "should"
	}
	if strings.HasSuffix(word, "'ll") {
		return "will"
	}
	return ""
}

// modalsOf returns the modal verbs among the words; "have to" and "need to" are "must".
func modalsOf(words []text.Word, reported bool) []fact {
	var out []fact
	for i, w := range words {
		key := modality(w.Norm, reported)
		if i+1 < len(words) && words[i+1].Norm == "to" {
			switch w.Norm {
			case "have", "has", "had", "need", "needs":
				key = "must"
			}
		}
		if key == "may" && i == 0 && len(words) > 1 && isYearOrDay(words[1].Norm) {
			continue // the month
		}
		if key != "" {
			out = append(out, fact{kind: ChangedModality, span: w.Span, key: key})
		}
	}
	return out
}

func isYearOrDay(word string) bool { return strings.ContainsAny(word, "0123456789") }

// wordsOf returns the words of a text, in which short forms keep what text.Words takes for a
// possessive: "there's" is not "there".
func wordsOf(s string) []text.Word {
	words := text.Words(s)
	for i, w := range words {
		if short := text.Fold(w.Of(s)); len(short) != len(w.Norm) && writtenOut(short) != short {
			words[i].Norm = short
		}
	}
	return words
}

// inFullForms returns a text with its short forms written out: who says "isn't" says
// "is not".
func inFullForms(s string) string {
	var out strings.Builder
	last := 0
	for _, w := range wordsOf(s) {
		if full := writtenOut(w.Norm); full != w.Norm {
			out.WriteString(s[last:w.Start] + full)
			last = w.End
		}
	}
	out.WriteString(s[last:])
	return out.String()
}

// writtenOut returns what the short form of a function word stands for: "can't" is "can
// not". Other words stand for themselves.
func writtenOut(word string) string {
	switch word {
	case "can't", "cannot":
		return "can not"
	case "won't":
		return "will not"
	case "shan't":
		return "shall not"
	case "it's", "he's", "she's", "that's", "there's", "who's", "what's", "here's":
		return strings.TrimSuffix(word, "'s") + " is"
	case "let's":
		return "let us"
	case "i'm":
		return "i am"
	}
	for _, c := range []struct{ end, full string }{{"n't", " not"}, {"'re", " are"}, {"'ve", " have"}, {"'ll", " will"}} {
		if stem, ok := strings.CutSuffix(word, c.end); ok {
			return stem + c.full
		}
	}
	return word
}

// pronoun reports whether a folded word stands for a speaker named before.
func pronoun(word string) bool {
	switch word {
	case "he", "she", "they", "er", "sie":
		return true
	}
	return false
}

// institution returns the kind of body that a folded noun names, empty for other words.
func institution(noun string) string {
	switch noun {
	case "airline", "airlines", "airways", "carrier":
		return "airline"
	case "hospital", "infirmary", "clinic":
		return "hospital"
	case "university", "college":
		return "university"
	case "museum", "gallery":
		return "museum"
	case "federation", "association", "league":
		return "federation"
	case "bank", "union", "court", "party", "church", "school", "club", "council", "airport", "railway", "charity", "foundation",
		"company", "institute", "brewery", "refinery", "shipyard":
		return noun
	}
	return ""
}

// speechAct reports whether a folded English verb says what somebody did by speaking, though
// no words of theirs follow it.
func speechAct(word string) bool {
	switch word {
	case "apologised", "apologized", "apologises", "apologizes", "congratulated", "congratulates", "hinted", "hints",
		"likened", "likens", "committed", "commits", "undertook", "doubts", "doubted", "calculates", "calculated",
		"ridiculed", "ridicules", "scoffed", "renewed", "refused", "refuses", "swore", "swears", "wondered", "wonders":
		return true
	}
	return false
}

// belongs reports whether a folded word opens what belongs to the noun before it.
func belongs(word string) bool {
	switch word {
	case "of", "for", "at", "in", "on", "from", "with", "who", "whose", "and":
		return true
	}
	return false
}

// indefinite reports whether a folded word opens a description of somebody not told of yet.
func indefinite(word string) bool {
	switch word {
	case "a", "an", "another", "one", "some", "two", "several", "many", "other":
		return true
	}
	return false
}

// anybody reports whether a folded noun describes too many people to tell one of them.
func anybody(noun string) bool {
	switch noun {
	case "man", "woman", "men", "women", "people", "person", "spokesman", "spokeswoman", "spokesperson", "official",
		"source", "statement", "aged", "year", "years", "resident", "expert", "analyst":
		return true
	}
	return false
}

// small reports whether a folded word is one that English titles write without a capital.
func small(word string) bool {
	switch word {
	case "a", "an", "the", "of", "in", "on", "and", "or", "to", "for", "at", "by", "with", "from", "as":
		return true
	}
	return false
}
