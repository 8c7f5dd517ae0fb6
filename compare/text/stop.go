package text

// Stop reports whether a folded word is a function word of the language.
func Stop(word, lang string) bool {
	return languageData(lang).stop[dropElision(word, lang)]
}

// opensSentence reports whether a capitalised function word stands at i: after an
// abbreviation that is the sign of a new sentence ("… to the U.S. The senator …").
func (l *language) opensSentence(s string, i int) bool {
	i = skipOpeners(s, i)
	start, end := nextWord(s, i)
	return start == i && l.stop[wordNorm(s[start:end])]
}
