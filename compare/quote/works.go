package quote

import "strings"

// What tells titles of works, names and slogans from speech by the words beside them.

// longestTitle bounds the words of a name or a title.
const longestTitle = 8

// workAt names the sign that a stretch is the title of a work: the word for such works
// beside it, or who belongs to one behind it.
func (c *scene) workAt(l look) string {
	form := c.caseOf(l)
	if form != "title" && form != "capital" || len(l.words) == 0 || len(l.words) > longestTitle {
		return ""
	}
	switch i := l.u - 1; {
	case c.besideOf(i, l.s) == "title noun":
		return "title noun before"
	case i > l.s.from && c.units[i].isSign(",") && c.besideOf(i-1, l.s) == "title noun" && l.credit.verb < i-maxAside:
		return "title noun before"
	}
	if i := l.u + 1; i < l.s.to && c.units[i].is(isShow) && !c.units[i].upper {
		return "who belongs to a work behind"
	}
	if c.workBehind(l) {
		return "title noun behind"
	}
	return ""
}

// maxAside bounds the words of an apposition that says what a title is.
const maxAside = 6

// workBehind reports whether an apposition behind the stretch says that it is a work:
// “The Salt Road,” a film about Bergen.
func (c *scene) workBehind(l look) bool {
	i := l.u + 1
	comma := strings.HasSuffix(l.in, ",")
	if i < l.s.to && (c.units[i].isSign(",") || c.units[i].is(isBe)) {
		i++
		comma = true
	}
	if !comma || i >= l.s.to || !c.units[i].is(isArticle) {
		return false
	}
	for j := i + 1; j < min(l.s.to, i+maxAside) && c.units[j].kind == word && !c.units[j].is(isStop|isOf); j++ {
		if c.units[j].is(isTitleNoun) {
			return true
		}
	}
	return false
}

// nameAt names the sign that a stretch is a name, a slogan or a word spoken of: what
// calls it so before it, or the noun that it qualifies behind it.
func (c *scene) nameAt(l look) string {
	if n := len(l.words); n == 0 || n > longestTitle {
		return ""
	}
	i := l.u - 1
	if i > l.s.from && (c.units[i].is(isArticle) || c.units[i].norm == "as" || c.units[i].norm == "like") {
		i--
	}
	if i >= l.s.from && c.units[i].is(isTermWord) && !c.units[i].is(isVerb) && !c.units[i].upper {
		return "a word for names before"
	}
	if i := l.u + 1; i < l.s.to && c.units[i].is(isNamed) && !c.units[i].upper && ending(l.in) == "open" && c.besideOf(l.u-1, l.s) != "cue" {
		return "a word for what has names behind"
	}
	return ""
}
