package names

import (
	"github.com/storydiff/storydiff/compare/article"
	"github.com/storydiff/storydiff/compare/text"
)

// Find returns the entities of an article.
func Find(a *article.Article) *Index { panic("not written yet") }

// At returns the entity with a mention that overlaps the span, or -1.
func (x *Index) At(span text.Span) int { panic("not written yet") }

// Resolve returns the entity that a name, a titled surname or a description ("Mr
// Putin", "the Russian president") stands for at a byte of the text, or -1 when the
// article does not make it plain.
func (x *Index) Resolve(words string, at int) int { panic("not written yet") }

// A Union joins the entities of several articles.
type Union struct{ names [][]int }

// Join finds which entities of the articles are one.
func Join(xs ...*Index) *Union { panic("not written yet") }

// ID returns the number of the joined entity that entity i of article x is.
func (u *Union) ID(x, i int) int { panic("not written yet") }

// Name returns the fullest name of a joined entity.
func (u *Union) Name(id int) string { panic("not written yet") }

// SameVoice reports whether two joined entities may be one voice: the same entity,
// or a person and the body they speak for.
func (u *Union) SameVoice(id1, id2 int) bool { panic("not written yet") }
