package search

import "slices"

// sortedBy is a list in an order, equal ones as they were. The places of its
// values are sorted, not they: sorting is compiled anew for every type, which
// for one that is seldom sorted is 20 kB of the program for nothing.
func sortedBy[T any](list []T, compare func(a, b *T) int) []T {
	places := make([]uint32, len(list))
	for k := range places {
		places[k] = uint32(k)
	}
	slices.SortFunc(places, func(i, j uint32) int {
		if by := compare(&list[i], &list[j]); by != 0 {
			return by
		}
		return int(i) - int(j)
	})
	sorted := make([]T, 0, len(list))
	for _, k := range places {
		sorted = append(sorted, list[k])
	}
	return sorted
}
