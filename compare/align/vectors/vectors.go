package main

import (
	"math"
	"math/rand"
	"slices"
)

const (
	// dimensions of a vector; spare ones are dropped after the iterations.
	dimensions = 128
	spare      = 16
	iterations = 8
)

// vectors returns a unit vector for each stem, the nearer those of two stems the more
// alike the company they keep: the leading eigenvectors, found by subspace iteration,
// each scaled by the root of its eigenvalue's size, and centred.
func (m matrix) vectors() [][]float64 {
	basis := start(len(m), dimensions+spare)
	for range iterations {
		basis = m.times(basis)
		orthonormalise(basis)
	}
	values := make([]float64, len(basis))
	for k, image := range m.times(basis) {
		values[k] = math.Abs(dot(image, basis[k]))
	}
	order := make([]int, len(basis))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(x, y int) int {
		if values[x] > values[y] {
			return -1
		}
		return 1
	})
	out := make([][]float64, len(m))
	for i := range out {
		out[i] = make([]float64, dimensions)
		for k := range dimensions {
			out[i][k] = basis[order[k]][i] * math.Sqrt(values[order[k]])
		}
		toUnit(out[i])
	}
	centre(out)
	return out
}

func start(n, columns int) [][]float64 {
	r := rand.New(rand.NewSource(1)) //nolint:gosec // any directions will do, the same each time
	out := make([][]float64, columns)
	for k := range out {
		out[k] = make([]float64, n)
		for i := range out[k] {
			out[k][i] = r.NormFloat64()
		}
	}
	orthonormalise(out)
	return out
}

// times multiplies the columns by the matrix.
func (m matrix) times(columns [][]float64) [][]float64 {
	out := make([][]float64, len(columns))
	for k, x := range columns {
		y := make([]float64, len(m))
		for i, row := range m {
			for _, c := range row {
				y[i] += float64(float64(c.v) * x[c.col])
			}
		}
		out[k] = y
	}
	return out
}

// orthonormalise makes the columns orthogonal to each other and of length one
// (Gram–Schmidt).
func orthonormalise(columns [][]float64) {
	for k, x := range columns {
		for _, y := range columns[:k] {
			d := dot(x, y)
			for i := range x {
				x[i] -= float64(d * y[i])
			}
		}
		toUnit(x)
	}
}

func dot(x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		sum += float64(x[i] * y[i])
	}
	return sum
}

func toUnit(x []float64) {
	length := math.Sqrt(dot(x, x))
	for i := range x {
		x[i] /= max(length, 1e-9)
	}
}

// centre takes the mean from all vectors: what all words have in common tells nothing.
func centre(vectors [][]float64) {
	mean := make([]float64, dimensions)
	for _, v := range vectors {
		for k := range mean {
			mean[k] += v[k] / float64(len(vectors))
		}
	}
	for _, v := range vectors {
		for k := range v {
			v[k] -= mean[k]
		}
		toUnit(v)
	}
}
