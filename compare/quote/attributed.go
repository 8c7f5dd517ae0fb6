package quote

import "strings"

// What tells, in English, whether the words behind a stretch say who spoke it.

// attributable reports whether the words at unit i, behind the stretch at unit q, may say who
// spoke it. Those that join a clause of their own do not, nor do those that a fragment runs on
// into: called it “a local matter” until Ms Lee said.
func (c *scene) attributable(s sentence, q, i int) bool {
	if !c.lex.english {
		return true
	}
	u := c.units[i]
	joins := u.is(isStop|isSubordinate|isRelative|isThat) && !u.is(isPronoun|isAuxiliary|isAs|isArticle&^isThat|isVerb)
	if u.kind == word && !u.upper && joins && !c.saysSource(i) {
		return false
	}
	return i > q+1 || !c.inClause(s, q) || strings.ContainsRune(",!?", lastRune(c.stretches[c.units[q].quote].Of(c.s)))
}

// saysSource reports whether a phrase that names the source opens at unit i.
func (c *scene) saysSource(i int) bool { return c.sourceWords(c.units[i:]) > 0 }

// inClause reports whether the stretch at unit q is part of the reporter's clause: a word stands
// right before it.
func (c *scene) inClause(s sentence, q int) bool { return q > s.from && c.units[q-1].kind == word }

// apartFrom finds who spoke a fragment in the clause that a word such as while opens the sentence
// with, when another clause follows: While X called it “a gift,” Y said nothing.
func (c *scene) apartFrom(s sentence, q int, behind credit) credit {
	if !c.lex.english || !behind.named() || !c.units[s.from].is(isSubordinate) || !c.inClause(s, q) {
		return noCredit
	}
	if behind.verb >= 0 && behind.verb+1 < s.to && c.units[behind.verb+1].kind == sign {
		return noCredit // While it was “no gift,” Y said, nobody would starve
	}
	if cr := c.before(s, q); cr.named() && cr.verb >= 0 {
		return cr
	}
	return noCredit
}

// came finds X in "“…,” came the reply from X" and "“…,” was X’s answer", whose verb is at unit i.
func (c *scene) came(s sentence, i int) credit {
	if !c.lex.english || i+2 >= s.to || c.units[i].norm != "came" && !c.units[i].is(isBe) {
		return noCredit
	}
	for n := i + 1; n < min(s.to, i+maxSubject) && c.units[n].kind == word; n++ {
		u := c.units[n]
		switch {
		case !u.is(isUtterance) && !c.lex.word(strings.TrimSuffix(u.norm, "s")).calls():
			continue
		case n+1 < s.to && c.units[n+1].is(isOf):
			if from, to := c.phraseAfter(n+2, s.to); from < to && !c.speechless(from, to) {
				return credit{"words of X", -1, from, to, 0.8}
			}
		case isPossessive(c.units[n-1].Of(c.s)) && n-1 > i:
			return credit{"X’s words", -1, c.entityStart(i+1, n-1), n, 0.8}
		}
		return noCredit
	}
	return noCredit
}

// calls reports whether a word is a cue verb, as the nouns for shouts are.
func (e *entry) calls() bool { return e.class&isVerb != 0 && e.stance == Emotive }

// asked reports whether the verb at unit v, whose object could follow it, follows a question
// instead: “How deep is it?” asked the boy.
func (c *scene) asked(v int) bool {
	return c.lex.english && c.units[v-1].kind == marked && strings.HasSuffix(c.stretches[c.units[v-1].quote].Of(c.s), "?")
}

// compounded reports whether a word is a participle or has a hyphen, as no verb of the past
// does: then-Secretary Ann Lee.
func (c *scene) compounded(u unit) bool {
	return c.lex.english && (strings.Contains(u.norm, "-") || c.endsIn(u.norm, c.lex.participles))
}
