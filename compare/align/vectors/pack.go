package main

import (
	"bytes"
	"compress/flate"
	"math"
	"slices"
	"strings"
)

// packStems writes the stems, sorted, one a line, compressed.
func packStems(stems []string) []byte {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		panic(err) // the level is a constant
	}
	_, _ = w.Write([]byte(strings.Join(stems, "\n"))) // a buffer takes everything
	_ = w.Close()
	return out.Bytes()
}

// steps is the largest number that half a byte holds on either side of zero, spread how many
// standard deviations it stands for, and usualLength what the usual vector's length is in a
// byte.
const (
	steps       = 7
	spread      = 2.5
	usualLength = 64
)

// packVectors writes the vectors of each stem: how much it tells, the root of its meaning's
// length beside the usual one, then the numbers of its company and of its meaning, each of
// length one, two in a byte, the first in the upper half.
func packVectors(company, meaning [][]float64) []byte {
	lengths := make([]float64, len(meaning))
	for i, m := range meaning {
		lengths[i] = math.Sqrt(math.Sqrt(dot(m, m)))
	}
	usual := slices.Sorted(slices.Values(lengths))[len(lengths)/2]
	var out []byte
	for i, l := range lengths {
		out = append(out, byte(max(1, min(255, math.Round(usualLength*l/usual)))))
		out = appendHalves(out, company[i])
		out = appendHalves(out, meaning[i])
	}
	return out
}

// appendHalves adds a vector brought to length one. The mean square of its numbers is then
// one by how many they are.
func appendHalves(out []byte, v []float64) []byte {
	step := math.Sqrt(dot(v, v)) * spread / math.Sqrt(float64(len(v))) / steps
	for k := 0; k < len(v); k += 2 {
		out = append(out, half(v[k]/step)<<4|half(v[k+1]/step))
	}
	return out
}

func half(x float64) byte {
	return byte(steps + 1 + int(max(-steps, min(steps, math.Round(x)))))
}
