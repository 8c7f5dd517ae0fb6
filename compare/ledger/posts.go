package ledger

import (
	"strings"

	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// posts knows the person whom a description stands for: "the lawyer" is Nadia Ferris where
// no other lawyer is named.
type posts struct{ callings }

func findPosts(rs []*quote.Reading, union *names.Union) posts {
	return posts{learnCallings(rs, union, postsOf)}
}

// postsOf returns the nouns that stand beside a name: "his lawyer, Nadia Ferris" and "Nadia
// Ferris, the lawyer of the pilots".
func postsOf(r *quote.Reading, e names.Entity) []string {
	if e.Kind != names.Person {
		return nil
	}
	var out []string
	for _, m := range e.Mentions[:min(len(e.Mentions), mentionsRead)] {
		before := r.Text[max(0, m.Start-longestPost):m.Start]
		if post := postBefore(before); post != "" {
			out = append(out, post)
		}
		after, ok := strings.CutPrefix(r.Text[m.End:min(len(r.Text), m.End+longestPost)], ", ")
		if ok {
			if post := headOf(after); post != "" {
				out = append(out, post)
			}
		}
	}
	return out
}

// postBefore returns the post that ends right before a name: “the lawyer ”, “the mayor of
// Aldvik, ”.
func postBefore(before string) string {
	if whole, ok := strings.CutSuffix(before, ", "); ok {
		return headOf(whole[strings.LastIndexAny(whole, ".,;:\n\"”“")+1:])
	}
	words := strings.Fields(before)
	if len(words) == 0 {
		return ""
	}
	return postNamed(words[len(words)-1])
}

// longestPost is how many bytes before or after a name a description is looked for in.
const longestPost = 60

// headOf returns the noun that a description is about, the last word before what belongs to
// it, if it may name a post: "its chief financial officer for Europe".
func headOf(description string) string {
	last := ""
	for _, word := range strings.Fields(description) {
		noun := strings.TrimRight(word, ",.;:")
		if belongs(strings.ToLower(noun)) {
			break
		}
		last = noun
		if noun != word {
			break
		}
	}
	return postNamed(last)
}

// postNamed returns the post that a word of an article names, empty for words that name none
// or anybody's. A head, a chief and a boss are one.
func postNamed(word string) string {
	noun := text.Fold(word)
	if word == "" || capital(word) || text.Stop(noun, "en") || anybody(noun) || !text.HasWord(word) || pronoun(noun) || quote.IsCue(noun, "en") {
		return ""
	}
	switch noun {
	case "chief", "boss":
		return "head"
	}
	return noun
}

// meant returns the person whom a description stands for in an article, or -1: "the
// lawyer", "the mayor of Aldvik". One that opens with "a" may be anybody.
func (ps posts) meant(article int, description string) int {
	if first, _, _ := strings.Cut(strings.ToLower(description), " "); indefinite(first) {
		return -1
	}
	return ps.only(article, headOf(description))
}
