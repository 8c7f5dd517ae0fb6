package ledger

// counterpartChance is the chance from which two groups are taken for one utterance, farChance
// the same for articles that have little in common, and unknownChance where one speaker is
// not known to have said both. In cross-validation five of six pairs from there on were
// right: a wording missed is better than a row of two utterances.
var (
	counterpartChance = 0.72
	farChance         = 0.78
	unknownChance     = 0.85
)

// The weights of what speaks for a counterpart, fitted by TestFitCounterparts
// (go test ./compare/ledger -run FitCounterparts -fit -v) to the events of testdata/exam, the
// pairs of testdata/counterparts.tsv and the articles of testdata/different-events.tsv. The
// bias comes last.
var (
	evidenceWeights = [...]float64{3.24, -0.43, 3.29, 2.15, 2.15, 0.65, -2.74, 0.58, 2.15, 2.71, -13.42}
	leadWeights     = [...]float64{0.71, 0.35, 0.52, -3.08}
)
