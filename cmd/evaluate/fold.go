package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/storydiff/storydiff/compare/text"
)

// A folded text finds words whatever the marks and spaces between them look like.
type folded struct {
	text string
	at   []int // byte in the original of each byte of text, and its length
}

// foldMarks makes all quotation marks and apostrophes alike, and space of any length one blank.
func foldMarks(s string) folded {
	var f folded
	var b strings.Builder
	blank := false
	for i, r := range s {
		switch {
		case unicode.IsSpace(r):
			if blank {
				continue
			}
			r = ' '
		case strings.ContainsRune("“”„«»‘’‚‹›\"'`", r):
			r = '\''
		}
		blank = r == ' '
		n := utf8.RuneLen(r)
		b.WriteRune(r)
		for range n {
			f.at = append(f.at, i)
		}
	}
	f.text, f.at = b.String(), append(f.at, len(s))
	return f
}

// find returns every place of some words in the original text.
func (f folded) find(words string) []text.Span {
	want := strings.TrimSpace(foldMarks(words).text)
	var places []text.Span
	for from := 0; want != ""; {
		i := strings.Index(f.text[from:], want)
		if i < 0 {
			break
		}
		start, end := from+i, from+i+len(want)
		places = append(places, text.Span{Start: f.at[start], End: f.at[end]})
		from = end
	}
	return places
}
