package align

// similarityWeights were fitted by TestFitSimilarity (go test ./compare/align -run
// TestFitSimilarity -fit) to pairs of translations from the train part of MTRef, whole
// and cut to half, among direct quotes from the train parts of PolNeAR and the German
// Wikinews, and then spread so that a half is the best threshold there.
var similarityWeights = [similarities]float64{
	sOne:         -3.407,
	sGrams:       1.839,
	sGramsWithin: 2.004,
	sStems:       -0.280,
	sStemsWithin: -2.686,
	sKin:         2.761,
	sKinWithin:   2.543,
	sOrder:       2.224,
	sShared:      0.351,
	sLength:      -0.276,
	sNumbers:     -0.082,
}
