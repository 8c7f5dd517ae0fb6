package main

import "math"

// iterations is how often a direction is bettered.
const iterations = 50

// level takes from the vectors what all of them have in common, which tells how frequent
// a word is rather than what it means: their mean and so many of their leading directions
// (Mu and Viswanath, 2018). Each comes to length one.
func level(vectors [][]float64, directions int) {
	centre(vectors)
	for range directions {
		d, _ := leading(vectors)
		for _, v := range vectors {
			addTimes(v, d, -dot(v, d))
		}
	}
	for _, v := range vectors {
		toUnit(v)
	}
}

func centre(vectors [][]float64) {
	mean := make([]float64, len(vectors[0]))
	for _, v := range vectors {
		addTimes(mean, v, 1/float64(len(vectors)))
	}
	for _, v := range vectors {
		addTimes(v, mean, -1)
	}
}

// reduce brings vectors to so many numbers, those along the directions in which they differ
// most, and to length one. Evenness 1 makes them differ as much along each, 0 leaves them.
func reduce(vectors [][]float64, size int, evenness float64) {
	centre(vectors)
	spreads := zeros(len(vectors[0]), len(vectors[0]))
	for _, v := range vectors {
		for k, x := range v {
			addTimes(spreads[k], v, x)
		}
	}
	directions := make([][]float64, size)
	for n := range directions {
		d, length := leading(spreads)
		for _, row := range spreads {
			addTimes(row, d, -dot(row, d))
		}
		scale(d, math.Pow(length, -evenness/2)) // the length of spreads is a square
		directions[n] = d
	}
	for i, v := range vectors {
		out := make([]float64, size)
		for n, d := range directions {
			out[n] = dot(v, d)
		}
		toUnit(out)
		vectors[i] = out
	}
}

// leading returns the direction along which the vectors differ most, found by power
// iteration, and how far.
func leading(vectors [][]float64) (d []float64, length float64) {
	d = make([]float64, len(vectors[0]))
	for k := range d {
		d[k] = 1 / float64(k+1) // any start will do that has something of every direction
	}
	for range iterations {
		toUnit(d)
		next := make([]float64, len(d))
		for _, v := range vectors {
			addTimes(next, v, dot(v, d))
		}
		d, length = next, math.Sqrt(math.Sqrt(dot(next, next)))
	}
	toUnit(d)
	return d, length
}

// times returns the product of a row and a matrix.
func times(row []float64, matrix [][]float64) []float64 {
	out := make([]float64, len(matrix[0]))
	for k, x := range row {
		addTimes(out, matrix[k], x)
	}
	return out
}

func zeros(rows, columns int) [][]float64 {
	out := make([][]float64, rows)
	for i := range out {
		out[i] = make([]float64, columns)
	}
	return out
}

func scaled(matrix [][]float64, by float64) [][]float64 {
	out := zeros(len(matrix), len(matrix[0]))
	for i, row := range matrix {
		addTimes(out[i], row, by)
	}
	return out
}

func scale(x []float64, by float64) {
	for k := range x {
		x[k] *= by
	}
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
	scale(x, 1/max(math.Sqrt(dot(x, x)), 1e-9))
}
