package quote

import (
	_ "embed"
	"math"
	"math/bits"
)

// A tagger is a linear-chain conditional random field (Lafferty et al. 2001) that tags
// each unit as outside reported speech, beginning it or inside it. Features are known by
// their hash alone (Weinberger et al. 2009, "Feature hashing for large scale multitask
// learning"): first come the weights of the transitions, then an open-addressing table
// of slots: two bytes that tell the feature, low byte first, and its weights for
// beginning and inside. Both are 0 in an empty slot; outside weighs nothing. Weights are
// whole sixteenths of a logit, so that every machine gets the same sums.
type tagger []byte

// The tags of units.
const (
	outside = iota
	begins
	inside
	tags
)

const (
	slotSize    = 4
	tableStart  = tags * tags
	weightScale = 16 // a weight of 16 is one logit
)

//go:embed model/cues.bin
var cueWeights []byte

//go:embed model/segments.bin
var segmentWeights []byte

//go:embed model/cues-de.bin
var germanCueWeights []byte

//go:embed model/segments-de.bin
var germanSegmentWeights []byte

// A segmenter tells where reported speech stands in the texts of one language.
type segmenter struct {
	cues, segments tagger
	eagerness      int // added to the score of beginning
}

// segmenters were fitted on the train parts of PolNeAR and of the German set, by
// TestTrainSegments. PolNeAR’s readers mark speech that others pass over, so the tagger by
// itself finds too little.
var segmenters = map[string]*segmenter{
	"en": {cueWeights, segmentWeights, 16},
	"de": {germanCueWeights, germanSegmentWeights, 16},
}

// A feature is the hash of a feature's name and value.
type feature uint32

// scores returns the sums of the weights of the features for each tag.
func (m tagger) scores(fs []feature) (sums [tags]int) {
	slotBits := bits.Len(uint(len(m)-tableStart)/slotSize) - 1
	for _, f := range fs {
		b, i := m.weights(f, slotBits)
		sums[begins] += b
		sums[inside] += i
	}
	return sums
}

// weights returns the weights of a feature for beginning and inside, 0 when the model, a
// table of 1<<slotBits slots, has none.
func (m tagger) weights(f feature, slotBits int) (begin, in int) {
	table := m[tableStart:]
	for i := f >> (32 - slotBits); ; i = (i + 1) & (1<<slotBits - 1) {
		slot := table[i*slotSize : i*slotSize+slotSize]
		if slot[2]|slot[3] == 0 {
			return 0, 0
		}
		if slot[0] == byte(f) && slot[1] == byte(f>>8) {
			return int(int8(slot[2])), int(int8(slot[3]))
		}
	}
}

// step returns the weight of the transition between two tags. Nothing goes on that has
// not begun.
func (m tagger) step(from, to int) int {
	if from == outside && to == inside {
		return -1 << 20
	}
	return int(int8(m[from*tags+to]))
}

// best returns the likeliest tags (Viterbi) and their score.
func (m tagger) best(scores [][tags]int) (path []uint8, score int) {
	back := make([][tags]uint8, len(scores))
	last := [tags]int{0, -1 << 24, -1 << 24}
	for i, s := range scores {
		var now [tags]int
		for to := range tags {
			from := 0
			for f := 1; f < tags; f++ {
				if last[f]+m.step(f, to) > last[from]+m.step(from, to) {
					from = f
				}
			}
			back[i][to] = uint8(from)
			now[to] = last[from] + m.step(from, to) + s[to]
		}
		last = now
	}
	path = make([]uint8, len(scores))
	tag := uint8(0)
	for t := 1; t < tags; t++ {
		if last[t] > last[tag] {
			tag = uint8(t)
		}
	}
	score = last[tag]
	for i := len(scores) - 1; i >= 0; i-- {
		path[i] = tag
		tag = back[i][tag]
	}
	return path, score
}

// gain returns by how much the best tags outweigh the best without a beginning at unit i.
func (m tagger) gain(scores [][tags]int, best, i int) int {
	kept := scores[i][begins]
	scores[i][begins] -= 1 << 20
	_, rival := m.best(scores)
	scores[i][begins] = kept
	return best - rival
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
