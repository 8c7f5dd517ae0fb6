package ledger

// counterpartChance is the chance from which two groups are taken for one utterance, and
// unknownChance the same where one speaker is not known to have said both.
const (
	counterpartChance = 0.38
	unknownChance     = 0.5
)

// The weights of what speaks for a counterpart, fitted by TestFitCounterparts
// (go test ./compare/ledger -run FitCounterparts -fit -v) to the events of testdata/exam and
// the articles of testdata/different-events.tsv. The bias comes last.
var (
	evidenceWeights = [...]float64{6.00, -1.40, 0.34, 2.61, 2.74, 0.09, 0.45, -0.64, -2.34, 1.19, 2.18, 7.96, -12.64}
	leadWeights     = [...]float64{0.44, 0.36, 0.51, -3.36}
)
