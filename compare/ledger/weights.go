package ledger

// counterpartChance is the chance from which two groups are taken for one utterance, and
// unknownChance the same where one speaker is not known to have said both.
const (
	counterpartChance = 0.45
	unknownChance     = 0.6
)

// The weights of what speaks for a counterpart, fitted by TestFitCounterparts
// (go test ./compare/ledger -run FitCounterparts -fit -v) to the events of testdata/exam and
// the articles of testdata/different-events.tsv. The bias comes last.
var (
	evidenceWeights = [...]float64{6.79, -2.65, 0.22, 2.60, 2.21, 1.85, -1.55, 0.18, 2.13, 9.78, -12.69}
	leadWeights     = [...]float64{0.43, 0.54, 0.11, -2.14}
)
