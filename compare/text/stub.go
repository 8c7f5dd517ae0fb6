package text

// Words returns the words of s in order.
func Words(s string) []Word { panic("not written yet") }

// Paragraphs returns the paragraphs of s: stretches parted by line breaks, space trimmed.
func Paragraphs(s string) []Span { panic("not written yet") }

// Sentences returns the sentences of s, space trimmed. A line break between
// paragraphs always ends one. lang is an ISO 639-1 code, or empty.
func Sentences(s, lang string) []Span { panic("not written yet") }

// Fold returns s in lower case and NFC with quotes, apostrophes and dashes made plain.
func Fold(s string) string { panic("not written yet") }

// Stem returns the stem of a folded word; languages without a stemmer keep the word.
func Stem(word, lang string) string { panic("not written yet") }

// Stop reports whether a folded word is a function word of the language.
func Stop(word, lang string) bool { panic("not written yet") }

// Rarity returns how rare a stem is in news, 0 for a word of every article to 1 for
// one hardly ever seen. Unseen words get a capped weight.
func Rarity(stem, lang string) float64 { panic("not written yet") }

// Language returns the ISO 639-1 code of the language of s, empty when unknown or s is too short.
func Language(s string) string { panic("not written yet") }

// Numbers returns the amounts in s; years and the numbers of dates are left out.
func Numbers(s, lang string) []Number { panic("not written yet") }

// Dates returns the days, months, years and weekdays named in s.
func Dates(s, lang string) []Date { panic("not written yet") }

// NewOffsets prepares the conversion for s.
func NewOffsets(s string) *Offsets { panic("not written yet") }

// CodePoint returns the number of code points before the byte offset.
func (o *Offsets) CodePoint(byteOffset int) int { panic("not written yet") }
