package period

import (
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	for iso, want := range map[string]Period{
		"2024":                  {Unit{Year: 2024}, Unit{Year: 2024}},
		"0618":                  {Unit{Year: 618}, Unit{Year: 618}},
		"2026-04":               {Unit{2026, 4, 0}, Unit{2026, 4, 0}},
		"2024-02-29":            {Unit{2024, 2, 29}, Unit{2024, 2, 29}},
		"2020/2025":             {Unit{Year: 2020}, Unit{Year: 2025}},
		"2024-01/2024-06":       {Unit{2024, 1, 0}, Unit{2024, 6, 0}},
		"2025-06-30/2025-07-01": {Unit{2025, 6, 30}, Unit{2025, 7, 1}},
		"2023/2024-05":          {Unit{Year: 2023}, Unit{2024, 5, 0}},
	} {
		p, ok := Parse(iso)
		if !ok || p != want {
			t.Errorf("%s: %v, %v; want %v", iso, p, ok, want)
		}
		if p.String() != iso {
			t.Errorf("%s is written as %s", iso, p)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for iso, why := range map[string]string{
		"": "nothing", "24": "a year has four digits", "2024-4": "a month has two", "20245": "five digits",
		"2024-13": "no such month", "2023-02-29": "no such day", "2024-00": "no month 0", "0000": "no year 0",
		"-221": "before the common era", "-100/-001": "before the common era", "--11-12": "no year",
		"2024/": "no end", "/2024": "no beginning", "2025/2020": "it ends before it begins",
		"2024.04": "another sign", "2024-04T10:00": "a clock time", "２０２４": "full width", "2020/2022/2025": "three units",
	} {
		if p, ok := Parse(iso); ok {
			t.Errorf("%s is read as %v: %s", iso, p, why)
		}
	}
}

func TestSpan(t *testing.T) {
	for iso, want := range map[string]bool{"2024": false, "2024-05": false, "2020/2025": true, "2024-01-01/2024-12-31": true, "2024/2024": false} {
		if p := parsed(t, iso); p.IsSpan() != want {
			t.Errorf("%s is a span: %v", iso, !want)
		}
	}
	if p := Years(2020, 2020); p.String() != "2020" {
		t.Errorf("a span of one year is written as %s", p)
	}
}

func TestDays(t *testing.T) {
	for iso, want := range map[string][2]string{
		"2024":            {"2024-01-01", "2024-12-31"},
		"2024-02":         {"2024-02-01", "2024-02-29"},
		"2025-11-12":      {"2025-11-12", "2025-11-12"},
		"2020/2025":       {"2020-01-01", "2025-12-31"},
		"2024-11/2025-02": {"2024-11-01", "2025-02-28"},
		"9999":            {"9999-01-01", "9999-12-31"},
	} {
		first, last := parsed(t, iso).Days()
		if got := [2]string{first.Format(time.DateOnly), last.Format(time.DateOnly)}; got != want {
			t.Errorf("%s: %v, want %v", iso, got, want)
		}
	}
}

func TestAddYears(t *testing.T) {
	for _, c := range []struct {
		iso   string
		years int
		want  string
	}{
		{"2024", -1, "2023"},
		{"2024-01/2024-06", -1, "2023-01/2023-06"},
		{"2024-02-29", -1, "2023-02-28"},
		{"2023-11/2024-02", 2, "2025-11/2026-02"},
	} {
		if got := parsed(t, c.iso).AddYears(c.years).String(); got != c.want {
			t.Errorf("%s and %d years: %s, want %s", c.iso, c.years, got, c.want)
		}
	}
}

func parsed(t *testing.T, iso string) Period {
	t.Helper()
	p, ok := Parse(iso)
	if !ok {
		t.Fatalf("%s is no period", iso)
	}
	return p
}

// FuzzParse: what is read is written alike, lasts a day at least, and keeps its
// length in months when it is moved by years.
func FuzzParse(f *testing.F) {
	for _, iso := range []string{"2024", "2026-04", "2025-11-12", "2020/2025", "2024-01/2024-06", "2023-02-29", "-221", "2024/", "0001/9999-12-31", "2024-05/2024"} {
		f.Add(iso)
	}
	f.Fuzz(func(t *testing.T, iso string) {
		p, ok := Parse(iso)
		if !ok {
			if p != (Period{}) {
				t.Fatalf("%q: %v, and no period", iso, p)
			}
			return
		}
		if again, ok := Parse(p.String()); !ok || again != p {
			t.Fatalf("%q is written as %q, which is %v, %v", iso, p, again, ok)
		}
		first, last := p.Days()
		if last.Before(first) || first.Year() != p.First.Year || last.Year() != p.Last.Year {
			t.Fatalf("%q goes from %v to %v", iso, first, last)
		}
		if p.First.Compare(Unit{first.Year(), int(first.Month()), first.Day()}) != 0 || p.Last.Compare(Unit{last.Year(), int(last.Month()), last.Day()}) != 0 {
			t.Fatalf("%q: its first and last days, %v and %v, lie elsewhere", iso, first, last)
		}
		if back := p.AddYears(400).AddYears(-400); back != p {
			t.Fatalf("%q, moved and moved back, is %v", iso, back)
		}
	})
}
