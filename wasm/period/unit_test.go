package period

import "testing"

func unit(t *testing.T, iso string) Unit {
	t.Helper()
	return parsed(t, iso).First
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		iso   string
		grain Grain
		want  string
	}{
		{"2025-11-12", Year, "2025"},
		{"2025-11-12", Month, "2025-11"},
		{"2025-11-12", Day, "2025-11-12"},
		{"2025-11", Day, "2025-11"},
		{"2025", Month, "2025"},
	} {
		if got := unit(t, c.iso).Cut(c.grain).String(); got != c.want {
			t.Errorf("%s cut to %d: %s, want %s", c.iso, c.grain, got, c.want)
		}
	}
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"2024", "2025", -1},
		{"2024-10", "2024-09", 1},
		{"2024-10-09", "2024-10-10", -1},
		{"2024", "2024-05", 0},
		{"2024-05-16", "2024-05", 0},
		{"2023-12-31", "2024", -1},
		{"0999", "1000", -1},
	} {
		got, back := unit(t, c.a).Compare(unit(t, c.b)), unit(t, c.b).Compare(unit(t, c.a))
		if sign(got) != c.want || sign(back) != -c.want {
			t.Errorf("%s to %s: %d and %d", c.a, c.b, got, back)
		}
	}
}

func sign(n int) int { return max(-1, min(1, n)) }

func TestAdd(t *testing.T) {
	for _, c := range []struct {
		iso  string
		n    int
		want string
	}{
		{"2024", 1, "2025"},
		{"2024-12", 1, "2025-01"},
		{"2024-01", -13, "2022-12"},
		{"2024-02-28", 1, "2024-02-29"},
		{"2024-01-01", -1, "2023-12-31"},
		{"0001", -2, "-001"},
	} {
		if got := unit(t, c.iso).Add(c.n).String(); got != c.want {
			t.Errorf("%s and %d: %s, want %s", c.iso, c.n, got, c.want)
		}
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		iso  string
		n    int
		want string
	}{
		{"2024-01-31", 1, "2024-02-29"},
		{"2024-03-31", -1, "2024-02-29"},
		{"2024-12-15", 1, "2025-01-15"},
		{"2024-01", -1, "2023-12"},
		{"2024", 24, "2026"},
		{"2024", 6, "2024"},
	} {
		if got := unit(t, c.iso).AddMonths(c.n).String(); got != c.want {
			t.Errorf("%s and %d months: %s, want %s", c.iso, c.n, got, c.want)
		}
	}
}

func TestIsDay(t *testing.T) {
	for u, want := range map[Unit]bool{{2024, 2, 29}: true, {2023, 2, 29}: false, {2024, 2, 0}: false, {2024, 13, 1}: false, {2024, 4, 31}: false, {-221, 1, 1}: true} {
		if u.IsDay() != want {
			t.Errorf("%v is a day: %v", u, !want)
		}
	}
}
