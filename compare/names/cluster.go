package names

import (
	"slices"
	"sort"

	"github.com/storydiff/storydiff/compare/text"
)

// A cluster is an entity in the making.
type cluster struct {
	kind     Kind
	id       string
	nation   string
	parts    []string // folded words of the name it goes by
	name     text.Span
	called   string // display name that the text does not hold; empty when name does
	title    sense  // gender by Mr and Mrs
	gender   sense  // gender by given name or role
	said     bool   // a human verb or title goes with it
	firstRef int    // token of the first full mention
	jobs     []job
	refs     []ref  // mentions
	sorted   int    // how many of them are known to be in order
	votes    [2]int // he, she
	human    int    // pronouns that only a person has
	speaks   int    // verbs of speaking
	bare     int    // bare surname mentions before a namesake comes in
}

// A ref is a mention by its tokens.
type ref struct{ i, j int }

func (c *cluster) sort() {
	sort.Slice(c.refs, func(i, j int) bool { return c.refs[i].i < c.refs[j].i })
}

// learn notes a role once.
func (c *cluster) learn(jb job) {
	if len(c.jobs) < crowd && !slices.Contains(c.jobs, jb) {
		c.jobs = append(c.jobs, jb)
	}
}

// sex weighs the evidence: Mr and Mrs first, then a great many pronouns, then the given
// name, then a single pronoun. "Holm said she" often speaks of somebody else.
func (c *cluster) sex() sense {
	byVotes, many := sense(0), false
	switch he, she := c.votes[0], c.votes[1]; {
	case he > 2*she:
		byVotes, many = male, he >= 6 && he >= 5*she
	case she > 2*he:
		byVotes, many = female, she >= 6 && she >= 5*he
	}
	for _, s := range [...]sense{c.title, pick(many, byVotes), c.gender, byVotes} {
		if s &= male | female; s == male || s == female {
			return s
		}
	}
	return 0
}

func pick(ok bool, s sense) sense {
	if ok {
		return s
	}
	return 0
}
