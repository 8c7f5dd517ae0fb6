package quote

import (
	"strings"

	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/text"
)

var unknownSpeaker = Speaker{Entity: -1}

// speaks reports whether an entity is of a kind that can speak.
func (c *scene) speaks(entity int) bool {
	return c.names.Entities[entity].Kind != names.Place
}

// speakerOf resolves the noun phrase of a credit.
func (c *scene) speakerOf(cr credit) Speaker {
	if cr.from >= cr.to {
		return unknownSpeaker
	}
	at := c.span(cr.from, cr.to)
	sp := Speaker{AsWritten: at.Of(c.s), At: at, Entity: -1}
	first := c.units[cr.from]
	if cr.to == cr.from+1 && first.is(isPronoun) {
		return c.pronoun(sp, cr.from)
	}
	if e := c.headEntity(cr.from, cr.to); e >= 0 {
		return c.named(sp, e)
	}
	if e := c.names.Resolve(sp.AsWritten, at.Start); e >= 0 {
		return c.named(sp, e)
	}
	sp.Name = describe(sp.AsWritten, first)
	return sp
}

func (c *scene) named(sp Speaker, e int) Speaker {
	sp.Entity, sp.Name = e, c.names.Entities[e].Name
	return sp
}

// headEntity returns the entity a noun phrase is about: its last person, else its
// first body, as long as no spokesman stands before it.
func (c *scene) headEntity(from, to int) int {
	best := -1
	for i := from; i < to; i++ {
		u := c.units[i]
		if u.is(isOf) && i > from && !u.upper {
			break
		}
		if u.entity < 0 {
			if u.is(isVoice) && best >= 0 && c.names.Entities[best].Kind != names.Person {
				best = -1 // "the White House spokesman" is not the White House
			}
			continue
		}
		if best < 0 || c.names.Entities[u.entity].Kind == names.Person {
			best = u.entity
		}
	}
	return best
}

// describe names a speaker whom the article only describes: without the article.
func describe(words string, first unit) string {
	if first.is(isArticle) {
		if _, rest, ok := strings.Cut(words, " "); ok {
			return rest
		}
	}
	return words
}

// pronoun resolves he, she and they to the person last spoken of, when that is plain.
func (c *scene) pronoun(sp Speaker, at int) Speaker {
	p := c.units[at]
	for i, steps := at-1, 0; i >= 0 && steps < maxLookBack; i, steps = i-1, steps+1 {
		e := c.units[i].entity
		if e < 0 || !c.fits(e, p) {
			continue
		}
		return c.named(sp, e)
	}
	return sp
}

const maxLookBack = 120 // units between a pronoun and the name it stands for

// fits reports whether the pronoun may stand for the entity.
func (c *scene) fits(e int, p unit) bool {
	n := c.names.Entities[e]
	switch {
	case p.is(isHe):
		return n.Kind == names.Person && !n.Female
	case p.is(isShe):
		return n.Kind == names.Person && !n.Male
	}
	return n.Kind == names.Org
}

func overlapsAny(p text.Span, spans []text.Span) bool {
	for _, s := range spans {
		if p.Overlap(s) > 0 {
			return true
		}
	}
	return false
}
