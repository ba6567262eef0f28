package hosting

import (
	"slices"
	"strconv"
	"strings"
)

// suffixes of the compressed forms, by the name HTTP knows them under.
var suffixes = map[string]string{"br": ".br", "gzip": ".gz"}

// preference among encodings a browser likes equally.
var preference = []string{"br", "gzip"}

// accepted lists the encodings that the header Accept-Encoding allows and we
// have, best first. The file as it is needs no permission: a browser that
// refuses even that gets it all the same.
func accepted(headers []string) []string {
	weights := weigh(strings.Join(headers, ","))
	var list []string
	for _, encoding := range preference {
		if weightOf(weights, encoding) > 0 {
			list = append(list, encoding)
		}
	}
	slices.SortStableFunc(list, func(a, b string) int {
		switch x, y := weightOf(weights, a), weightOf(weights, b); {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return 0
	})
	return list
}

// weightOf is the weight of an encoding, or of "*" when it is not named.
func weightOf(weights map[string]float64, encoding string) float64 {
	if w, ok := weights[encoding]; ok {
		return w
	}
	return weights["*"]
}

// weigh reads "br;q=0.5, gzip". A weight that is no number counts as 0.
func weigh(header string) map[string]float64 {
	weights := map[string]float64{}
	for part := range strings.SplitSeq(header, ",") {
		name, parameters, _ := strings.Cut(part, ";")
		name = strings.ToLower(strings.TrimSpace(name))
		if name == "x-gzip" {
			name = "gzip"
		}
		if name != "" {
			weights[name] = weight(parameters)
		}
	}
	return weights
}

func weight(parameters string) float64 {
	for p := range strings.SplitSeq(parameters, ";") {
		name, value, _ := strings.Cut(p, "=")
		if strings.EqualFold(strings.TrimSpace(name), "q") {
			q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
			if err != nil || !(q > 0) { // NaN is a number to ParseFloat
				return 0
			}
			return min(q, 1)
		}
	}
	return 1
}
