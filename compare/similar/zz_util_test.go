package similar

import (
	"math"
	"strings"
)

func cut(s string) (string, string, bool) {
	return strings.Cut(strings.TrimSpace(s), "\n")
}

func pearson(x, y []float64) float64 {
	var mx, my, sxy, sx, sy float64
	for i := range x {
		mx += x[i] / float64(len(x))
		my += y[i] / float64(len(x))
	}
	for i := range x {
		sxy += (x[i] - mx) * (y[i] - my)
		sx += (x[i] - mx) * (x[i] - mx)
		sy += (y[i] - my) * (y[i] - my)
	}
	return sxy / math.Sqrt(sx*sy)
}
