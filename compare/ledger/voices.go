package ledger

import (
	"slices"
	"strings"

	"github.com/storydiff/storydiff/compare/names"
	"github.com/storydiff/storydiff/compare/quote"
	"github.com/storydiff/storydiff/compare/text"
)

// A voice is who an article says spoke, as joined across the articles.
type voice struct {
	id    int    // of the joined entity; -1 when it is none
	name  string // empty when unknown
	named bool   // the sentence of the words names the speaker in full, with a verb of speech
	meant bool   // a pronoun or the words before told who it is, no name beside the words
}

// voices joins the speakers of several articles.
type voices struct {
	union    *names.Union
	readings []*quote.Reading
	bodies   institutions
	posts    posts
	offices  offices
}

func joinVoices(rs []*quote.Reading) *voices {
	xs := make([]*names.Index, len(rs))
	for i, r := range rs {
		xs[i] = r.Names()
	}
	union := names.Join(xs...)
	return &voices{union, rs, findInstitutions(rs, union), findPosts(rs, union), findOffices(rs, union)}
}

func (vs *voices) of(article int, q quote.Quote) voice {
	s := q.Speaker
	v := voice{id: -1, name: s.Name, named: q.Verb != "" && s.At.Len() > 0 && vs.besides(article, q) && (inFull(s.AsWritten) || vs.introduced(article, q))}
	v.meant = !namesIn(s.AsWritten, s.Name)
	if !tells(s.Name) || v.meant && countryman(s.AsWritten) && vs.place(article, s.Entity) {
		v.name = ""
		return v
	}
	if id := vs.holder(article, s); id >= 0 {
		v.id, v.name, v.meant = id, vs.union.Name(id), true
		return v
	}
	if s.Name != "" && s.Entity >= 0 {
		v.id = vs.union.ID(article, s.Entity)
		v.name = vs.union.Name(v.id)
	} else if i := vs.bodies.meant(article, v.name); i >= 0 && v.commonNoun() {
		v.id, v.name = i, vs.union.Name(i)
	}
	return v
}

// holder returns the person whom a speaker's description stands for, or -1: the words beside
// the quote, or those that a pronoun there means. Where it names a country, the post alone
// does not tell who is meant.
func (vs *voices) holder(article int, s quote.Speaker) int {
	if vs.person(article, s.Entity) {
		return -1
	}
	if pronoun(text.Fold(s.AsWritten)) && s.Entity < 0 {
		s.AsWritten = s.Name
	}
	if nation, _ := vs.offices.parse(article, s.AsWritten); nation != "" {
		return vs.offices.meant(article, s.AsWritten)
	}
	if vs.described(article, s) {
		return vs.posts.meant(article, s.AsWritten)
	}
	return -1
}

// namesIn reports whether the words of an article that give a speaker hold a word of the
// speaker's name: “the President” may be another one.
func namesIn(written, name string) bool {
	own := strings.Fields(text.Fold(name))
	return slices.ContainsFunc(text.Words(written), func(w text.Word) bool {
		return capital(w.Of(written)) && slices.Contains(own, strings.TrimSuffix(w.Norm, "'s"))
	})
}

// described reports whether a speaker is told by a description that names nobody, or the
// place where the one described is at home: “the mayor of Aldvik”.
func (vs *voices) described(article int, s quote.Speaker) bool {
	head, _, of := strings.Cut(s.AsWritten, " of ")
	if s.Entity < 0 {
		return !slices.ContainsFunc(strings.Fields(head), capital)
	}
	return of && !namesIn(head, s.Name) && vs.readings[article].Names().Entities[s.Entity].Kind != names.Person
}

// countryman reports whether the words are those for somebody from a place: “the Dutchman”.
func countryman(written string) bool {
	words := strings.Fields(written)
	return len(words) == 2 && !capital(words[0]) && capital(words[1])
}

// place reports whether an entity is a place.
func (vs *voices) place(article, entity int) bool {
	return entity >= 0 && vs.readings[article].Names().Entities[entity].Kind == names.Place
}

// person reports whether an entity is a person.
func (vs *voices) person(article, entity int) bool {
	return entity >= 0 && vs.readings[article].Names().Entities[entity].Kind == names.Person
}

// tells reports whether a name holds more than function words: "the" or "one" is nobody.
func tells(name string) bool {
	return slices.ContainsFunc(text.Words(name), func(w text.Word) bool { return !text.Stop(w.Norm, "en") })
}

// inFull reports whether a name has two capitalised words at least: a surname alone may
// be a namesake's, and a description anybody's.
func inFull(name string) bool {
	n := 0
	for _, w := range strings.Fields(name) {
		if capital(w) {
			n++
		}
	}
	return n >= 2
}

// besides reports whether the speaker is named in the sentence in which the words begin
// or end.
func (vs *voices) besides(article int, q quote.Quote) bool {
	for _, s := range vs.readings[article].Sentences() {
		if s.Contains(q.Speaker.At) && s.Overlap(text.Span{Start: q.Start - 1, End: q.End + 1}) > 0 {
			return true
		}
	}
	return false
}

// introduced reports whether the paragraph of the words names their speaker in full, and
// the words give the surname.
func (vs *voices) introduced(article int, q quote.Quote) bool {
	r, s := vs.readings[article], q.Speaker
	if s.Entity < 0 || !capital(s.AsWritten[strings.LastIndexByte(s.AsWritten, ' ')+1:]) {
		return false
	}
	from := strings.LastIndexByte(r.Text[:s.At.Start], '\n') + 1
	for _, m := range r.Names().Entities[s.Entity].Mentions {
		if m.Start >= from && m.End <= s.At.Start && inFull(m.Of(r.Text)) {
			return true
		}
	}
	return false
}

// known reports whether the voice has a name. A description that the article does not
// tie to anybody ("a spokesman", "France’s transport minister", "the mayor of Aldvik") may be
// anybody.
func (v voice) known() bool {
	return v.id >= 0 || capital(v.name[strings.LastIndexByte(v.name, ' ')+1:]) && headOf(v.name) == ""
}

// commonNoun reports whether the article calls the speaker by a description without a
// name in it: the director.
func (v voice) commonNoun() bool {
	return v.id < 0 && v.name != "" && !slices.ContainsFunc(strings.Fields(v.name), capital)
}

// same reports whether two voices are known to be one, or may be: a person and the
// body they speak for.
func (vs *voices) same(v, w voice) bool {
	if !v.known() || !w.known() {
		return false
	}
	if v.id >= 0 && w.id >= 0 {
		return v.id == w.id || vs.union.SameVoice(v.id, w.id)
	}
	return lastWord(v.name) == lastWord(w.name)
}

// conflict reports whether two articles give words to different speakers. A speaker
// carried over from another sentence, or meant by a pronoun, may be our mistake.
func (vs *voices) conflict(v, w voice) bool { return v.named && w.named && vs.clash(v, w) }

// clash reports whether two voices are known and cannot be one. A body may speak through
// anybody whom the articles do not tie to another country, and a name of one word that
// joins nobody may be a body's.
func (vs *voices) clash(v, w voice) bool {
	if !v.known() || !w.known() || vs.same(v, w) {
		return false
	}
	if v.id < 0 || w.id < 0 {
		return !v.oneWord() && !w.oneWord()
	}
	return !vs.union.MaySpeakFor(v.id, w.id)
}

// oneWord reports whether the article does not tie the voice's name, of one word, to anybody.
func (v voice) oneWord() bool { return v.id < 0 && !strings.Contains(v.name, " ") }

func lastWord(name string) string {
	words := strings.Fields(text.Fold(name))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}
