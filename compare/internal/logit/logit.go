// Package logit fits logistic regressions and weighs by them.
package logit

import "math"

// A Sample is one observation. Weight says how many it stands for.
type Sample struct {
	X      []float64
	Same   bool
	Weight float64
}

const (
	steps     = 50   // Newton's method needs about ten
	precision = 1e-8 // of the largest step at which it stops
)

// Fit returns the weights and the bias that maximise the penalised likelihood of
// the samples. Features are scaled to unit variance for the fit, so that the ridge
// bears on all alike; the weights returned are for the features as given.
//
// The method is iteratively reweighted least squares: Hastie, Tibshirani, Friedman,
// The Elements of Statistical Learning, 2nd ed., section 4.4.1.
func Fit(samples []Sample, ridge float64) (weights []float64, bias float64) {
	if len(samples) == 0 {
		return nil, 0
	}
	n := len(samples[0].X)
	mean, scale := moments(samples, n)
	beta := make([]float64, n+1) // the bias comes last
	row := make([]float64, n+1)
	for range steps {
		gradient, hessian := penalty(beta, ridge)
		for _, s := range samples {
			standardise(row, s.X, mean, scale)
			accumulate(gradient, hessian, row, beta, s)
		}
		if largest := descend(beta, solve(hessian, gradient)); largest < precision {
			break
		}
	}
	bias = beta[n]
	for i := range n {
		beta[i] /= scale[i]
		bias -= float64(beta[i] * mean[i])
	}
	return beta[:n], bias
}

// moments returns the weighted mean and standard deviation of each feature; a
// feature that never varies has deviation 1.
func moments(samples []Sample, n int) (mean, scale []float64) {
	mean, scale = make([]float64, n), make([]float64, n)
	var total float64
	for _, s := range samples {
		total += s.Weight
		for i, x := range s.X {
			mean[i] += float64(s.Weight * x)
		}
	}
	for i := range mean {
		mean[i] /= total
	}
	for _, s := range samples {
		for i, x := range s.X {
			scale[i] += float64(s.Weight * (x - mean[i]) * (x - mean[i]))
		}
	}
	for i := range scale {
		if scale[i] = math.Sqrt(scale[i] / total); scale[i] < 1e-9 {
			scale[i] = 1
		}
	}
	return mean, scale
}

func standardise(row, x, mean, scale []float64) {
	for i := range x {
		row[i] = (x[i] - mean[i]) / scale[i]
	}
	row[len(x)] = 1
}

// penalty starts the gradient and the Hessian with those of the ridge, which spares the bias.
func penalty(beta []float64, ridge float64) (gradient []float64, hessian [][]float64) {
	n := len(beta)
	gradient, hessian = make([]float64, n), make([][]float64, n)
	for i := range hessian {
		hessian[i] = make([]float64, n)
		hessian[i][i] = 1e-9
		if i < n-1 {
			hessian[i][i] = ridge
			gradient[i] = float64(ridge * beta[i])
		}
	}
	return gradient, hessian
}

// accumulate adds one sample to the gradient and the lower half of the Hessian.
func accumulate(gradient []float64, hessian [][]float64, row, beta []float64, s Sample) {
	p := Probability(dot(row, beta))
	miss := p
	if s.Same {
		miss = p - 1
	}
	curve := s.Weight * max(p*(1-p), 1e-12)
	for i, x := range row {
		gradient[i] += float64(s.Weight * miss * x)
		for j := range i + 1 {
			hessian[i][j] += float64(curve * x * row[j])
		}
	}
}

func dot(a, b []float64) float64 {
	var sum float64
	for i := range a {
		sum += float64(a[i] * b[i])
	}
	return sum
}

// descend takes the step and returns its largest part.
func descend(beta, step []float64) float64 {
	var largest float64
	for i := range beta {
		beta[i] -= step[i]
		largest = max(largest, math.Abs(step[i]))
	}
	return largest
}

// solve returns x with m·x = v for a positive definite m of which the lower half is
// given, by Cholesky's method. Both are overwritten.
func solve(m [][]float64, v []float64) []float64 {
	for i := range m {
		for j := range i + 1 {
			sum := m[i][j]
			for k := range j {
				sum -= float64(m[i][k] * m[j][k])
			}
			if i == j {
				m[i][i] = math.Sqrt(max(sum, 1e-12))
			} else {
				m[i][j] = sum / m[j][j]
			}
		}
	}
	for i := range v {
		for k := range i {
			v[i] -= float64(m[i][k] * v[k])
		}
		v[i] /= m[i][i]
	}
	for i := len(v) - 1; i >= 0; i-- {
		for k := i + 1; k < len(v); k++ {
			v[i] -= float64(m[k][i] * v[k])
		}
		v[i] /= m[i][i]
	}
	return v
}
