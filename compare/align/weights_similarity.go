package align

// similarityWeights were fitted by TestFitSimilarity (go test ./compare/align -run
// TestFitSimilarity -fit) to pairs of translations from the train part of MTRef, whole
// and cut to half, among direct quotes from the train parts of PolNeAR and the German
// Wikinews and sentences of one article, and then spread so that a half is the best
// threshold among strangers.
var similarityWeights = [similarities]float64{
	sOne:         -1.613,
	sGrams:       1.784,
	sGramsWithin: 1.862,
	sStems:       -1.294,
	sStemsWithin: -2.651,
	sKin:         0.969,
	sKinWithin:   1.194,
	sOrder:       2.365,
	sShared:      1.867,
	sLength:      -0.711,
	sNumbers:     -0.062,
	sApart:       -1.464,
}
