package main

import "math"

const (
	// common is how many directions are taken out that most words share; one to four
	// serve about alike.
	common     = 3
	iterations = 50
)

// level takes from the vectors what all of them have in common, which tells how frequent
// a word is rather than what it means: their mean and their leading directions (Mu and
// Viswanath, 2018). Each comes to length one.
func level(vectors [][]float64) {
	mean := make([]float64, dimensions)
	for _, v := range vectors {
		addTimes(mean, v, 1/float64(len(vectors)))
	}
	for _, v := range vectors {
		addTimes(v, mean, -1)
	}
	for range common {
		d := leading(vectors)
		for _, v := range vectors {
			addTimes(v, d, -dot(v, d))
		}
	}
	for _, v := range vectors {
		toUnit(v)
	}
}

// leading returns the direction along which the vectors differ most, found by power
// iteration.
func leading(vectors [][]float64) []float64 {
	d := make([]float64, dimensions)
	for k := range d {
		d[k] = 1 / float64(k+1) // any start will do that has something of every direction
	}
	for range iterations {
		next := make([]float64, dimensions)
		for _, v := range vectors {
			addTimes(next, v, dot(v, d))
		}
		toUnit(next)
		d = next
	}
	return d
}

// addTimes adds y, times by, to x.
func addTimes(x, y []float64, by float64) {
	for k := range x {
		x[k] += float64(by * y[k])
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
