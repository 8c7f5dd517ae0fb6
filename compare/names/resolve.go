package names

import (
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// Resolve returns the entity that a name, a titled surname or a description ("Mr
// Putin", "the Russian president") stands for at a byte of the text, or -1 when the
// article does not make it plain. A spokesman nobody names stands for the body he
// speaks for.
func (x *Index) Resolve(words string, at int) int {
	lex := lexiconOf(x.lang)
	r := &reader{lex: lex, text: words, toks: wordsOf(words, lex)}
	if len(r.toks) == 0 {
		return -1
	}
	r.used = make([]bool, len(r.toks))
	r.scan()
	modified := false
	for _, m := range r.mentions {
		if m.id != "" || m.kind == Org || m.kind == Place {
			continue
		}
		if r.toks[m.j-1].owner {
			return -1
		}
		if r.modifies(m.j) {
			modified = true
			continue
		}
		return x.resolveName(r, m, at)
	}
	if modified {
		return x.describedAt(r, at)
	}
	if k, e, n := r.firstRole(); n > 0 {
		return x.resolveRole(r, k, n, e, at)
	}
	return x.resolveThing(r, at)
}

// modifies reports whether the name that ends before token j only says what kind of
// person is meant: "another Holm administration official".
func (r *reader) modifies(j int) bool {
	return j < len(r.toks) && r.joined(j) && r.toks[j].shape == lower &&
		!r.toks[j].is(linker|particle|determiner|opener|speech|male|female)
}

// firstRole finds the role that heads a description.
func (r *reader) firstRole() (k int, e *entry, n int) {
	for k := range r.toks {
		if e, n := r.phrase(k, len(r.toks)); n > 0 && e.is(role) {
			return k, e, n
		}
		if r.roleLike(k) {
			return k, r.classByTail(k), 1
		}
		if k > 0 && r.toks[k].is(linker) && !r.toks[k].is(determiner) {
			break
		}
	}
	return 0, nil, 0
}

// resolveName finds the bearer of a name.
func (x *Index) resolveName(r *reader, m mention, at int) int {
	if i := x.namedAt(r, m, at); i >= 0 {
		return i
	}
	var parts []string
	for k := m.i; k < m.j; k++ {
		if k == m.i || !r.toks[k].is(suffix) {
			parts = append(parts, r.toks[k].norm)
		}
	}
	return x.bearer(r.lex, parts, m.gender)
}

// namedAt returns the entity whose mention stands at that very place.
func (x *Index) namedAt(r *reader, m mention, at int) int {
	if at < 0 || at > len(x.text) || !strings.HasPrefix(x.text[at:], r.text) {
		return -1
	}
	return x.At(r.span(m.i, m.j).Shift(at))
}

// bearer returns the only entity whose name holds the parts as a name or its short form.
func (x *Index) bearer(lex *lexicon, parts []string, gender sense) int {
	g := &grouping{reader: &reader{lex: lex}}
	best, bestRank, tie := -1, 0, false
	for i, e := range x.Entities {
		if opposed(e.gender(), gender) {
			continue
		}
		rank := g.rank(partsOf(e.Name), parts)
		if rank > bestRank {
			best, bestRank, tie = i, rank, false
		} else if rank == bestRank && rank > 0 {
			tie = true
		}
	}
	if tie {
		return -1
	}
	return best
}

// rank says how well a name is served by the words: 4 in full, 3 by another full form,
// 2 by its surname, 1 by another part, 0 not at all.
func (g *grouping) rank(name, words []string) int {
	switch {
	case len(name) == 0 || len(words) == 0:
		return 0
	case len(name) == len(words) && g.within(words, name):
		return 4
	case len(words) > 1:
		if g.sameFull(name, words) {
			return 3
		}
		return 0
	case g.stem(name[len(name)-1]) == g.stem(words[0]):
		return 2
	case g.within(words, name):
		return 1
	}
	return 0
}

func partsOf(name string) []string {
	words := text.Words(name)
	parts := make([]string, 0, len(words))
	for _, w := range words {
		parts = append(parts, w.Norm)
	}
	return parts
}

func (e *Entity) gender() sense {
	switch {
	case e.Male:
		return male
	case e.Female:
		return female
	}
	return 0
}

// resolveThing finds the country, body or place that the words name and nothing else.
func (x *Index) resolveThing(r *reader, at int) int {
	if len(r.mentions) != 1 {
		return -1
	}
	m := r.mentions[0]
	for k := range r.toks {
		if (k < m.i || k >= m.j) && !r.toks[k].is(determiner) {
			return -1
		}
	}
	if i := x.namedAt(r, m, at); i >= 0 {
		return i
	}
	return x.thing(r, m)
}

// thing returns the entity of a country, body or place.
func (x *Index) thing(r *reader, m mention) int {
	if m.id != "" {
		for i, e := range x.Entities {
			if e.Known == m.id {
				return i
			}
		}
	}
	key := bodyKey(partsOf(r.span(m.i, m.j).Of(r.text)), r.toks[m.i].is(demonym))
	for i, e := range x.Entities {
		parts := partsOf(e.Name)
		if len(parts) > 1 && key == bodyKey(parts, r.lex.word(parts[0]).is(demonym)) || key == strings.Join(parts, " ") {
			return i
		}
	}
	return -1
}

// resolveRole finds whom the role at token k describes.
func (x *Index) resolveRole(r *reader, k, n int, e *entry, at int) int {
	jb := r.jobAt(k, k+n, e)
	if jb.nation == "" {
		jb.nation = r.ofNation(k + n)
	}
	indefinite := r.toks[0].is(determiner) && !r.toks[0].is(definite)
	if jb.class == "voice" {
		if i := x.spokenFor(r); i >= 0 && indefinite {
			return i
		}
	}
	if indefinite {
		return -1
	}
	if i := x.describedAt(r, at); i >= 0 {
		return i
	}
	return x.holder(r.lex, jb, at)
}

// describedAt returns the person whose mention begins in the words and ends with them.
func (x *Index) describedAt(r *reader, at int) int {
	if at < 0 || at > len(x.text) || !strings.HasPrefix(x.text[at:], r.text) {
		return -1
	}
	for _, h := range x.hits() {
		if h.Start >= at && h.End == at+len(r.text) && x.Entities[h.entity].Kind == Person {
			return h.entity
		}
	}
	return -1
}

// spokenFor returns the body that an unnamed spokesman speaks for.
func (x *Index) spokenFor(r *reader) int {
	if len(r.mentions) == 0 {
		return -1
	}
	for _, m := range r.mentions {
		if m.kind == Org {
			return x.thing(r, m)
		}
	}
	return x.thing(r, r.mentions[0])
}

// sameTitle is how well a role fits one under the same word.
const sameTitle = 4

// holder returns the only person of the article whose role the description fits. Whom the
// article has not named before the place of the description must bear the very title.
func (x *Index) holder(lex *lexicon, jb job, at int) int {
	best, bestFit, tie := -1, 0, false
	for i := range x.Entities {
		if x.Entities[i].Kind != Person || i >= len(x.jobs) {
			continue
		}
		fit := 0
		for _, has := range x.jobs[i] {
			fit = max(fit, lex.fit(jb, has, x.Entities[i].Nation))
		}
		if m := x.Entities[i].Mentions; fit < sameTitle && at >= 0 && len(m) > 0 && m[0].Start > at {
			continue
		}
		if fit > bestFit {
			best, bestFit, tie = i, fit, false
		} else if fit == bestFit && fit > 0 {
			tie = true
		}
	}
	if tie {
		return -1
	}
	return best
}

// fit says how well a described role fits one that a person has: 4 the same, 3 one of its
// class of office, 2 the office that the leader of the country has, 1 an office that may be meant, 0 not at all.
func (l *lexicon) fit(asked, has job, home string) int {
	if asked.status != has.status {
		return 0
	}
	code := has.nation
	if code == "" {
		code = home
	}
	if asked.nation != "" && code != asked.nation {
		return 0
	}
	switch {
	case asked.class == "" || has.class == "", asked.class == kin && lastWord(asked.text) != lastWord(has.text):
		return 0
	case asked.class == has.class && lastWord(asked.text) == lastWord(has.text):
		return sameTitle
	case asked.text == lastWord(has.text) && asked.class == "minister":
		return 3 // the minister, of a foreign minister
	case asked.class == has.class:
		return 3
	case asked.class == "leader" && has.class == l.ruler(code):
		return 2
	case asked.class == "leader" && ruling(has.class), has.class == "leader" && ruling(asked.class):
		return 1
	}
	return 0
}

// ruler returns the class of the office that governs a country.
func (l *lexicon) ruler(code string) string {
	if l.presides[code] {
		return "president"
	}
	return "premier"
}

func ruling(class string) bool {
	return class == "president" || class == "premier" || class == "monarch"
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
