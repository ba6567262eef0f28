package quantity

import "testing"

// Times that leave something out, read on Thursday, 9 October 2025: the latest
// that began by then, and the first that had not ended.
var cycles = []struct{ text, backward, forward string }{
	{"周五", "2025-10-03", "2025-10-10"},
	{"12日", "2025-09-12", "2025-10-12"},
	{"5月", "2025-05-01", "2026-05-01"},
	{"10月", "2025-10-01", "2025-10-01"},
	{"12月3日", "2024-12-03", "2025-12-03"},
	{"2月29日", "2024-02-29", "2028-02-29"},
	{"明年5月", "2026-05-01", "2026-05-01"}, // nothing is left out
	{"2024年5月", "2024-05-01", "2024-05-01"},
}

func TestTimesBeforeAndBehindADay(t *testing.T) {
	ref, _ := ParseDate("2025-10-09")
	for _, c := range cycles {
		t.Run(c.text, func(t *testing.T) {
			found := Read(c.text, ref)
			if len(found) != 1 || found[0].Time == nil {
				t.Fatalf("no one time: %v", found)
			}
			if got := found[0].Time.Backward().From.String(); got != c.backward {
				t.Errorf("backward %s, want %s", got, c.backward)
			}
			if got := found[0].Time.Forward().From.String(); got != c.forward {
				t.Errorf("forward %s, want %s", got, c.forward)
			}
		})
	}
}

func TestISODuration(t *testing.T) {
	for text, want := range map[string]string{
		"三小时": "PT3H", "90秒": "PT90S", "1小时30分": "PT1H30M", "一个半小时": "PT1.5H", "半天": "P0.5D", "十天": "P10D", "两周": "P2W", "3个月": "P3M", "两年半": "P2.5Y",
	} {
		t.Run(text, func(t *testing.T) {
			found := Read(text, Date{})
			if len(found) != 1 || found[0].ISODuration() != want {
				t.Errorf("got %v, want %s", found, want)
			}
		})
	}
}
