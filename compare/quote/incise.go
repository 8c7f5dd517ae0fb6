package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/text"
)

// spoken adds the speech that dashes mark: paragraphs opened by a dash (– Nie wiem –
// powiedział X.) and attributions put between dashes inside marks («…, — сказал X. — …»),
// where one stretch becomes two.
func (l *lexicon) spoken(s string, paragraphs []text.Span, marks []stretch) []stretch {
	if !l.dashes {
		return marks
	}
	var out []stretch
	next := 0
	for _, p := range paragraphs {
		if next < len(marks) && marks[next].outer.Start < p.End {
			for next < len(marks) && marks[next].outer.Start < p.End {
				out = append(out, l.splitIncise(s, marks[next])...)
				next++
			}
			continue
		}
		if r, n := utf8.DecodeRuneInString(p.Of(s)); isDash(r) && p.Start+n < p.End {
			body := text.Trim(s, text.Span{Start: p.Start + n, End: p.End})
			if parts := l.splitIncise(s, stretch{Span: body, outer: body}); parts[0].Span != body {
				out = append(out, parts...)
			}
		}
	}
	return append(out, marks[next:]...)
}

func isDash(r rune) bool { return r == '–' || r == '—' || r == '―' || r == '-' }

// splitIncise parts a stretch at an attribution between dashes. Without one it stays whole.
func (l *lexicon) splitIncise(s string, st stretch) []stretch {
	var parts []stretch
	rest, outer := st.Span, st.outer
	for at := rest.Start; ; {
		from, to := nextDash(s, at, rest.End)
		if from < 0 {
			break
		}
		at = to
		if !l.cueFollows(s[to:rest.End]) {
			continue
		}
		end, resume := nextDash(s, to, rest.End)
		spoken := text.Trim(s, text.Span{Start: rest.Start, End: from})
		spoken.End = rest.Start + len(strings.TrimRight(s[rest.Start:spoken.End], ","))
		parts = append(parts, stretch{spoken, text.Span{Start: outer.Start, End: spoken.End}, st.flags, true})
		if end < 0 {
			return parts
		}
		rest.Start, outer.Start, at = resume, resume, resume
	}
	if rest.Len() > 0 {
		parts = append(parts, stretch{rest, outer, st.flags, len(parts) > 0})
	}
	return parts
}

// nextDash returns the next dash between spaces with the spaces around it, -1 when
// there is none.
func nextDash(s string, from, end int) (start, stop int) {
	for i := from; i < end; {
		r, n := utf8.DecodeRuneInString(s[i:end])
		if isDash(r) && i > from && i+n < end && s[i-1] == ' ' && s[i+n] == ' ' {
			return i - 1, i + n + 1
		}
		i += n
	}
	return -1, -1
}

// cueFollows reports whether s begins with a cue verb, auxiliaries passed over.
func (l *lexicon) cueFollows(s string) bool {
	for range 4 {
		word, rest, _ := strings.Cut(s, " ")
		s = rest
		r, _ := utf8.DecodeRuneInString(word)
		e := l.word(text.Fold(strings.TrimFunc(word, unicode.IsPunct)))
		switch {
		case unicode.IsUpper(r):
			return false
		case e.class&isVerb != 0:
			return true
		case e.class&isAuxiliary == 0:
			return false
		}
	}
	return false
}
