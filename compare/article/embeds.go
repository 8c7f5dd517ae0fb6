package article

import (
	"slices"
	"strings"
	"unicode"
)

// A post that a page embeds ends in its signature, "— Ida Holm (@idabakes) March 2,
// 2021", and may hold the address of its picture. The words are evidence and stay; the
// rest would read as names, dates and words of the article.
const (
	embedSignature = "signature of a post"
	postPicture    = "pic.twitter.com/"
	skipPost       = "Skip Twitter post by @"
)

// cutEmbeds takes signatures and picture addresses of posts out of the line. Where what
// stays would look like a link to another page, the line is left alone.
func (l *line) cutEmbeds() {
	if !strings.Contains(l.text, "(@") && !strings.Contains(l.text, ".twitter.") && !strings.HasPrefix(l.text, skipPost) {
		return
	}
	before, cuts := l.text, slices.Clone(l.cuts)
	for range maxLists {
		from, to := furnitureOfPost(l.text)
		if from == to || to-from == len(l.text) {
			break
		}
		l.cutOut(from, to, embedSignature)
	}
	if teaser(l.text) || headlineInCapitals(l.text) > 0 {
		l.text, l.cuts = before, cuts
	}
}

// cutOut takes the stretch [from,to) out of the line, with the spaces around it but one.
func (l *line) cutOut(from, to int, reason string) {
	stretch := l.text[from:to]
	left := strings.TrimRightFunc(l.text[:from], unicode.IsSpace)
	right := strings.TrimLeftFunc(l.text[to:], unicode.IsSpace)
	rightAt := len(l.text) - len(right)
	if left != "" && right != "" {
		left += " "
	}
	at := len(strings.TrimRight(left, " "))
	place := len(l.cuts)
	for i := range l.cuts {
		switch c := &l.cuts[i]; {
		case c.at >= rightAt:
			c.at -= rightAt - len(left)
		case c.at > at:
			c.at = at
		}
		if l.cuts[i].at > at {
			place = min(place, i)
		}
	}
	l.cuts = slices.Insert(l.cuts, place, cut{stretch, reason, at})
	l.text = left + right
}

// furnitureOfPost returns the first stretch of s that only says whose post it is; both
// ends are the same when there is none.
func furnitureOfPost(s string) (from, to int) {
	if strings.HasPrefix(s, skipPost) {
		return 0, wordEnd(s, len(skipPost))
	}
	if from, to = signatureIn(s); from < to {
		return from, to
	}
	if at := strings.Index(s, postPicture); at >= 0 {
		return at, wordEnd(s, at)
	}
	return 0, 0
}

func wordEnd(s string, at int) int {
	if i := strings.IndexFunc(s[at:], unicode.IsSpace); i >= 0 {
		return at + i
	}
	return len(s)
}

// maxSigner bounds the name in a signature, in bytes.
const maxSigner = 80

// signatureIn finds a signature with the picture's address before it.
func signatureIn(s string) (from, to int) {
	for at := 0; ; {
		i := strings.Index(s[at:], "(@")
		if i < 0 {
			return 0, 0
		}
		i += at
		at = i + len("(@")
		end := postDate(s, handleEnd(s, at))
		if end < 0 {
			continue
		}
		if dash := signerDash(s, i); dash >= 0 {
			return pictureBefore(s, dash), end
		}
	}
}

// handleEnd returns the byte behind the bracket that closes the handle at byte at, or -1.
func handleEnd(s string, at int) int {
	n := strings.IndexByte(s[at:min(len(s), at+32)], ')')
	if n <= 0 || strings.ContainsAny(s[at:at+n], " \t,;") {
		return -1
	}
	return at + n + 1
}

// postDate returns the end of " March 2, 2021" at byte at, or -1. A button to report the
// post may be glued to it at the end of the line.
func postDate(s string, at int) int {
	if at < 0 || at >= len(s) || s[at] != ' ' {
		return -1
	}
	month, rest, _ := strings.Cut(s[at+1:], " ")
	day, rest, ok := strings.Cut(rest, ", ")
	if !ok || len(month) < 3 || len(month) > 9 || !capitalised(month) || len(day) > 2 || !digits(day) || len(rest) < 4 || !digits(rest[:4]) {
		return -1
	}
	end := len(s) - len(rest) + 4
	if s[end:] == " Report" {
		return len(s)
	}
	return end
}

// signerDash returns the byte of the dash before the signer's name that ends at byte i, or -1.
func signerDash(s string, i int) int {
	from := max(0, i-maxSigner)
	for _, dash := range []string{"—", "–"} {
		at := strings.LastIndex(s[from:i], dash)
		if at >= 0 && strings.TrimSpace(s[from+at+len(dash):i]) != "" && !quoteMarks(s[from+at:i]) {
			return from + at
		}
	}
	return -1
}

// pictureBefore returns where the picture's address that ends before byte at begins, or at.
func pictureBefore(s string, at int) int {
	head := strings.TrimRight(s[:at], " ")
	i := strings.LastIndex(head, postPicture)
	if i < 0 || wordEnd(head, i) < len(head) {
		return at
	}
	return i
}

// postFurniture reports whether a line is nothing but the signature of a post.
func postFurniture(_ *page, s string) bool {
	if !hasAnyPrefix(s, "—", "–", postPicture, skipPost) {
		return false
	}
	from, to := furnitureOfPost(s)
	return from == 0 && to == len(s)
}
