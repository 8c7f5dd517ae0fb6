package main

import (
	"bytes"
	"compress/flate"
	"math"
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

// steps is the largest number that half a byte holds on either side of zero, and spread
// how many standard deviations it stands for.
const (
	steps  = 7
	spread = 2.5
)

// packVectors writes two numbers of a vector in a byte, the first in the upper half.
func packVectors(vectors [][]float64) []byte {
	step := spread / math.Sqrt(dimensions) / steps // the mean square of a unit vector's numbers is 1/dimensions
	var out []byte
	for _, v := range vectors {
		for k := 0; k < len(v); k += 2 {
			out = append(out, half(v[k]/step)<<4|half(v[k+1]/step))
		}
	}
	return out
}

func half(x float64) byte {
	return byte(steps + 1 + int(max(-steps, min(steps, math.Round(x)))))
}
