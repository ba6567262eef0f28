package sitefile

import "testing"

func TestAYearCoversItsDays(t *testing.T) {
	for _, c := range []struct {
		year, from, to string
		want           bool
	}{
		{"2024", "", "", true}, {"2024", "2024-12-31", "", true}, {"2024", "2025-01-01", "", false},
		{"2024", "", "2024-01-01", true}, {"2024", "", "2023-12-31", false}, {"2024", "2023-05", "2025-02", true},
		{"", "", "", true}, {"", "2024-01-01", "", false},
	} {
		if got := (Year{Name: c.year}).Covers(c.from, c.to); got != c.want {
			t.Errorf("%q from %q to %q: %v", c.year, c.from, c.to, got)
		}
	}
}
