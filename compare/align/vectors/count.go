package main

import (
	"maps"
	"math"
	"slices"
)

const (
	// fewest is how often a stem must stand in the texts to be learnt.
	fewest = 40

	// window is how many words away company is kept; the nearer, the more it counts.
	window = 4

	// smoothing lowers the weight of rare company (Levy, Goldberg and Dagan, 2015).
	smoothing = 0.75
)

// counts say how much stems stand near each other.
type counts struct {
	stems []string
	near  [][]float32
}

func count(texts [][]string) *counts {
	c := &counts{stems: frequent(texts)}
	at := make(map[string]int, len(c.stems))
	for i, s := range c.stems {
		at[s] = i
	}
	c.near = make([][]float32, len(c.stems))
	for i := range c.near {
		c.near[i] = make([]float32, len(c.stems))
	}
	for _, t := range texts {
		for i, s := range t {
			u, ok := at[s]
			for d := 1; ok && d <= window && i+d < len(t); d++ {
				if v, ok := at[t[i+d]]; ok {
					c.near[u][v] += 1 / float32(d)
					c.near[v][u] += 1 / float32(d)
				}
			}
		}
	}
	return c
}

// frequent returns the stems that stand often enough, sorted.
func frequent(texts [][]string) []string {
	n := make(map[string]int)
	for _, t := range texts {
		for _, s := range t {
			n[s]++
		}
	}
	maps.DeleteFunc(n, func(_ string, times int) bool { return times < fewest })
	return slices.Sorted(maps.Keys(n))
}

// A matrix is sparse and symmetric.
type matrix [][]cell

type cell struct {
	col int32
	v   float32
}

// associations returns the positive pointwise mutual information of the stems (Church
// and Hanks, 1990).
func (c *counts) associations() matrix {
	sums := make([]float64, len(c.stems))
	total, smooth := 0.0, 0.0
	for i, row := range c.near {
		for _, v := range row {
			sums[i] += float64(v)
		}
		total += sums[i]
		smooth += math.Pow(sums[i], smoothing)
	}
	m := make(matrix, len(c.stems))
	for i, row := range c.near {
		for j, v := range row {
			if v == 0 {
				continue
			}
			// The larger of both directions' discounts, so that the matrix is symmetric.
			rare := max(math.Pow(sums[i], smoothing-1), math.Pow(sums[j], smoothing-1)) / smooth
			p := math.Log(float64(v) / (sums[i] * sums[j] * rare))
			if p > 0 {
				m[i] = append(m[i], cell{int32(j), float32(p)})
			}
		}
		c.near[i] = nil
	}
	return m
}
