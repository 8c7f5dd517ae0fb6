package quote

import (
	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/names"
)

// Find returns the quotes of an article in order of their start.
func Find(a *article.Article, n *names.Index) []Quote { panic("not written yet") }

// StanceOf returns the stance of a cue verb in any of its forms; Neutral when unknown.
func StanceOf(verb, lang string) Stance { panic("not written yet") }
