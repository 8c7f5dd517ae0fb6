package align

// Words links the words of two texts that mean the same: equal, same stem, spelled
// alike, numbers written out, and neighbours of linked words.
func Words(a, b []string, lang string) []Link { panic("not written yet") }

// Diff returns the literal word diff of two texts. The edits' spans rebuild both.
func Diff(a, b string) []Edit { panic("not written yet") }

// Edits returns an edit script that links words of one meaning and tells moved words
// from dropped and added ones. The edits' spans rebuild both texts.
func Edits(a, b, lang string) []Edit { panic("not written yet") }

// Similarity returns how likely two utterances or sentences are wordings of one, 0 to 1.
func Similarity(a, b, lang string) float64 { panic("not written yet") }

// A Match is a pair of texts that say the same thing, by index.
type Match struct {
	A, B  int
	Score float64 // 0 to 1
}

// Sentences aligns the sentences of two articles, many to many, in no fixed order.
func Sentences(a, b []string, lang string) []Match { panic("not written yet") }
