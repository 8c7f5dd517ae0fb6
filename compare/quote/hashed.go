package quote

import (
	_ "embed"
	"math"
)

// A hashed model is a logistic regression whose features are known by their hash
// alone (Weinberger et al. 2009, "Feature hashing for large scale multitask
// learning"). It is an open-addressing table of slots: two bytes that tell the
// feature, low byte first, and its weight, 0 in an empty slot. Weights are whole
// sixteenths of a logit, so that every machine gets the same sums.
type hashed []byte

const (
	slotBits    = 18
	slotSize    = 3
	weightScale = 16 // a weight of 16 is one logit
)

//go:embed model/start.bin
var startWeights []byte

//go:embed model/end.bin
var endWeights []byte

// A feature is the hash of a feature's name and value.
type feature uint32

// score returns the sum of the weights: the log odds in sixteenths.
func (m hashed) score(fs []feature) (sum int) {
	for _, f := range fs {
		sum += m.weight(f)
	}
	return sum
}

// weight returns the weight of a feature, 0 when the model has none.
func (m hashed) weight(f feature) int {
	for i := f >> (32 - slotBits); ; i = (i + 1) & (1<<slotBits - 1) {
		slot := m[i*slotSize : i*slotSize+slotSize]
		if slot[2] == 0 {
			return 0
		}
		if slot[0] == byte(f) && slot[1] == byte(f>>8) {
			return int(int8(slot[2]))
		}
	}
}

// probability turns a score into a probability, to 4 decimals.
func probability(score int) float64 {
	return math.Round(1e4/(1+math.Exp(-float64(score)/weightScale))) / 1e4
}

// hash folds a string into 32 bits (FNV-1a).
func hash(s string) feature {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return feature(h)
}

// mix joins the hash of a place, a property or another feature with a value.
func mix(a, b feature) feature {
	h := (uint32(a)^0x9e3779b9)*0x85ebca6b + uint32(b)
	h ^= h >> 15
	h *= 0xc2b2ae35
	h ^= h >> 13
	return feature(h * 0x9e3779b1)
}

// logistic returns the logarithm of a score's probability in thousandths.
func logistic(score int) int {
	return int(math.Round(-1000 * math.Log1p(math.Exp(-float64(score)/weightScale))))
}
