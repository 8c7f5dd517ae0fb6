package names

import (
	"strings"

	"github.com/storydiff/storydiff/compare/text"
)

// A mention is one name where it stands.
type mention struct {
	i, j   int // its tokens
	kind   Kind
	id     string // lexicon id of a known thing
	nation string
	gender sense
	titled bool // behind Mr, President
	weak   bool // opens a sentence and nothing else speaks for a name
	jobs   []job
}

// A reader finds the names of one article.
type reader struct {
	lex      *lexicon
	text     string
	toks     []token
	used     []bool // tokens that belong to a mention
	mentions []mention
	foreign  bool               // in a language that is not known, so that its small words are not either
	lowers   map[string]bool    // words that stand somewhere without a capital; nil until asked for
	inside   map[[2]string]bool // capitalised small words in mid-sentence, with the word behind; nil until asked for
}

// scan finds the names of all sentences that are written as sentences.
func (r *reader) scan() {
	for i := 0; i < len(r.toks); {
		if r.toks[i].loud || !r.begins(i) {
			i += r.titleLength(i)
			continue
		}
		j := r.extend(i)
		r.parse(i, j)
		i = j
	}
	if r.lex.nounCaps {
		r.bareNames()
	}
}

// titleLength returns the length of the title that token i begins in lower case, whose
// capitals begin no name: "ministra della Difesa". It is 1 where there is none.
func (r *reader) titleLength(i int) int {
	if r.toks[i].shape != lower || r.toks[i].loud {
		return 1
	}
	if e, n := r.phrase(i, len(r.toks)); n > 1 && e.is(role) {
		return n
	}
	return 1
}

// bareNames finds surnames that stand alone where all nouns have capitals: never behind
// an article, seen twice or more, and the subject of a verb of speaking.
func (r *reader) bareNames() {
	type use struct{ n, bound, spoke int }
	uses := map[string]*use{}
	free := func(k int) bool {
		t := &r.toks[k]
		return !r.used[k] && t.shape == title && t.entry == nil && !r.roleLike(k) && !r.bodyLike(k)
	}
	for k := range r.toks {
		if !free(k) {
			continue
		}
		u := uses[r.toks[k].norm]
		if u == nil {
			u = &use{}
			uses[r.toks[k].norm] = u
		}
		u.n++
		if k > 0 && r.joined(k) && (r.toks[k-1].is(determiner|modifier) || r.toks[k-1].shape == figure) {
			u.bound++
		}
		if k > 0 && r.joined(k) && r.toks[k-1].is(speech) || k+1 < len(r.toks) && r.joined(k+1) && r.toks[k+1].is(speech) {
			u.spoke++
		}
	}
	for k := range r.toks {
		if u := uses[r.toks[k].norm]; u != nil && free(k) && u.n >= 2 && u.bound == 0 && u.spoke >= 1 {
			r.emit(mention{i: k, j: k + 1, kind: Person})
		}
	}
}

// begins reports whether a name may begin at token i.
func (r *reader) begins(i int) bool {
	t := &r.toks[i]
	if !t.capital() {
		return false
	}
	if e, n := r.phrase(i, len(r.toks)); n > 1 && e.is(nation|capital|place|org|role) {
		return true
	}
	if strings.Contains(t.norm, "-of-") || strings.HasPrefix(t.norm, "ex-") {
		return false // "Mum-of-three Mary Jones", "Ex-miner Karl Holm"
	}
	if t.is(never) && !t.is(nation|demonym) || t.shape == initial && len(t.norm) == 1 && (t.norm == "i" || t.first && t.norm == "a") {
		return false
	}
	return t.shape == upper || !t.first || !t.is(opener) || t.is(nation|demonym) || r.opensName(i)
}

// phrase returns the longest lexicon phrase that begins at token i and ends by max.
func (r *reader) phrase(i, limit int) (*entry, int) {
	var best *entry
	n := 0
	kids := r.lex.root
	for k := i; k < limit; k++ {
		t := &r.toks[k]
		if k > i && (t.gap != space && t.gap != point || t.sentence != r.toks[i].sentence || r.toks[k-1].owner && len(kids) == 0) {
			break
		}
		nd := kids[t.norm]
		if nd == nil {
			break
		}
		if nd.entry != nil && r.written(i, k, nd.entry) {
			best, n = nd.entry, k-i+1
		}
		if kids = nd.next; kids == nil {
			break
		}
	}
	if best == nil && i < limit {
		if e := r.toks[i].entry; e != nil {
			return e, 1
		}
	}
	return best, n
}

// written reports whether the tokens i to k are written as an entry asks.
func (r *reader) written(i, k int, e *entry) bool {
	for ; i <= k; i++ {
		if !e.fits(r.toks[i].shape) {
			return false
		}
	}
	return true
}

// extend returns the end of the run of capitals that begins at token i.
func (r *reader) extend(i int) int {
	j := i + 1
	if _, n := r.phrase(i, len(r.toks)); n > 1 {
		j = i + n
	}
	for j < len(r.toks) && r.toks[j].sentence == r.toks[i].sentence && !r.parted(j-1) {
		k := r.step(i, j)
		if k == j {
			break
		}
		j = k
	}
	return j
}

// parted reports whether a possessive ends the name at token k: "Russia's Foreign
// Ministry" is two names, "People's Party" is one.
func (r *reader) parted(k int) bool {
	if !r.toks[k].owner {
		return false
	}
	switch r.toks[k].norm {
	case "people", "women", "children", "workers", "veterans", "farmers", "lloyd":
		return false
	}
	return true
}

// step returns the end of the run when token j joins it, or j.
func (r *reader) step(i, j int) int {
	t := &r.toks[j]
	switch t.gap {
	case space:
	case point:
		if !r.abbreviates(j - 1) {
			return j
		}
	case comma:
		if t.is(suffix) && t.capital() {
			return j + 1
		}
		return j
	default:
		return j
	}
	if t.capital() {
		named := t.is(given) && r.toks[j-1].is(given|honorific) || t.shape == initial && r.toks[j-1].shape == initial
		if t.is(never) && !t.is(nation|demonym|place) && !named {
			return j
		}
		if r.lex.nounCaps && t.is(opener) {
			return j
		}
		return j + max(1, r.reach(j))
	}
	return r.link(i, j)
}

// reach returns the length of a known name of several words at token j.
func (r *reader) reach(j int) int {
	if e, n := r.phrase(j, len(r.toks)); n > 1 && e.is(nation|capital|place|org|role) {
		return n
	}
	return 1
}

// abbreviates reports whether the full stop behind token k shortens a word.
func (r *reader) abbreviates(k int) bool {
	t := &r.toks[k]
	return t.shape == initial || len(t.norm) <= 5 && t.is(honorific|role|bearing|suffix|particle) ||
		t.shape == upper && strings.IndexByte(t.Of(r.text), '.') > 0
}

// link returns the end of the run when the small words at token j carry it on: "van
// der Bellen", "Ministry of Foreign Affairs".
func (r *reader) link(i, j int) int {
	k := j
	for k < len(r.toks) && k < j+3 && r.toks[k].is(particle|linker) && !r.toks[k].capital() &&
		r.toks[k].gap == space && r.toks[k].sentence == r.toks[i].sentence {
		k++
	}
	if k == j || k >= len(r.toks) || !r.toks[k].capital() || r.toks[k].gap != space ||
		r.toks[k].sentence != r.toks[i].sentence || r.toks[k].is(never) && !r.toks[k].is(demonym) {
		return j
	}
	if r.headed(i, j, r.toks[j].norm) || r.headAhead(i, j, k) {
		return k + r.reach(k)
	}
	if r.lex.nounCaps && !r.toks[i].is(given|honorific) && r.toks[i].shape != initial {
		return j
	}
	for m := j; m < k; m++ {
		if !r.toks[m].is(particle) || r.toks[m].norm == "of" {
			return j
		}
	}
	// "Jens Ohlsen den Umbau": an article parts a full name from the noun of the next phrase.
	if r.lex.nounCaps && j-i >= 2 && k == j+1 && r.toks[j].is(definite) {
		return j
	}
	// "Minister Karin Bakker van Financiën": a surname has been had already.
	if r.lex.lang == "nl" && j-i >= 2 && !r.toks[j-1].is(given) {
		return j
	}
	if r.toks[j-1].is(nation|demonym|capital|org|body) || r.toks[k].is(nation|demonym|org) {
		return j
	}
	if r.lex.ownGiven && r.joinsPeople(i, j, k) {
		return j
	}
	return k + 1
}

// joinsPeople reports whether the "and" at token j, which some surnames hold, stands between
// two names: "Suárez y Ferreiro", not "José Ortega y Gasset".
func (r *reader) joinsPeople(i, j, k int) bool {
	if norm := r.toks[j].norm; norm != "y" && norm != "e" && norm != "i" || k != j+1 {
		return false
	}
	return !r.toks[i].is(given|honorific) || j-i < 2 || r.toks[k].is(given)
}

// headAhead reports whether the words on both sides of the "and" at token j share the
// head of a body that is still to come: "the Food and Drug Administration".
func (r *reader) headAhead(i, j, k int) bool {
	if r.lex.lang != "en" || r.toks[j].norm != "and" || k != j+1 || j-i > 3 || !r.plainPair(j) {
		return false
	}
	if before := i == 0 || !r.toks[i-1].is(determiner) && !r.toks[i-1].owner; before && !r.toks[i].is(nation|demonym) {
		return false
	}
	for m := i; m < j; m++ {
		if r.toks[m].is(body | given) {
			return false
		}
	}
	for k++; k < len(r.toks) && k < j+5 && r.toks[k].capital() && r.joined(k); k++ {
		if goesOn := k+1 < len(r.toks) && r.toks[k+1].capital() && r.joined(k+1); !goesOn && r.toks[k].is(body) {
			return true
		}
	}
	return false
}

// headed reports whether the run names a body or site that a small word may carry on.
func (r *reader) headed(i, j int, small string) bool {
	of, head := false, false
	for k := i; k < j; k++ {
		of = of || !r.toks[k].capital() && r.toks[k].is(linker)
		head = head || r.toks[k].is(body|site) && !r.toks[k].is(given) || r.bodyLike(k)
	}
	if small == "and" || small == "und" || small == "et" || small == "y" || small == "e" || small == "i" || small == "и" || small == "&" {
		return small == "&" || head && of && r.lex.lang == "en" && r.plainPair(j)
	}
	return head && (!of || small != "for")
}

// plainPair reports whether the words on both sides of the "and" at token j may belong to
// one name: neither is a country, a person or a body of its own.
func (r *reader) plainPair(j int) bool {
	const own = nation | demonym | given | capital | place | org | role
	return j+1 < len(r.toks) && !r.toks[j-1].is(own) && r.toks[j+1].capital() && !r.toks[j+1].is(own)
}

// bodyLike reports whether the word's ending makes it a body: Außenministerium.
func (r *reader) bodyLike(k int) bool { return endsIn(r.toks[k].norm, r.lex.bodyTails) }

// roleLike reports whether the word's ending makes it a role: Außenminister.
func (r *reader) roleLike(k int) bool { return endsIn(r.toks[k].norm, r.lex.roleTails) }

func endsIn(word string, tails []string) bool {
	for _, t := range tails {
		if len(word) > len(t) && strings.HasSuffix(word, t) {
			return true
		}
	}
	return false
}

// span returns where the tokens from i to j stand, with the full stop behind letters that
// full stops part: U.S.
func (r *reader) span(i, j int) text.Span {
	end := r.toks[j-1].End
	last := r.text[r.toks[j-1].Start:end]
	if strings.HasPrefix(r.text[end:], ".") && len(last) >= 3 && last[len(last)-2] == '.' {
		end++
	}
	return text.Span{Start: r.toks[i].Start, End: end}
}

// emit records a mention of tokens i to j.
func (r *reader) emit(m mention) {
	if m.i >= m.j {
		return
	}
	if m.kind == Org && m.nation == "" && m.id == "" {
		m.nation = r.ownerNation(m.i)
	}
	for k := m.i; k < m.j; k++ {
		if r.used[k] {
			return
		}
	}
	for k := m.i; k < m.j; k++ {
		r.used[k] = true
	}
	r.mentions = append(r.mentions, m)
}

// ownerNation returns the country whose possessive stands before token i.
func (r *reader) ownerNation(i int) string {
	if i == 0 || !r.toks[i-1].owner || !r.joined(i) {
		return ""
	}
	for n := min(4, i); n > 0; n-- {
		if e, m := r.phrase(i-n, i); m == n && e.is(nation|capital) {
			return e.nation
		}
	}
	return ""
}
