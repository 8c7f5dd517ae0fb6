package names

import "strings"

// A job is a role the article ties to a person, taken apart: "former Russian president".
type job struct {
	text   string // as written, lower-cased
	class  string // what joins it to other words for it: president
	status string // former, deputy …; empty when plain
	nation string
	owner  string // key of the body it belongs to: "foreign ministry"
	gender sense
}

// jobsBefore reads the role in front of the name at token i: "Russian President",
// "Kremlin spokesman", "the president,".
func (r *reader) jobsBefore(i int) []job {
	if i == 0 || r.toks[i].sentence != r.toks[i-1].sentence {
		return nil
	}
	switch r.toks[i].gap {
	case space, point:
	case comma:
		return r.apposed(i)
	default:
		return nil
	}
	if jobs := r.jobEnding(i); len(jobs) > 0 {
		return jobs
	}
	return r.jobEnding(r.nationStart(i)) // "le président russe Pierre Durand"
}

// nationStart returns where the country or nationality that ends before token i begins.
func (r *reader) nationStart(i int) int {
	for n := min(3, i-1); n > 0; n-- {
		if e, m := r.phrase(i-n, i); m == n && e.is(nation|demonym) && r.joined(i-n) {
			return i - n
		}
	}
	return 0
}

// apposed reads the role of "The Kremlin spokesman, Dmitry Peskov, said".
func (r *reader) apposed(i int) []job {
	jobs := r.jobEnding(i)
	if len(jobs) == 0 {
		return nil
	}
	j := i + 1
	for j < len(r.toks) && r.toks[j].capital() && r.toks[j].gap == space {
		j++
	}
	if jobs[0].nation == "" && !strings.Contains(jobs[0].text, " ") {
		if j > i+1 && j < len(r.toks) && r.toks[j].gap == comma && r.toks[j].is(speech) && r.lex.lang == "en" {
			return jobs // whose manager, Ida Holm, said
		}
		return nil
	}
	if j < len(r.toks) && (r.toks[j].gap == comma || r.toks[j].is(speech)) {
		return jobs
	}
	return nil
}

// jobEnding returns the role whose last word is the token before i.
func (r *reader) jobEnding(i int) []job {
	for n := min(4, i); n > 0; n-- {
		k := i - n
		e, m := r.phrase(k, i)
		if m != n || !e.is(role) {
			continue
		}
		return []job{r.jobAt(k, i, e)}
	}
	if i > 0 && r.roleLike(i-1) {
		return []job{r.jobAt(i-1, i, r.classByTail(i-1))}
	}
	return nil
}

// jobAt completes the role at [k,i) by the words before it.
func (r *reader) jobAt(k, i int, e *entry) job {
	jb := job{class: e.class, gender: e.gender, nation: e.nation}
	start := k
	for start > 0 && r.joined(start) && r.toks[start-1].is(modifier) {
		start--
		jb.status += statusOf(r.toks[start].norm)
	}
	start = r.owner(start, &jb)
	for start > 0 && r.joined(start) && r.toks[start-1].is(modifier) && statusOf(r.toks[start-1].norm) != "" {
		start--
		jb.status += statusOf(r.toks[start].norm)
	}
	if r.nationBehind(i) {
		if jb.nation == "" {
			jb.nation = r.toks[i].entry.nation
		}
		i++
	}
	jb.text = strings.ToLower(r.span(start, i).Of(r.text))
	return jb
}

// nationBehind reports whether token i is the nationality of the role before it: "el
// presidente ruso".
func (r *reader) nationBehind(i int) bool {
	if i == 0 || i >= len(r.toks) || !r.joined(i) {
		return false
	}
	return r.toks[i].shape == lower && r.toks[i].is(demonym) || r.lex.slavic && r.toks[i].is(nation)
}

// owner steps back over the country or body that a role belongs to.
func (r *reader) owner(start int, jb *job) int {
	for n := min(4, start); n > 0; n-- {
		e, m := r.phrase(start-n, start)
		if m != n || !r.joined(start) || !e.is(nation|demonym|capital|org|place) || r.toks[start-n].is(opener) && r.toks[start-n].shape != upper {
			continue
		}
		if jb.nation == "" {
			jb.nation = e.nation
		}
		if e.is(org) {
			jb.owner = r.key(start-n, start)
		}
		return start - n
	}
	return r.bodyOwner(start, jb)
}

// bodyOwner steps back over a body that is named by its head: "Foreign Ministry spokesman".
func (r *reader) bodyOwner(start int, jb *job) int {
	if !r.joined(start) || !r.toks[start-1].is(body|voiceBody) && !r.bodyLike(start-1) {
		return start
	}
	k := start - 1
	for k > 0 && r.joined(k) && (r.toks[k-1].capital() && !r.toks[k-1].is(opener) || r.toks[k-1].is(modifier|demonym)) && start-k < 6 {
		k--
	}
	jb.owner = r.key(k, start)
	if e, _ := r.phrase(k, start); e.is(nation|demonym) && jb.nation == "" {
		jb.nation = e.nation
	}
	if jb.nation == "" {
		jb.nation = r.ownerNation(k)
	}
	return k
}

// key returns the body key of tokens i to j.
func (r *reader) key(i, j int) string {
	var parts []string
	for k := i; k < j; k++ {
		parts = append(parts, r.toks[k].norm)
	}
	return bodyKey(parts, r.toks[i].is(demonym) && j-i > 1)
}

func (r *reader) joined(k int) bool {
	return k > 0 && k < len(r.toks) && (r.toks[k].gap == space || r.toks[k].gap == hyphen) && r.toks[k].sentence == r.toks[k-1].sentence
}

// jobsAfter reads the role behind the name that ends at token j: ", chief executive of
// Russian oil giant Rosneft,".
func (r *reader) jobsAfter(j int) []job {
	if j >= len(r.toks) || r.toks[j].gap != comma && r.toks[j].gap != bracket || r.toks[j].sentence != r.toks[j-1].sentence {
		return nil
	}
	k := j
	var nationCode string
	opened := false
	for k < len(r.toks) && k < j+7 && r.toks[k].sentence == r.toks[j].sentence {
		if k > j && r.toks[k].gap != space && r.toks[k].gap != hyphen && (r.toks[j].shape != figure || k != j+1) {
			return nil
		}
		e, n := r.phrase(k, len(r.toks))
		switch {
		case n > 0 && e.is(role):
			if r.titleOf(k+n) || !opened && !r.closed(k+n) || r.isSubject(k+n) || e.class == kin && r.introduces(k+n) {
				return nil
			}
			jb := r.jobAt(k, k+n, e)
			if jb.nation == "" {
				jb.nation = nationCode
			}
			r.ofOwner(k+n, &jb)
			return []job{jb}
		case r.roleLike(k):
			return []job{r.jobAt(k, k+1, r.classByTail(k))}
		case n > 0 && e.is(nation|demonym|capital|org|place):
			nationCode = e.nation
			k += n
		case r.toks[k].is(determiner):
			opened = true
			k++
		case r.toks[k].is(modifier) || r.toks[k].shape == figure || r.toks[k].capital():
			k++
		case opened && !r.toks[k].is(speech|opener|particle|linker):
			k++
		default:
			return nil
		}
	}
	return nil
}

// ofOwner reads the country or body in "president of Ghana", "spokesman for the Interior
// Ministry".
func (r *reader) ofOwner(k int, jb *job) {
	if jb.nation == "" {
		jb.nation = r.ofNation(k)
	}
	if jb.owner != "" || k >= len(r.toks) || !r.toks[k].is(linker) || r.toks[k].gap != space {
		return
	}
	for k++; k < len(r.toks) && r.toks[k].is(determiner) && r.joined(k); k++ {
	}
	end := k
	for end < len(r.toks) && end < k+6 && r.joined(end) && (r.toks[end].capital() || r.toks[end].is(voiceBody|linker)) {
		end++
	}
	for end > k && !r.toks[end-1].capital() && !r.toks[end-1].is(voiceBody) {
		end--
	}
	if end > k {
		jb.owner = r.key(k, end)
	}
}

// kin is the class of the roles that relations have.
const kin = "kin"

// introduces reports whether the relation that ends before token k is that of the name
// there: "Peter Holm, his wife, Ida, and a friend".
func (r *reader) introduces(k int) bool {
	return k < len(r.toks) && r.toks[k].capital() && (r.toks[k].gap == space || r.toks[k].gap == comma) &&
		r.toks[k].sentence == r.toks[k-1].sentence
}

// isSubject reports whether the role that ends before token k speaks itself: "In an
// interview with Harbour Radio, the director said". An apposition would end in a comma.
func (r *reader) isSubject(k int) bool {
	return k < len(r.toks) && r.joined(k) && r.toks[k].is(speech)
}

// closed reports whether the role that ends before token k goes on in no way that would
// make it somebody else's: "Ann Doe, rapper 50 Cent".
func (r *reader) closed(k int) bool {
	return k >= len(r.toks) || r.toks[k].gap != space || r.toks[k].sentence != r.toks[k-1].sentence ||
		r.toks[k].is(linker|opener|particle|determiner|speech)
}

// titleOf reports whether a name follows at token k, so that the role before it is that
// name's title.
func (r *reader) titleOf(k int) bool {
	return k < len(r.toks) && r.toks[k].capital() && (r.toks[k].gap == space || r.toks[k].gap == point && r.abbreviates(k-1)) &&
		r.toks[k].sentence == r.toks[k-1].sentence
}

// ofNation reads the country in "president of Russia".
func (r *reader) ofNation(k int) string {
	if k+1 >= len(r.toks) || !r.toks[k].is(particle|linker) || r.toks[k].gap != space {
		return ""
	}
	k++
	if r.toks[k].is(determiner) && k+1 < len(r.toks) {
		k++
	}
	if e, n := r.phrase(k, len(r.toks)); n > 0 && r.toks[k].capital() && e.is(nation|demonym|capital|org|place) {
		return e.nation
	}
	return ""
}

// classByTail finds the class of a compound by the role it ends in: Außenminister.
func (r *reader) classByTail(k int) *entry {
	norm := r.toks[k].norm
	for at := runeAfter(norm, 0); at < len(norm)-3; at = runeAfter(norm, at) {
		if n := r.lex.root[norm[at:]]; n != nil && n.entry.is(role) {
			return n.entry
		}
	}
	return &entry{sense: role, class: "person"}
}

// statusOf keeps the modifiers that tell two holders of one office apart.
func statusOf(norm string) string {
	switch norm {
	case "former", "ex", "then", "late", "ousted", "exiled", "jailed", "retired", "fallen", "outgoing",
		"ehemalige", "ehemaliger", "ehemaligen", "frühere", "früherer", "früheren", "ancien", "ancienne", "exprésident",
		"antiguo", "exministro", "voormalig", "voormalige", "były", "była", "бывший", "бывшая", "бывшего", "колишній", "колишня", "antigo", "antiga":
		return "former "
	case "deputy", "vice", "assistant", "junior", "shadow", "stellvertretende", "stellvertretender", "vize", "заместитель", "заступник":
		return "deputy "
	case "acting", "interim":
		return ""
	case "incoming":
		return "next "
	}
	return ""
}
