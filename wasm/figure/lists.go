package figure

import "sync"

// lists reads data/roles.tsv, words by what they tell of the name beside them,
// and data/lists.tsv, the words that other rules look for.
var lists = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, name := range []string{"roles.tsv", "lists.tsv"} {
		for _, row := range rows(name) {
			m[row[1]] = append(m[row[1]], words(row[0])...)
		}
	}
	return m
})

// listed are the words of a class.
func listed(class string) []string {
	list, ok := lists()[class]
	if !ok {
		panic("figure: no words of class " + class)
	}
	return list
}

func setOf(list []string) map[string]bool {
	set := make(map[string]bool, len(list))
	for _, w := range list {
		set[w] = true
	}
	return set
}
