package main

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"maps"
	"math"
	"slices"
)

// stepsPerNat is how finely weights are kept; compare/text reads it alike.
const stepsPerNat = 24

// An entry is a stem and its negative log probability of occurring in an article.
type entry struct {
	stem string
	idf  float64
}

// weigh averages the share of articles with a stem over the sources.
func weigh(sources []counts, fewest int) []entry {
	total := map[string]int{}
	for _, c := range sources {
		for stem, n := range c.stems {
			total[stem] += n
		}
	}
	var entries []entry
	for _, stem := range slices.Sorted(maps.Keys(total)) {
		if total[stem] < fewest || len(stem) > math.MaxUint8 {
			continue
		}
		share := 0.0
		for _, c := range sources {
			share += float64(c.stems[stem]) / float64(c.articles) / float64(len(sources))
		}
		entries = append(entries, entry{stem, -math.Log(share)})
	}
	return entries
}

// encode writes the number of stems and the weight of an unseen one, then for each
// stem, in order, the bytes it shares with the one before, the number of its own
// bytes, those bytes, and its weight.
func encode(entries []entry, unseen float64) ([]byte, error) {
	var raw bytes.Buffer
	rarest := 0.0
	for _, e := range entries {
		rarest = max(rarest, e.idf)
	}
	raw.Write(binary.AppendUvarint(nil, uint64(len(entries))))
	raw.WriteByte(quantise(rarest))
	raw.WriteByte(quantise(rarest * unseen))
	before := ""
	for _, e := range entries {
		shared := sharedPrefix(before, e.stem)
		raw.WriteByte(byte(shared))
		raw.WriteByte(byte(len(e.stem) - shared))
		raw.WriteString(e.stem[shared:])
		raw.WriteByte(quantise(e.idf))
		before = e.stem
	}
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(raw.Bytes()); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func quantise(nats float64) byte {
	return byte(min(math.Round(nats*stepsPerNat), math.MaxUint8))
}

func sharedPrefix(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}
