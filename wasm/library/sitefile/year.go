package sitefile

// Year is a share of a large site that is fetched when it is first needed: the
// documents of a year, or of no known date. The newest are in the site's first
// pack and its documents file, which lists the others, newest first.
type Year struct {
	Name      string `json:"name"`      // 2024; empty: no known date
	Documents string `json:"documents"` // file of the texts, in the folder of the list
	Pack      string `json:"pack"`      // file of the index, cut with the dictionary of the first pack
	PackHash  string `json:"packHash"`
	Count     int    `json:"count"` // documents
	Passages  int    `json:"passages"`
}

// Covers reports whether the year has days between two dates (YYYY-MM-DD,
// inclusive; empty: open). Documents without a date are in no period.
func (y Year) Covers(from, to string) bool {
	if y.Name == "" {
		return from == "" && to == ""
	}
	return y.Name+"-12-31" >= from && (to == "" || y.Name+"-01-01" <= to)
}
