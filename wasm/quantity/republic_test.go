package quantity

import "testing"

func TestYearsOfTheRepublic(t *testing.T) {
	for text, want := range map[string]string{
		"113年":      "year 2024",
		"113年5月3日":  "date ",
		"113年度":     "year 2024",
		"113年前三季":   "period ",
		"113年来":     "duration 113",
		"长达113年":    "duration 113",
		"113年的历史":   "duration 113",
		"2024年":     "year 2024",
		"230年":      "duration 230",
		"110年至113年": "period ",
	} {
		t.Run(text, func(t *testing.T) {
			found := ReadIn(Republic, text, Date{2025, 9, 10})
			if len(found) != 1 {
				t.Fatalf("found %d", len(found))
			}
			q := &found[0]
			got := string(q.Kind) + " "
			if q.Value != nil {
				got += q.Value.RatString()
			}
			if got != want {
				t.Errorf("got %q, want %q", got, want)
			}
			if q.Time != nil && q.Kind != Duration && q.Time.From.Year != 2024 && q.Time.From.Year != 2021 {
				t.Errorf("is of %d", q.Time.From.Year)
			}
		})
	}
}
