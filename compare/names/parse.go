package names

import (
	"strings"
	"unicode/utf8"
)

// parse takes the run of capitals [i,j) apart: nations and titles off the front, the
// name itself last.
func (r *reader) parse(i, j int) {
	if r.numbered(i, j) {
		j--
	}
	if start, end := r.lastTitle(i, j); end > i {
		r.parseTitled(i, start, end, j)
		return
	}
	if k := r.givenInside(i, j); k > i {
		if !r.foreign {
			r.parse(i, k)
		}
		r.parseName(k, j, "")
		return
	}
	if r.ofAcronym(i, j) {
		r.parse(i, i+1)
		r.parse(i+1, j)
		return
	}
	if k := r.memberInside(i, j); k > i {
		r.parse(i, k)
		r.parseName(k, j, "")
		return
	}
	e, n := r.phrase(i, j)
	switch {
	case i+n == j && e.is(nation|demonym|capital|place|org):
		r.emitKnown(i, j, e)
	case n > 1 && e.is(org) && r.corporate(i+n, j):
		r.emitKnown(i, j, e)
	case j-i > 2 && r.toks[i].first && !r.toks[i].is(given|honorific) && n == 0 && r.knownWhole(i+1, j):
		r.parse(i+1, j) // "Several White House …": the capital is the sentence's
	case r.shoutsBefore(i, j), r.describedFirst(i, j):
		r.parse(i+1, j)
	case n > 0 && e.is(nation|demonym) && !r.bearsName(i, j):
		r.parseNational(i, i+n, j, e)
	case n > 0 && e.is(org|capital|place) && !e.is(given) && n < j-i && r.restIsName(i+n, j):
		r.emitKnown(i, i+n, e)
		r.parse(i+n, j)
	default:
		r.parseName(i, j, "")
	}
}

// numbered reports whether the last word of the run [i,j) belongs to the figure behind it
// and the rest is a body: "Baltic Airlines | Flight 12", "Harlow City Council | Resolution 4".
func (r *reader) numbered(i, j int) bool {
	if j-i < 2 || j >= len(r.toks) || r.toks[j].shape != figure || !r.joined(j) || r.toks[j-1].is(body|site|nation|demonym|given|place) {
		return false
	}
	e, n := r.phrase(i, j-1)
	return r.toks[j-2].is(body) || n == j-1-i && e.is(org)
}

// corporate reports whether [i,j) only says what sort of company bears the name before it.
func (r *reader) corporate(i, j int) bool {
	for k := i; k < j; k++ {
		switch r.toks[k].norm {
		case "group", "inc", "incorporated", "corp", "corporation", "co", "company", "plc", "ltd", "limited", "llc", "llp", "ag", "sa", "se", "nv":
		default:
			return false
		}
	}
	return i < j
}

// shoutsBefore reports whether a label in capitals stands before a person's name: "WATCH
// Ida Holm".
func (r *reader) shoutsBefore(i, j int) bool {
	return j-i > 2 && r.toks[i].shape == upper && r.toks[i].entry == nil && r.toks[i].End-r.toks[i].Start > 3 &&
		r.toks[i].first && r.toks[i+1].is(given) && r.toks[i+1].shape == title && r.toks[i+2].shape != upper
}

// describedFirst reports whether the word that opens a sentence only describes the person whose
// given name follows: "Stunned Maureen rang", "Headteacher Kelly Marlow said".
func (r *reader) describedFirst(i, j int) bool {
	t := &r.toks[i]
	if r.lex.lang != "en" || j-i < 2 || !t.first || t.shape != title || t.is(given|honorific|nation|demonym|place|org|body) || !r.toks[i+1].is(given) || r.toks[i+1].shape != title || len(t.norm) < 5 {
		return false
	}
	switch t.norm {
	case "furious", "proud", "brave", "tragic", "lucky", "angry", "cheeky", "defiant", "tearful", "fellow", "little", "former":
		return true
	}
	if j-i > 2 && endsIn(t.norm, callings) && !r.toks[j-1].is(body|site) {
		return true
	}
	return strings.HasSuffix(t.norm, "ed")
}

// callings ends nouns for what people do.
var callings = []string{"er", "or", "ist", "ian", "man", "woman", "boss"}

// givenInside returns where a given name begins a person's name within the run, where all
// nouns have capitals, "Projektleiter Andreas Kehr", or may have, or where the name of what
// somebody belongs to may stand right before: "segretaria del Pd Marta Colonna". It is i
// when there is none.
func (r *reader) givenInside(i, j int) int {
	if !r.lex.nounCaps && !r.foreign && !r.lex.ownGiven || r.toks[i].is(given) || r.toks[i].shape == initial && !r.network(i) {
		return i
	}
	for k := i + 1; k+1 < j; k++ {
		if r.lex.ownGiven && r.toks[k-1].is(body|site|honorific|particle) {
			return i // Universidad Carlos Tercero
		}
		if r.toks[k].is(given) && r.toks[k-1].capital() && !r.toks[k].is(nation|place|body) {
			return k
		}
	}
	return i
}

// network reports whether the letter at token i is no initial but the name of a network:
// scrive su X Edoardo Lanza.
func (r *reader) network(i int) bool {
	return r.lex.ownGiven && r.toks[i].norm == "x" && i+1 < len(r.toks) && r.toks[i+1].gap == space
}

// ofAcronym reports whether the run [i,j) is the acronym of a body, behind a role in lower case,
// and the surname of who has it: майор ФСБ | Соколов.
func (r *reader) ofAcronym(i, j int) bool {
	return r.lex.slavic && j-i == 2 && i > 0 && r.joined(i) && r.toks[i-1].is(role) && r.toks[i-1].shape == lower &&
		r.toks[i].shape == upper && r.toks[i+1].shape == title
}

// memberInside returns where the name of somebody begins behind the body they belong to:
// "Harlow Police | Martin Cole". It is i when there is none.
func (r *reader) memberInside(i, j int) int {
	k := j - 2
	if k > i && (r.toks[k-1].is(body) || r.toks[k-1].norm == "affairs") && !r.toks[k-1].is(given) && r.toks[k].is(given) && r.toks[k].shape == title &&
		r.joined(k) && r.joined(k+1) && !r.toks[k+1].is(body|site|place|nation|demonym|org) {
		return k
	}
	return i
}

// bearsName reports whether a word that is a country too is a given name here: Jordan Smith.
func (r *reader) bearsName(i, j int) bool {
	return r.toks[i].is(given) && j-i >= 2 && !r.toks[j-1].is(body|site|role) && !r.toks[i+1].is(nation|demonym|place|org)
}

// restIsName reports whether [i,j) can stand as a name of its own.
func (r *reader) restIsName(i, j int) bool {
	return r.toks[i].is(given) && j-i >= 2
}

// lastTitle finds the last title or role in the run that a name follows, or that ends
// the run; both results are i when there is none.
func (r *reader) lastTitle(i, j int) (start, end int) {
	start, end = i, i
	for k := i; k < j; {
		e, n := r.phrase(k, j)
		if n > 0 && e.is(role|honorific) && !r.nameWord(i, k, n, j) {
			start, end = k, k+n
			k += n
			continue
		}
		if r.roleLike(k) && r.toks[k].capital() && (!r.lex.slavic || r.toks[k].first) {
			start, end = k, k+1
		}
		k++
	}
	return start, end
}

// nameWord reports whether the title word at k is part of a name here: Stephen King,
// General Motors, Attorney General's Office.
func (r *reader) nameWord(i, k, n, j int) bool {
	e, m := r.phrase(k, j)
	if m > n || e.is(org|place|capital|nation) && !e.is(role) {
		return true
	}
	last := &r.toks[k+n-1]
	switch {
	case r.lex.ownGiven && k > i && e.class == kin && last.capital():
		return true // Tião Bocalom Neto
	case k > i && n == 1 && k+n == j && r.toks[k-1].is(given) && !r.toks[k-1].is(role|modifier|nation|demonym):
		return true
	case k+n < j && last.owner:
		return true
	case k+n < j && r.toks[k+n].is(linker) && !r.toks[k+n].capital():
		return false
	case k+n < j && r.toks[j-1].is(body) && !r.toks[k+n].is(given):
		return true
	case k+n < j && r.toks[k+n].is(body|site) && !r.toks[k+n].is(given):
		return true
	}
	return false
}

// parseTitled handles "[nation] [modifiers] role Name".
func (r *reader) parseTitled(i, start, end, j int) {
	if end == j {
		r.parseOwners(i, start)
		return
	}
	if !r.toks[end].capital() && !r.surnameParticle(end, j) {
		r.parseOwners(i, start)
		for end < j && !r.toks[end].capital() {
			end++
		}
		r.parse(end, j)
		return
	}
	m := mention{i: end, j: j, kind: Person, titled: true}
	m.i = r.skipNation(end, j)
	titleEnd := end
	if m.i >= m.j {
		r.parseOwners(i, start)
		r.parse(end, j)
		return
	}
	e, _ := r.phrase(start, titleEnd)
	m.gender = e.genderOf()
	m.jobs = r.jobsBefore(m.i)
	if e2, n := r.phrase(m.i, j); n == j-m.i && e2.is(nation|demonym|capital|org|place) && !e2.is(given) && r.soleTitle(start) {
		r.parseOwners(i, start)
		r.emitKnown(m.i, j, e2)
		return
	}
	for k := i; k < start; k++ {
		if g := r.toks[k].entry.genderOf(); r.toks[k].is(honorific | role) {
			m.gender |= g
		}
	}
	r.emit(m)
	r.parseOwners(i, start)
	r.parseOwners(end, m.i)
}

// surnameParticle tells "President von Berg" from "President of Ghana".
func (r *reader) surnameParticle(k, j int) bool {
	if !r.toks[k].is(particle) || r.toks[k].is(linker|determiner) {
		return false
	}
	for k < j && !r.toks[k].capital() {
		k++
	}
	e, n := r.phrase(k, j)
	return n == 0 || !e.is(nation|demonym|capital|place|org)
}

// soleTitle reports whether the title at token k is a role and no honorific: "Minister
// Ghana" is no person, "Mrs Ireland" is one.
func (r *reader) soleTitle(k int) bool { return !r.toks[k].is(honorific) }

// skipNation steps over a country between title and name: "Президент России Иван Орлов".
func (r *reader) skipNation(i, j int) int {
	if e, n := r.phrase(i, j); n > 0 && n < j-i && e.is(nation|demonym) && !r.toks[i].is(given) && r.toks[i+n].capital() {
		return i + n
	}
	return i
}

// parseOwners emits the countries and bodies among the words before a title: "White
// House" in "White House Press Secretary".
func (r *reader) parseOwners(i, j int) {
	for k := i; k < j; {
		e, n := r.phrase(k, j)
		end := r.bodyEnd(k, j)
		// "Ohio State Patrol Sgt" is of the state's patrol, "Russian Navy Capt" of the navy.
		named := e.is(place) && !e.is(nation|demonym|capital|org) && end > k+n
		if n > 0 && e.is(nation|demonym|capital|place|org) && !named {
			r.emitKnown(k, k+n, e)
			k += n
			continue
		}
		if end > k && r.toks[k].capital() {
			r.parseName(k, end, "")
			k = end
			continue
		}
		k++
	}
}

// bodyEnd returns the end of the body that begins at token k, or k: words up to and
// with one that heads a body.
func (r *reader) bodyEnd(k, j int) int {
	for m := j - 1; m >= k; m-- {
		if (r.toks[m].is(body) || r.bodyLike(m)) && !r.toks[m].is(modifier) && m > k {
			return m + 1
		}
	}
	return k
}

// parseNational handles a run that begins with a country or its adjective.
func (r *reader) parseNational(i, k, j int, e *entry) {
	switch {
	case r.isBody(k, j) && (e.is(demonym) || j-k < 2 && !r.toks[k-1].owner):
		r.emit(mention{i: i, j: j, kind: Org, nation: e.nation})
	case r.isBody(k, j):
		r.emitKnown(i, k, e)
		r.parseName(k, j, e.nation)
	case r.startsName(k, j):
		r.emitKnown(i, k, e)
		r.parseName(k, j, e.nation)
	case r.knownWhole(k, j):
		r.emitKnown(i, k, e)
		r.parse(k, j)
	case r.toks[k].is(nation|demonym) && (e.is(demonym) || r.toks[k].gap == hyphen):
		r.emitKnown(i, k, e)
		r.parse(k, j)
	case r.lex.nounCaps && r.kindByHead(i, j) == Unknown:
		r.emitKnown(i, k, e)
		r.parse(k, j)
	case e.is(demonym) && r.commonWords(k, j):
		r.emitKnown(i, k, e)
	default:
		r.emit(mention{i: i, j: j, kind: r.kindByHead(i, j), nation: e.nation})
	}
}

// commonWords reports whether the article writes each of the words without a capital too:
// "this Russian Tax Hoax" above "no tax hoax".
func (r *reader) commonWords(i, j int) bool {
	for k := i; k < j; k++ {
		if !r.inLowerCase(r.toks[k].norm) {
			return false
		}
	}
	return r.kindByHead(i, j) == Unknown
}

func (r *reader) startsName(k, j int) bool {
	return j-k >= 2 && (r.toks[k].is(given) || r.toks[k].shape == initial) && !r.toks[j-1].is(body|site)
}

func (r *reader) knownWhole(k, j int) bool {
	e, n := r.phrase(k, j)
	return n == j-k && e.is(nation|demonym|capital|place|org)
}

// isBody reports whether [i,j) names a body by its head: "Foreign Ministry", "Bank of …".
func (r *reader) isBody(i, j int) bool {
	if i >= j {
		return false
	}
	if r.toks[j-1].is(body) || r.bodyLike(j-1) {
		return true
	}
	for k := i; k+1 < j; k++ {
		if (r.toks[k].is(body) || r.bodyLike(k)) && !r.toks[k+1].capital() && r.toks[k+1].is(linker) {
			return true
		}
	}
	return false
}

func (r *reader) isSite(i, j int) bool {
	if j-i < 2 {
		return false
	}
	if r.toks[j-1].is(site) || r.toks[i].is(bearing) && !r.toks[i].is(given|modifier) {
		return true
	}
	return r.toks[i].is(site) && !r.toks[i].is(given)
}

func (r *reader) kindByHead(i, j int) Kind {
	switch {
	case r.isBody(i, j):
		return Org
	case r.isSite(i, j):
		return Place
	}
	return Unknown
}

// emitKnown records a name the lexicon holds.
func (r *reader) emitKnown(i, j int, e *entry) {
	m := mention{i: i, j: j, id: e.id, nation: e.nation, kind: Place}
	switch {
	case e.is(nation | demonym):
	case e.is(org) && !e.is(place|capital):
		m.kind = Org
	case e.is(place) && !e.is(capital):
		m.id = ""
	}
	if r.toks[i].shape == lower && e.is(org) {
		return
	}
	r.emit(m)
}

// parseName records the run [i,j), which has neither title nor nation in front.
func (r *reader) parseName(i, j int, nationCode string) {
	for j > i && !r.toks[j-1].capital() {
		j--
	}
	if i >= j {
		return
	}
	m := mention{i: i, j: j, nation: nationCode}
	t := &r.toks[i]
	switch {
	case t.is(given) && j-i >= 2 && !r.isBody(i, j) && (j-i == 2 || !r.toks[j-1].is(site)):
		m.kind = Person
	case r.isBody(i, j):
		m.kind = Org
		if j-i == 1 && !r.bodyLike(i) || t.first && j-i == 1 {
			return
		}
	case r.isSite(i, j):
		m.kind = Place
	case t.shape == initial && j-i == 2 && r.toks[j-1].is(opener):
		return // the N Out of a title such as "Wild 'N Out"
	case t.shape == initial && j-i >= 2 && !t.is(place|nation|capital|org):
		m.kind = Person
	case j-i == 1 && (t.is(suffix) || t.is(opener|body|site|modifier|bearing|role|never) && !t.is(given)):
		return
	case j-i == 1 && t.prefixed && t.entry == nil, j-i == 1 && r.compound(i):
		return // anti-Semitic, First-time: a person of that name is found again by lookAgain
	case j-i == 1 && t.shape == upper:
		m.kind = Org
	case j-i == 1 && t.is(given) && r.lex.nounCaps && i > 0 && r.joined(i) && r.toks[i-1].is(determiner):
		return // der Roman, die Heide
	case j-i == 1 && t.is(given):
		m.kind = Person
		m.weak = t.first
	case r.familyFirst(i, j):
		m.kind = Person
	default:
		m.kind = Unknown
		m.weak = t.first
	}
	if m.kind == Unknown || m.kind == Person {
		m.jobs = append(r.jobsBefore(i), r.jobsAfter(j)...)
		if m.kind == Unknown && j-i <= 4 && len(m.jobs) > 0 && !r.beforeGiven(i, j) && !r.otherScript(i, j) {
			m.kind, m.weak = Person, false
		}
	}
	// Where all nouns have capitals, two in a row are no evidence of a name.
	if r.lex.nounCaps && m.kind == Unknown {
		if r.toks[j-1].shape != upper {
			return
		}
		m.i, m.kind = j-1, Org
	}
	r.emit(m)
}

// familyFirst reports whether the run [i,j) is a name of two or three words that begins with a
// family name, as those of China, Korea and Vietnam do.
func (r *reader) familyFirst(i, j int) bool {
	if j-i < 2 || j-i > 3 || r.toks[i].shape != title || r.toks[j-1].shape != title || r.toks[j-1].is(body|site|nation|demonym|role) || r.isBody(i, j) {
		return false
	}
	switch r.toks[i].norm {
	case "cai", "cao", "chen", "cheng", "cho", "choi", "deng", "ding", "dong", "du", "fan", "feng", "gao", "guo", "han", "hu",
		"huang", "hwang", "jang", "jiang", "kang", "kim", "kwon", "liang", "lin", "liu", "luo", "moon", "ngo", "nguyen", "pham",
		"phan", "qin", "shen", "shin", "su", "tang", "tian", "tran", "tsai", "wang", "wei", "wu", "xi", "xiao", "xie", "xu",
		"yang", "ye", "yoon", "yuan", "zeng", "zhang", "zhao", "zheng", "zhou", "zhu":
		return true
	}
	return false
}

// otherScript reports whether a name of one word is in Latin letters where the language is not:
// эксперт Forbes.
func (r *reader) otherScript(i, j int) bool {
	return j-i == 1 && (r.lex.lang == "ru" || r.lex.lang == "uk") && r.text[r.toks[i].Start] < utf8.RuneSelf
}

// beforeGiven reports whether the one word from token i to j, in the genitive, stands between a
// role and the name of who has it: депутат Госдумы | Ольга Терёхина.
func (r *reader) beforeGiven(i, j int) bool {
	return r.lex.slavic && j-i == 1 && j < len(r.toks) && r.joined(j) && r.toks[j].is(given) && r.toks[j].shape == title
}

// compound reports whether a word that opens a sentence is a hyphenated common word.
func (r *reader) compound(i int) bool {
	w := r.toks[i].Of(r.text)
	cut := strings.IndexByte(w, '-')
	return r.toks[i].first && cut > 0 && cut+1 < len(w) && 'a' <= w[cut+1] && w[cut+1] <= 'z'
}

func (e *entry) genderOf() sense {
	if e == nil {
		return 0
	}
	return e.gender
}
