package ledger

// counterpartChance is the chance from which two groups are taken for one utterance, farChance
// the same for articles that have little in common, loneChance where nothing that stands next
// to the two is in one row, and unknownChance where one speaker is not known to have said both.
// In cross-validation seven of eight pairs from the first on were right; of real articles, most
// of the wrong ones below loneChance stood alone. A wording missed is better than a row of two
// utterances.
const (
	counterpartChance = 0.74
	farChance         = 0.76
	loneChance        = 0.78
	unknownChance     = 0.82
)

// The weights of what speaks for a counterpart, fitted by TestFitCounterparts
// (go test ./compare/ledger -run FitCounterparts -fit -v) to the events of testdata/exam, the
// pairs of testdata/counterparts.tsv and the articles of testdata/different-events.tsv. The
// bias comes last.
var (
	evidenceWeights = [...]float64{2.46, 0.43, 4.23, 2.33, 1.92, 0.76, -2.16, 1.06, 2.51, 2.11, -12.58}
	leadWeights     = [...]float64{0.77, 0.29, 0.71, -3.61}
)
