package ledger

// counterpartChance is the chance from which two groups are taken for one utterance, farChance
// the same for articles that have little in common, and unknownChance where one speaker is
// not known to have said both. In cross-validation seven of eight pairs from there on were
// right: a wording missed is better than a row of two utterances.
const (
	counterpartChance = 0.72
	farChance         = 0.74
	unknownChance     = 0.80
)

// The weights of what speaks for a counterpart, fitted by TestFitCounterparts
// (go test ./compare/ledger -run FitCounterparts -fit -v) to the events of testdata/exam, the
// pairs of testdata/counterparts.tsv and the articles of testdata/different-events.tsv. The
// bias comes last.
var (
	evidenceWeights = [...]float64{2.53, 0.16, 4.45, 2.47, 2.24, 0.88, -2.45, 0.87, 2.44, 2.17, -12.98}
	leadWeights     = [...]float64{0.78, 0.31, 0.59, -3.28}
)
