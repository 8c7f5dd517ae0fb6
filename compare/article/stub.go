package article

import "github.com/storydiff/storydiff/compare/text"

// New makes an article: debris is told from text, and what it reveals of outlet,
// authors and date fills the fields that are empty. An as-is source is not cleaned.
func New(s Source) *Article { panic("not written yet") }

// Language returns the ISO 639-1 code of the article's language, empty when unknown.
func (a *Article) Language() string { panic("not written yet") }

// Sentences returns the sentences of Text, the headline first.
func (a *Article) Sentences() []Sentence { panic("not written yet") }

// Paragraphs returns the paragraphs of Text; the headline, when there is one, is the first.
func (a *Article) Paragraphs() []text.Span { panic("not written yet") }
