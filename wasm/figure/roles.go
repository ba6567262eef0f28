package figure

import (
	"sync"
)

// roles reads data/roles.tsv: words by what they tell of the name beside them.
var roles = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, row := range rows("roles.tsv") {
		m[row[1]] = append(m[row[1]], words(row[0])...)
	}
	return m
})

func roleWords(class string) []string { return roles()[class] }
