package article

import "github.com/storydiff/storydiff/compare/text"

// Language returns the ISO 639-1 code of the article's language, empty when unknown.
func (a *Article) Language() string {
	a.languageOnce.Do(func() {
		if a.language == "" {
			a.language = text.Language(a.Text)
		}
	})
	return a.language
}

// Paragraphs returns the paragraphs of Text; the headline, when there is one, is the first.
func (a *Article) Paragraphs() []text.Span {
	a.split()
	return a.paragraphs
}

// Sentences returns the sentences of Text, the headline first.
func (a *Article) Sentences() []Sentence {
	a.split()
	return a.sentences
}

// split finds paragraphs and sentences together, since a sentence never crosses
// the end of its paragraph.
func (a *Article) split() {
	a.splitOnce.Do(func() {
		number := 1
		if a.hasHeadline() {
			headline := text.Span{Start: 0, End: len(a.Title)}
			a.paragraphs = append(a.paragraphs, headline)
			a.sentences = append(a.sentences, Sentence{Span: headline})
		}
		for _, p := range text.Paragraphs(a.Text[a.BodyStart:]) {
			p = p.Shift(a.BodyStart)
			a.paragraphs = append(a.paragraphs, p)
			for _, s := range text.Sentences(p.Of(a.Text), a.Language()) {
				a.sentences = append(a.sentences, Sentence{s.Shift(p.Start), number})
			}
			number++
		}
	})
}

// hasHeadline reports whether Text opens with the headline; the text of an as-is
// article need not.
func (a *Article) hasHeadline() bool { return a.BodyStart > 0 && a.Title != "" }
