package bench

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// quantile of values, which need not be sorted.
func quantile(values []float64, q float64) float64 {
	if len(values) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[min(int(q*float64(len(sorted))), len(sorted)-1)]
}

func median(values []float64) float64 { return quantile(values, 0.5) }

// exponent is k of y = c·x^k, fitted by least squares to the logarithms.
func exponent(x, y []float64) float64 {
	var sx, sy, sxx, sxy float64
	for i := range x {
		a, b := math.Log(x[i]), math.Log(y[i])
		sx, sy, sxx, sxy = sx+a, sy+b, sxx+a*a, sxy+a*b
	}
	n := float64(len(x))
	return (n*sxy - sx*sy) / (n*sxx - sx*sx)
}

// reciprocalRank of the answer among the documents found, 0 when it is not.
func reciprocalRank(found []string, answer string) float64 {
	if at := slices.Index(found, answer); at >= 0 {
		return 1 / float64(at+1)
	}
	return 0
}

// difference of the means of paired values, with the interval that 95 of 100
// resamplings of the pairs lie in.
func difference(a, b []float64) (mean, low, high float64) {
	const times = 2000
	random := rand.New(rand.NewPCG(95, 100))
	deltas := make([]float64, len(a))
	for i := range a {
		deltas[i] = a[i] - b[i]
	}
	means := make([]float64, times)
	for t := range means {
		for range deltas {
			means[t] += deltas[random.IntN(len(deltas))]
		}
		means[t] /= float64(len(deltas))
	}
	return average(deltas), quantile(means, 0.025), quantile(means, 0.975)
}

func average(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

func TestArithmetic(t *testing.T) {
	near := func(what string, got, want float64) {
		if math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	near("median", median([]float64{3, 1, 2}), 2)
	near("last twentieth", quantile([]float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 0.95), 10)
	near("exponent of a square", exponent([]float64{1, 2, 4, 8}, []float64{3, 12, 48, 192}), 2)
	near("third place", reciprocalRank([]string{"a", "b", "c"}, "c"), 1.0/3)
	near("not found", reciprocalRank([]string{"a"}, "c"), 0)
	mean, low, high := difference([]float64{1, 1, 1, 0}, []float64{0, 1, 1, 0})
	near("difference", mean, 0.25)
	if low != 0 || high <= mean || high > 1 {
		t.Errorf("interval %v to %v", low, high)
	}
}
