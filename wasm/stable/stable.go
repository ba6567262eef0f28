// Package stable sorts lists of large values.
//
//	list = stable.Sorted(list, func(a, b *Hit) int { return cmp.Compare(b.Score, a.Score) })
package stable

import "slices"

// Sorted returns the values of a list in an order, equal ones as they were. Not
// they are sorted but their places: sorting is compiled anew for every type,
// which for one that is seldom sorted is 20 kB of the program for nothing.
func Sorted[T any](list []T, compare func(a, b *T) int) []T {
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
